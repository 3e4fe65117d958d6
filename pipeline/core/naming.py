"""Safe names of files and folders, made from texts that people wrote."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date as Date  # noqa: N812  (`date` is the name of a part of the pattern)
from hashlib import sha256
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.text import Text

SLUG_LENGTH: Final = 60
NAME_LENGTH: Final = 110
"""Bytes of a whole file name: 120 may be used, and `_uusi-99` must still fit beside it."""

PLACEHOLDERS: Final = ("date", "deliverable", "organisation", "language", "version")

_HASH_LENGTH: Final = 8
_SHORTEST_CUT: Final = 2 * _HASH_LENGTH
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_LETTERS: Final = str.maketrans({
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
})
_RESERVED: Final = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}


def slug(text: str) -> str:
    """Return a name of a–z, 0–9 and single hyphens, at most 60 long and never empty.

    Accents are dropped (ä → a), a text without Latin letters becomes `x-` and a hash, a long one
    ends in a hash, and a name that Windows reserves gets `-x` after it.
    """
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    letters = "".join(mark for mark in lowered if not unicodedata.combining(mark))
    joined = re.sub("[^a-z0-9]+", "-", letters.translate(_LETTERS)).strip("-")
    return _unreserved(_shortened(joined or f"x-{_hash(text)}", SLUG_LENGTH))


def file_name(
    pattern: str,
    *,
    date: Date | None,
    deliverable: str,
    organisation: str,
    language: str,
    version: str | None,
    extension: str,
) -> str:
    """Return a bare file name of at most 110 bytes from a pattern such as `{date}_{organisation}`.

    The parts between underscores are independent: one whose value is missing is left out. A name
    that would be too long has its organisation cut, with a hash that keeps it unique.

    Raises:
        TemplateError: the pattern has an unknown part, a stray brace, or comes out empty.
    """
    values = {
        "date": date.isoformat() if date else "",
        "deliverable": slug(deliverable),
        "organisation": slug(organisation),
        "language": slug(language),
        "version": slug(version) if version else "",
    }
    ending = "." + re.sub("[^a-z0-9]", "", extension.lower())
    room = NAME_LENGTH - len(ending)
    stem = _filled(pattern, values)
    if len(stem) > room:
        stem = _filled(pattern, values | {"organisation": _cut(values, pattern, len(stem) - room)})
    return _unreserved(_shortened(stem, room)) + ending


def folded(name: str) -> str:
    """Return the form in which a file system that ignores case would compare the name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    parts = [_part(part, values, pattern) for part in pattern.split("_")]
    stem = "_".join(part for part in parts if part)
    if not stem:
        raise _bad_pattern(pattern, Text("it comes out empty"))
    return stem


def _part(part: str, values: Mapping[str, str], pattern: str) -> str:
    found = _PLACEHOLDER.findall(part)
    unknown = [name for name in found if name not in values]
    if unknown:
        raise _bad_pattern(pattern, Text("the part “{part}” is unknown", part=unknown[0]))
    if set(_PLACEHOLDER.sub("", part)) & set("{}"):
        raise _bad_pattern(pattern, Text("a brace is without its pair"))
    if not all(values[name] for name in found):
        return ""
    filled = _PLACEHOLDER.sub(lambda name: values[name[1]], part)
    return slug(filled) if filled.strip() else ""


def _bad_pattern(pattern: str, reason: Text) -> TemplateError:
    parts = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    return TemplateError(
        Text(
            "The file name pattern “{pattern}” cannot be used: {reason}.",
            pattern=pattern,
            reason=reason,
        ),
        hint=Text("Use these parts: {parts}.", parts=parts),
    )


def _cut(values: Mapping[str, str], pattern: str, excess: int) -> str:
    organisation = values["organisation"]
    times = max(1, pattern.count("{organisation}"))
    return _shortened(organisation, max(_SHORTEST_CUT, len(organisation) - -(-excess // times)))


def _shortened(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return f"{text[: limit - _HASH_LENGTH - 1].rstrip('-_')}-{_hash(text)}"


def _unreserved(name: str) -> str:
    return f"{name}-x" if name in _RESERVED else name


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
