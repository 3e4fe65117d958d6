"""Why a file cannot be used as a whole: its kind, damage, limits, encoding, the form of YAML."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

FILES: Final[Mapping[str, Meaning]] = {
    "FI-02": Meaning(
        msgid("A file with nothing in it tells nothing; it was often not copied wholly."),
        Example(
            wrong=msgid("esimerkkila.xlsx, 0 bytes"),
            right=msgid("The file sent again, which opens in Excel"),
        ),
    ),
    "FI-03": Meaning(
        msgid(
            "Submissions are Excel workbooks (.xlsx or .xlsm) or YAML files; other kinds are"
            " not read."
        ),
        Example(
            wrong=msgid("esimerkkila.xls, an old Excel workbook"),
            right=msgid("esimerkkila.xlsx, saved as an Excel Workbook"),
        ),
    ),
    "FI-04": Meaning(
        msgid("A workbook that is protected by a password cannot be opened without it."),
        Example(
            wrong=msgid("A password is asked for when the workbook is opened"),
            right=msgid("The password removed (File, Info, Protect Workbook)"),
        ),
    ),
    "FI-05": Meaning(
        msgid("The parts of a workbook fit together; a file cut off on its way cannot be read."),
        Example(
            wrong=msgid("A workbook of which half arrived"),
            right=msgid("The workbook repaired by Excel and saved again, or sent again"),
        ),
    ),
    "FI-06": Meaning(
        msgid(
            "The rare form Strict Open XML is not read; Excel can save the same workbook in its"
            " usual form."
        ),
        Example(
            wrong=msgid("File type: Strict Open XML Spreadsheet (.xlsx)"),
            right=msgid("File type: Excel Workbook (.xlsx)"),
        ),
    ),
    "FI-07": Meaning(
        msgid(
            "A file has a largest size, and opening it takes only so much time and memory, so that"
            " one file does not stop all the others."
        ),
        Example(
            wrong=msgid("A million empty rows that carry a colour"),
            right=msgid("The filled-in rows copied into a fresh workbook"),
        ),
    ),
    "FI-08": Meaning(
        msgid(
            "A workbook has nothing that no real workbook has, such as parts that refer outside"
            " of it."
        ),
        Example(
            wrong=msgid("A workbook made by an unknown program"),
            right=msgid("The same workbook opened in Excel and saved as a new one"),
        ),
    ),
    "FI-09": Meaning(
        msgid("A workbook is the form of this programme: its sheets are known by their names."),
        Example(
            wrong=msgid("A workbook of the budget by mistake"),
            right=msgid("The filled-in form of the programme"),
        ),
    ),
    "FI-11": Meaning(
        msgid("The value of each cell is stored so that it can be read."),
        Example(
            wrong=msgid("A cell whose number is stored as a broken text"),
            right=msgid("The value typed anew in Excel"),
        ),
    ),
    "FI-20": Meaning(
        msgid("A YAML file is a text file in UTF-8, so that ä and ö come out right."),
        Example(
            wrong=msgid("YAML saved with the encoding Windows-1252"),
            right=msgid("YAML saved with the encoding UTF-8"),
        ),
    ),
    "FI-21": Meaning(
        msgid("A YAML file holds no characters that are invisible and forbidden."),
        Example(
            wrong=msgid("name: Malli, with an invisible control character after it"),
            right=msgid("name: Malli"),
        ),
    ),
    "FI-22": Meaning(
        msgid(
            "A YAML file can be read line by line: its brackets, quotes and indentation end"
            " where they should."
        ),
        Example(
            wrong=msgid("title: “Plan (the quotation mark is not closed)"),
            right=msgid("title: Plan"),
        ),
    ),
    "FI-23": Meaning(
        msgid(
            "Special features of YAML, such as references inside the file and tags, are not"
            " used: a form has no need of them."
        ),
        Example(
            wrong=msgid("accountable: *same"),
            right=msgid("accountable: TEH1"),
        ),
    ),
    "FI-24": Meaning(
        msgid("A key stands once, for otherwise one of the two values would vanish unseen."),
        Example(
            wrong=msgid("period: 2022 on line 3 and period: 2023 on line 9"),
            right=msgid("period: 2022–2023"),
        ),
    ),
    "FI-25": Meaning(
        msgid("A file holds one form."),
        Example(
            wrong=msgid("Two forms in one file, three hyphens between them"),
            right=msgid("Each form in a file of its own"),
        ),
    ),
    "FI-26": Meaning(
        msgid(
            "Values are nested a few levels only; more than that is a slip in brackets or"
            " indentation."
        ),
        Example(
            wrong=msgid("[[[[[[[[[[[[[[[[[[[[[text"),
            right=msgid("“[text]” in quotation marks"),
        ),
    ),
    "FI-27": Meaning(
        msgid("A YAML file begins with keys and their values."),
        Example(
            wrong=msgid("A plain text without keys"),
            right=msgid("organisation: and its keys below it"),
        ),
    ),
    "FI-28": Meaning(
        msgid("A YAML file has a largest size and a largest number of values."),
        Example(
            wrong=msgid("A file of thirty megabytes"),
            right=msgid("The form alone, without what was pasted into it"),
        ),
    ),
    "FI-30": Meaning(
        msgid("Something is filled in."),
        Example(
            wrong=msgid("A form sent back as empty as it came"),
            right=msgid("A form saved after filling it in"),
        ),
    ),
}
