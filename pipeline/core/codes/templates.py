"""What the checks of Word templates notice before any document is made."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

TEMPLATES: Final[Mapping[str, Meaning]] = {
    "TE-10": Meaning(
        msgid(
            "A template uses only names that its document has, and only after they are set; the"
            " finding tells the nearest name that there is."
        ),
        Example(wrong=msgid("{{ m.acountable }}"), right=msgid("{{ m.accountable }}")),
    ),
    "TE-11": Meaning(
        msgid(
            "A value that may be missing is printed or used only behind an if that asks for it;"
            " else the document cannot be made for those who left it empty."
        ),
        Example(
            wrong=msgid("{{ r.mitigation }}"),
            right=msgid("{% if r.mitigation %}{{ r.mitigation }}{% endif %}"),
        ),
    ),
    "TE-12": Meaning(
        msgid(
            "A value is compared with what it can be: a text with a text, and a choice with one"
            " of the words that can be chosen. Else the comparison never holds."
        ),
        Example(
            wrong=msgid('{% if event.minutes == "60" %}'),
            right=msgid("{% if event.minutes == 60 %}"),
        ),
    ),
    "TE-13": Meaning(
        msgid("A for goes through a list; other values have no rows and no numbered items."),
        Example(
            wrong=msgid("{% for row in document %}"),
            right=msgid("{% for row in measures %}"),
        ),
    ),
    "TE-14": Meaning(
        msgid(
            "Each filter, test and macro is given what it is made for: date a date, money a"
            " number, join_and a list of texts."
        ),
        Example(wrong=msgid("{{ document.title|date }}"), right=msgid("{{ document.date|date }}")),
    ),
    "TE-15": Meaning(
        msgid(
            "Dates, times, decimals, lists, groups of values and yes/no values have no text of"
            " their own: a filter, a for or an if makes one."
        ),
        Example(wrong=msgid("{{ event.date }}"), right=msgid("{{ event.date|weekday_date }}")),
    ),
    "TE-16": Meaning(
        msgid("A loop uses the name that it gives to its rows; else it prints the same each time."),
        Example(
            wrong=msgid("{% for m in measures %}{{ measure.name }}{% endfor %}"),
            right=msgid("{% for m in measures %}{{ m.name }}{% endfor %}"),
        ),
    ),
    "TE-17": Meaning(
        msgid(
            "A condition can turn out either way; one that is always true or never true asks for"
            " something else than was meant. A gap, a date and a group of values are always true."
        ),
        Example(
            wrong=msgid("{% if gaps.risks %}"),
            right=msgid("{% if not risks %}"),
        ),
    ),
    "TE-18": Meaning(
        msgid(
            "Signs stand between values that they work on: numbers are counted with, texts are"
            " joined with ~, and like is compared with like."
        ),
        Example(
            wrong=msgid("{{ r.id + 1 }}"),
            right=msgid("{{ r.score + 1 }}"),
        ),
    ),
    "TE-19": Meaning(
        msgid(
            "A required value may be a gap in a draft. A gap can be printed, also through a"
            " filter, but it has no rows or parts, cannot be counted with, and is neither before"
            " nor after anything."
        ),
        Example(
            wrong=msgid("{% for name in m.responsible %}"),
            right=msgid("{% if m.responsible is not gap %}{% for name in m.responsible %}"),
        ),
    ),
    "TE-20": Meaning(
        msgid(
            "A template can be filled in whatever is missing and however long the lists are; this"
            " is tried with made-up values before any document is made."
        ),
        Example(
            wrong=msgid("A table in which every row stands in a for, and nothing else"),
            right=msgid("The table between {%p if rows %} and {%p endif %}, with a header row"),
        ),
    ),
    "TE-21": Meaning(
        msgid("What a tag prints can be seen in the document."),
        Example(
            wrong=msgid("A tag in text that tracked changes have deleted"),
            right=msgid("The change accepted, so that the tag is gone"),
        ),
    ),
    "TE-30": Meaning(
        msgid(
            "A template says its language, so that a screen reader pronounces it right, and has a"
            " title."
        ),
        Example(
            wrong=msgid("A template without a language"),
            right=msgid("Language: Finnish; title: Template of the invitation"),
        ),
    ),
    "TE-31": Meaning(
        msgid("Headings leave no level out: a screen reader's user finds the way by them."),
        Example(
            wrong=msgid("Heading 3 right below Heading 1"),
            right=msgid("Heading 2 below Heading 1"),
        ),
    ),
    "TE-32": Meaning(
        msgid("A picture in a template has an alternative text, or is marked decorative."),
        Example(
            wrong=msgid("A picture in a template without an alternative text"),
            right=msgid(
                "Alternative text: The four steps of the process, from application to decision"
            ),
        ),
    ),
    "TE-33": Meaning(
        msgid(
            "The first row of a table is marked as its header: it is repeated on each page, and"
            " read out with each cell."
        ),
        Example(
            wrong=msgid("A table whose first row is like the others"),
            right=msgid("The first row marked with Repeat Header Rows"),
        ),
    ),
    "TE-34": Meaning(
        msgid(
            "A template tells nothing of those who made it: no names, comments, tracked changes or"
            " hidden text, which would go out with each document or stay in the version history."
        ),
        Example(
            wrong=msgid("A comment between colleagues left in the template"),
            right=msgid("The comment answered and deleted"),
        ),
    ),
}
