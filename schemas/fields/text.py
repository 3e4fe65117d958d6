"""Texts: what Word can hold, in full, trimmed at the edges, with plain line breaks."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from schemas.blank import EDGES
from schemas.fields.scalar import refusal, shown
from schemas.fields.text_faults import TEXT_BREAK_CHARACTER, TEXT_CHARACTER, TEXT_KIND, TEXT_LONG

TEXT_LENGTH: Final = 32_767
"""What one cell of Excel holds."""
TITLE_LENGTH: Final = 255
"""What a document property of Word holds."""

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_END: Final = re.compile(r"\r\n?")
_REFUSED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK: Final = re.compile("[\n\u2028\u2029]")
_BREAK_CHARACTERS: Final = "\x0b\x0c"
_SUSPICIOUS: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200b-\u200d\u2060\ufeff]")
_JOINER: Final = "\u200d"


@dataclass(frozen=True, slots=True)
class TextRule:
    """Say in `Annotated[str, TextRule(limit=…)]` how long a text may be, and if it is one line."""

    limit: int = TEXT_LENGTH
    one_line: bool = False

    def read(self, value: object) -> object:
        """Return the text that a document shows for a value; None stays None.

        Numbers, dates, times and truth values become their Finnish text.

        Raises:
            PydanticCustomError: no text, too long, or a character that Word cannot hold.
        """
        if value is None:
            return None
        if not isinstance(value, str | bool | int | Decimal | date | time):
            raise refusal(TEXT_KIND, value)
        text = plain(shown(value)).strip(EDGES)
        _refuse_characters(text)
        if self.one_line:
            lines = (line.strip(" \t") for line in _BREAK.split(text))
            text = " ".join(line for line in lines if line).strip(EDGES)
        if len(text) > self.limit:
            raise refusal(TEXT_LONG, text, length=len(text), limit=self.limit)
        return text

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "maxLength": self.limit}


PlainText = Annotated[str, TextRule()]
"""A text of one or more lines, at most 32 767 characters."""

TitleText = Annotated[str, TextRule(limit=TITLE_LENGTH, one_line=True)]
"""A text of one line, at most 255 characters; line breaks become spaces."""


def plain(text: str) -> str:
    r"""Return the text with Excel's escapes (`_x000D_`) decoded and every line end as \n."""
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    joined = _PAIR.sub(lambda pair: _utf16(pair[0]), decoded)
    return _LINE_END.sub("\n", joined)


def suspicious(text: str) -> tuple[tuple[str, int], ...]:
    """List the directional overrides and zero-width characters of a text.

    Each is (character as "U+202E", position from 1). A joiner inside an emoji is not listed.
    """
    return tuple(
        (_name(found[0]), found.start() + 1)
        for found in _SUSPICIOUS.finditer(text)
        if not (found[0] == _JOINER and _joins_emoji(text, found.start()))
    )


def _refuse_characters(text: str) -> None:
    found = _REFUSED.search(text)
    if found is None:
        return
    what = TEXT_BREAK_CHARACTER if found[0] in _BREAK_CHARACTERS else TEXT_CHARACTER
    raise refusal(what, text, character=_name(found[0]), position=found.start() + 1)


def _joins_emoji(text: str, position: int) -> bool:
    before = text[position - 1 : position]
    return before == "\ufe0f" or (bool(before) and unicodedata.category(before) in {"So", "Sk"})


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _utf16(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
