"""What can go wrong on the way from a sound input to its documents."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

DOCUMENTS: Final[Mapping[str, Meaning]] = {
    "TE-01": Meaning(
        msgid(
            "A template is one that can be printed: its tags are known, closed and in their"
            " place, and its pictures have an alternative text."
        ),
        Example(
            wrong=msgid("{{ plan.titel }}"),
            right=msgid("{{ plan.title }}"),
        ),
    ),
    "YL-12": Meaning(
        msgid(
            "A picture has an alternative text for those who cannot see it, or is marked"
            " decorative; what lacks one is told with the code TE-01."
        ),
        Example(
            wrong=msgid("A picture in a template without an alternative text"),
            right=msgid(
                "Alternative text: The four steps of the process, from application to decision"
            ),
        ),
    ),
    "TE-02": Meaning(
        msgid(
            "Each language of an organisation has its templates; until then its documents come"
            " in the others."
        ),
        Example(
            wrong=msgid("Languages: fi; sv, with no Swedish template yet"),
            right=msgid("The template sv.docx beside fi.docx"),
        ),
    ),
    "OUT-01": Meaning(
        msgid(
            "A document that somebody has edited is never written over; the new one is put"
            " beside it."
        ),
        Example(
            wrong=msgid("The invitation edited in Word, and made anew"),
            right=msgid("What was edited, carried over into the input or the template"),
        ),
    ),
    "OUT-02": Meaning(
        msgid(
            "The list of what paja made tells which documents are unedited; without it all that"
            " differ are kept."
        ),
        Example(
            wrong=msgid("manifest.json edited by hand"),
            right=msgid("manifest.json left to paja"),
        ),
    ),
    "OUT-03": Meaning(
        msgid("An event that goes into a calendar has values that fit together."),
        Example(
            wrong=msgid("An event that ends after the year 2100"),
            right=msgid("An event within the programme"),
        ),
    ),
    "OUT-04": Meaning(
        msgid(
            "A workbook that can be read can be marked; one that cannot is told of in the list"
            " of findings only."
        ),
        Example(
            wrong=msgid("A workbook that is protected by a password, with --mark"),
            right=msgid("The password removed, and the command given again"),
        ),
    ),
    "EN-01": Meaning(
        msgid(
            "Files can be opened and folders written to; here the machine is in the way, not"
            " what you filled in."
        ),
        Example(
            wrong=msgid("The workbook is open in Excel and locked"),
            right=msgid("The workbook closed in Excel, and the command given again"),
        ),
    ),
}
