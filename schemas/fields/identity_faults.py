"""The faults of addresses, identity codes, versions and colours."""

from typing import Final

from schemas.fields.fault import Fault
from schemas.msgid import msgid

EMAIL_FORM: Final = Fault(
    key="email_form",
    code="YL-15",
    message=msgid("“{text}” is not an e-mail address."),
    hint=msgid("Write one address alone, for example malli.mallinen@example.org."),
)
PHONE_FORM: Final = Fault(
    key="phone_form",
    code="YL-15",
    message=msgid("“{text}” is not a telephone number."),
    hint=msgid("Write 5 to 20 digits, for example 040 000 0000 or +358 40 000 0000."),
)
PHONE_NUMBER: Final = Fault(
    key="phone_number",
    code="YL-15",
    message=msgid(
        "The telephone number {text} is in the cell as a number, without its first zero."
    ),
    hint=msgid("Format the cell as text and write the number again, for example 040 000 0000."),
)
BUSINESS_ID_FORM: Final = Fault(
    key="business_id_form",
    code="YL-15",
    message=msgid("“{text}” is not a Business ID."),
    hint=msgid("Write seven digits, a hyphen and the check digit, for example 1234567-1."),
)
BUSINESS_ID_CHECK: Final = Fault(
    key="business_id_check",
    code="YL-15",
    message=msgid("The check digit of the Business ID “{text}” does not match its other digits."),
    hint=msgid("Compare the Business ID with the organisation's own records; a digit is wrong."),
)
URL_FORM: Final = Fault(
    key="url_form",
    code="YL-05",
    message=msgid("“{text}” is not a web address."),
    hint=msgid("Write the whole address, for example https://www.example.org/page."),
)
VERSION_FORM: Final = Fault(
    key="version_form",
    code="YL-05",
    message=msgid("“{text}” is not a version number."),
    hint=msgid("Write two numbers with a dot between them, for example 0.5 or 1.0."),
)
COLOUR_FORM: Final = Fault(
    key="colour_form",
    code="YL-05",
    message=msgid("“{text}” is not a colour."),
    hint=msgid("Write the colour as # and six digits or letters A–F, for example #1F4E79."),
)

FAULTS: Final = (
    EMAIL_FORM,
    PHONE_FORM,
    PHONE_NUMBER,
    BUSINESS_ID_FORM,
    BUSINESS_ID_CHECK,
    URL_FORM,
    VERSION_FORM,
    COLOUR_FORM,
)
