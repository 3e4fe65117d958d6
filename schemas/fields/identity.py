"""Addresses and identity codes: e-mail, telephone, Business ID, web address, colour."""

import re
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema

from schemas.fields.identity_faults import (
    BUSINESS_ID_CHECK,
    BUSINESS_ID_FORM,
    COLOUR_FORM,
    EMAIL_FORM,
    PHONE_FORM,
    PHONE_NUMBER,
    URL_FORM,
)
from schemas.fields.scalar import refusal, scalar_json, scalar_text

URL_LENGTH: Final = 2000
"""The links of online meetings are long."""

_EMAIL: Final = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}"
)
_PHONE: Final = re.compile(r"\+?[0-9 ()-]+")
_DASH: Final = re.compile(" ?[-\u2010\u2011\u2012\u2013\u2212] ?")
_BUSINESS_ID: Final = re.compile(r"([0-9]{7})-([0-9])")
_BUSINESS_ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2)
_URL: Final = re.compile(r"https?://[^\s/?#@<>\"\\]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_COLOUR: Final = re.compile(r"#?([0-9A-F]{6})")


def read_email(value: object) -> object:
    """Return an e-mail address with its domain in lower case; None stays None.

    Raises:
        PydanticCustomError: not one address.
    """
    if value is None:
        return None
    text = scalar_text(value, EMAIL_FORM)
    if not _EMAIL.fullmatch(text):
        raise refusal(EMAIL_FORM, value)
    name, _, domain = text.rpartition("@")
    return f"{name}@{domain.lower()}"


def read_phone(value: object) -> object:
    """Return a telephone number as it is written, with single spaces; None stays None.

    Raises:
        PydanticCustomError: not 5 to 20 digits, or a number that has lost its first zero.
    """
    if value is None:
        return None
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        raise refusal(PHONE_NUMBER, value)
    text = _DASH.sub("-", scalar_text(value, PHONE_FORM))
    digits = sum(character.isdigit() for character in text)
    if not _PHONE.fullmatch(text) or not 5 <= digits <= 20:
        raise refusal(PHONE_FORM, value)
    return text


def read_business_id(value: object) -> object:
    """Return a Finnish Business ID (Y-tunnus) such as 1234567-1; None stays None.

    The check digit follows the weights of the Finnish Patent and Registration Office.

    Raises:
        PydanticCustomError: another form, or a check digit that does not match.
    """
    if value is None:
        return None
    text = _DASH.sub("-", scalar_text(value, BUSINESS_ID_FORM))
    found = _BUSINESS_ID.fullmatch(text)
    if found is None:
        raise refusal(BUSINESS_ID_FORM, value)
    weighted = sum(
        int(digit) * weight for digit, weight in zip(found[1], _BUSINESS_ID_WEIGHTS, strict=True)
    )
    # A remainder of 1 would need the check digit 10: such numbers are not given.
    if int(found[2]) != -weighted % 11:
        raise refusal(BUSINESS_ID_CHECK, value)
    return text


def read_url(value: object) -> object:
    """Return a web address of http or https; None stays None.

    Raises:
        PydanticCustomError: another kind of address, or a character that none may have.
    """
    if value is None:
        return None
    text = scalar_text(value, URL_FORM, URL_LENGTH)
    if not _URL.fullmatch(text) or not text.isprintable():
        raise refusal(URL_FORM, value)
    return text


def read_colour(value: object) -> object:
    """Return a colour as "#1F4E79"; None stays None.

    Raises:
        PydanticCustomError: not six hexadecimal digits.
    """
    if value is None:
        return None
    found = _COLOUR.fullmatch(scalar_text(value, COLOUR_FORM).upper())
    if found is None:
        raise refusal(COLOUR_FORM, value)
    return f"#{found[1]}"


Email = Annotated[
    str,
    BeforeValidator(read_email),
    WithJsonSchema(scalar_json("One e-mail address.", "malli.mallinen@example.org")),
]
"""One e-mail address."""

Phone = Annotated[
    str,
    BeforeValidator(read_phone),
    WithJsonSchema(scalar_json("A telephone number.", "040 000 0000", "+358 40 000 0000")),
]
"""A telephone number, kept as text."""

BusinessId = Annotated[
    str,
    BeforeValidator(read_business_id),
    WithJsonSchema(scalar_json("A Finnish Business ID.", "1234567-1")),
]
"""A Finnish Business ID whose check digit matches."""

UrlText = Annotated[
    str,
    BeforeValidator(read_url),
    WithJsonSchema(scalar_json("A web address.", "https://www.example.org/page")),
]
"""A web address that begins with http:// or https://."""

AccentColour = Annotated[
    str,
    BeforeValidator(read_colour),
    WithJsonSchema(scalar_json("A colour.", "#1F4E79")),
]
"""A colour as "#1F4E79"."""
