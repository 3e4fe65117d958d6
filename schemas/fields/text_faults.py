"""The faults of texts, choices, yes-or-no answers and references."""

from typing import Final

from schemas.fields.fault import Fault
from schemas.msgid import msgid

TEXT_KIND: Final = Fault(
    key="text_kind",
    code="YL-05",
    message=msgid("A text is expected here, not “{text}”."),
    hint=msgid("Write the value as one text."),
)
TEXT_CHARACTER: Final = Fault(
    key="text_character",
    code="CE-01",
    message=msgid(
        "The character {character} at position {position} cannot be stored in a Word document."
    ),
    hint=msgid("Delete the character; it is usually invisible and came along when copying."),
)
TEXT_BREAK_CHARACTER: Final = Fault(
    key="text_break_character",
    code="CE-01",
    message=msgid(
        "The character {character} at position {position} cannot be stored in a Word document."
    ),
    hint=msgid("Delete the character and use a line break instead (in Excel: Alt+Enter)."),
)
TEXT_LONG: Final = Fault(
    key="text_long",
    code="CE-02",
    message=msgid("The text has {length} characters; at most {limit} fit here."),
    hint=msgid("Shorten the text to {limit} characters, or divide it between several fields."),
)
VALUE_LONG: Final = Fault(
    key="value_long",
    code="CE-02",
    message=msgid("“{text}” has {length} characters, which is too long for a value of this kind."),
    hint=msgid("Write only the value here, at most {limit} characters; explain it elsewhere."),
)
CHOICE_UNKNOWN: Final = Fault(
    key="choice_unknown",
    code="YL-05",
    message=msgid("“{text}” is not one of the choices."),
    hint=msgid("Write one of these: {accepted}."),
)
CHOICE_NEAR: Final = Fault(
    key="choice_near",
    code="YL-05",
    message=msgid("“{text}” is not one of the choices. Did you mean {suggestion}?"),
    hint=msgid("Write one of these: {accepted}."),
)
TRUTH_UNREADABLE: Final = Fault(
    key="truth_unreadable",
    code="YL-05",
    message=msgid("“{text}” is neither yes nor no."),
    hint=msgid("Write “yes” or “no” (also accepted: kyllä, ei, ja, nej, x)."),
)
IDENTIFIER_FORM: Final = Fault(
    key="identifier_form",
    code="YL-05",
    message=msgid("“{text}” is not an identifier of this table."),
    hint=msgid("Write {prefix} and a number from 1 to 999, for example {example}."),
)

FAULTS: Final = (
    TEXT_KIND,
    TEXT_CHARACTER,
    TEXT_BREAK_CHARACTER,
    TEXT_LONG,
    VALUE_LONG,
    CHOICE_UNKNOWN,
    CHOICE_NEAR,
    TRUTH_UNREADABLE,
    IDENTIFIER_FORM,
)
