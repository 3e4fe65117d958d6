"""What a reader noticed and did all the same."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

NOTICES: Final[Mapping[str, Meaning]] = {
    "IN-01": Meaning(
        msgid("A workbook without macros is safer to send; paja never runs them."),
        Example(
            wrong=msgid("esimerkkila.xlsm with macros"),
            right=msgid("esimerkkila.xlsx without macros"),
        ),
    ),
    "IN-02": Meaning(
        msgid("A workbook stands on its own: values fetched from another workbook may be old."),
        Example(
            wrong=msgid("=[Budget.xlsx]Sheet1!B4"),
            right=msgid("12 500 €, pasted as a value"),
        ),
    ),
    "IN-03": Meaning(
        msgid("What is hidden or struck through is read, though you may not mean it any more."),
        Example(
            wrong=msgid("A hidden row with an old measure"),
            right=msgid("The row deleted, or made visible"),
        ),
    ),
    "IN-04": Meaning(
        msgid("The example row is left as it is; who writes over it has filled in a row."),
        Example(
            wrong=msgid("The example row with one cell changed"),
            right=msgid("The example row as it was, and your own rows from row 4 on"),
        ),
    ),
    "IN-05": Meaning(
        msgid(
            "In the folder of submissions there are submissions only; other things in it are"
            " not read."
        ),
        Example(
            wrong=msgid("submissions/esimerkkila.pdf"),
            right=msgid("submissions/esimerkkila.xlsx"),
        ),
    ),
    "IN-06": Meaning(
        msgid(
            "What is filled in is usually meant to be read: a cell that no document shows may be in"
            " the wrong column, or a template may lack its tag."
        ),
        Example(
            wrong=msgid("A measure's description filled in, and no template prints it"),
            right=msgid("The tag of the description added to the template, or the cell left out"),
        ),
    ),
    "IN-20": Meaning(
        msgid("In YAML a # begins a comment; a text that has one goes into quotation marks."),
        Example(
            wrong=msgid("title: Plan #2"),
            right=msgid("title: “Plan #2” in quotation marks"),
        ),
    ),
}
