"""What sheets, headers and keys have to be: all there, known, and each once."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

HEADINGS: Final[Mapping[str, Meaning]] = {
    "YL-01": Meaning(
        msgid("A workbook is of this programme and of a version that is known."),
        Example(
            wrong=msgid("The workbook of another programme"),
            right=msgid("This programme's workbook, made with paja"),
        ),
    ),
    "YL-04": Meaning(
        msgid(
            "The cells of rows are not merged: of merged cells only the first holds a value."
            " Where it is safe the value is taken for all of them, with a warning."
        ),
        Example(
            wrong=msgid("Cells F5:F7 merged, spring 2022 in them"),
            right=msgid("spring 2022 in each of the cells F5, F6 and F7"),
        ),
    ),
    "HE-01": Meaning(
        msgid("Each sheet of the form is in the workbook, even when it is empty."),
        Example(
            wrong=msgid("The sheet of the risks has been deleted"),
            right=msgid("The sheet of the risks, copied from a fresh workbook"),
        ),
    ),
    "HE-02": Meaning(
        msgid(
            "Each header or label of the form is on its sheet; without it nobody knows what a"
            " column holds."
        ),
        Example(
            wrong=msgid("The header of the column “Timing” has been deleted"),
            right=msgid("The header written back"),
        ),
    ),
    "HE-03": Meaning(
        msgid("A header stands once on a sheet."),
        Example(
            wrong=msgid("Two columns are headed “Timing”"),
            right=msgid("One of them deleted or renamed"),
        ),
    ),
    "HE-04": Meaning(
        msgid("The names of sheets differ by more than case and spaces."),
        Example(
            wrong=msgid("Sheets “Risks” and “risks ”"),
            right=msgid("One sheet “Risks”"),
        ),
    ),
    "HE-05": Meaning(
        msgid(
            "A column that the form does not know is not read, so its values would be lost unseen."
        ),
        Example(
            wrong=msgid("A column “Remarks” of your own"),
            right=msgid("The remarks in a field of the form, or the column deleted"),
        ),
    ),
    "HE-06": Meaning(
        msgid("A sheet that the form does not know is not read."),
        Example(
            wrong=msgid("A sheet “Sheet1” with notes"),
            right=msgid("The sheet deleted, or its rows on a sheet of the form"),
        ),
    ),
    "HE-07": Meaning(
        msgid("A table sheet has its row of headers."),
        Example(
            wrong=msgid("The row of headers has been deleted"),
            right=msgid("The headers copied back from a fresh workbook"),
        ),
    ),
    "HE-08": Meaning(
        msgid("What stands outside of the headers is not read."),
        Example(
            wrong=msgid("A note in a column without a header"),
            right=msgid("The note in a field of the form"),
        ),
    ),
    "HE-20": Meaning(
        msgid("Each key of a YAML file is one that the form knows."),
        Example(
            wrong=msgid("acountable: TEH1"),
            right=msgid("accountable: TEH1"),
        ),
    ),
    "HE-21": Meaning(
        msgid("A value has the form that its key wants: a text, keys of its own, or a list."),
        Example(
            wrong=msgid("measures: P1"),
            right=msgid("measures: with a hyphen before each measure"),
        ),
    ),
}
