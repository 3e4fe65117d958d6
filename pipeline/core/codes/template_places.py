"""What the checks of Word templates notice of the places of tags."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

TEMPLATE_PLACES: Final[Mapping[str, Meaning]] = {
    "TE-02": Meaning(
        msgid(
            "A tag that stands for a row, a cell or a paragraph takes along all that stands in"
            " it; other tags there would disappear."
        ),
        Example(
            wrong=msgid("{%tr for m in measures %}{{ m.name }} in one row"),
            right=msgid("{%tr for m in measures %} in a row of its own, {{ m.name }} in the next"),
        ),
    ),
    "TE-03": Meaning(
        msgid(
            "Text beside a tag that stands for its row, cell or paragraph is not printed: the row,"
            " cell or paragraph disappears."
        ),
        Example(
            wrong=msgid("A note in the row of {%tr for m in measures %}"),
            right=msgid("An empty row with the tag alone"),
        ),
    ),
    "TE-04": Meaning(
        msgid(
            "A block ends where it begins: in the same cell, for rows in the same table, and with"
            " the same kind of tag. Else the document could not be opened."
        ),
        Example(
            wrong=msgid("{% if a %} in one cell, {% endif %} in the next"),
            right=msgid("{% if a %} and {% endif %} in each of the two cells"),
        ),
    ),
    "TE-05": Meaning(
        msgid(
            "The brackets of a tag stand together, and each end has its beginning; else the"
            " document shows the tag itself."
        ),
        Example(
            wrong=msgid("A tag with a space between its two brackets"),
            right=msgid("{{ document.title }}"),
        ),
    ),
    "TE-06": Meaning(
        msgid(
            "No tag stands in text that tracked changes have deleted or moved away: it would be"
            " filled in all the same."
        ),
        Example(
            wrong=msgid("A tag in text that tracked changes have deleted"),
            right=msgid("The change accepted, so that the tag is gone"),
        ),
    ),
    "TE-50": Meaning(
        msgid(
            "The templates of a deliverable in different languages use the same names, repeat the"
            " same lists, and have the same headings in the same order."
        ),
        Example(
            wrong=msgid("The Finnish template shows the risks, the Swedish one does not"),
            right=msgid("Both show the risks"),
        ),
    ),
    "TE-51": Meaning(
        msgid(
            "What organisations have to give is shown in some document of the programme; else it"
            " is asked for in vain."
        ),
        Example(
            wrong=msgid("A required column that no template has a tag for"),
            right=msgid("A tag for it in one of the programme's templates"),
        ),
    ),
}
