"""Texts as YAML writes them: plain where that is safe, else in quotation marks or as a block."""

import json
import re
from typing import Final

#: What stands behind a key: one text, or several as a list.
Written = str | tuple[str, ...]

#: A text that any reader of YAML takes for itself: it begins with a letter or digit.
_PLAIN: Final = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*\S)?")
#: What a plain text must not hold: a key, a comment, or what ends an item within brackets.
_UNSAFE: Final = re.compile(r":(?:\s|$)|\s#")
_IN_BRACKETS: Final = re.compile(r"[\[\]{},]")
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
#: Lines that a block keeps as they are.
_BLOCK_LINE: Final = re.compile(r"(?:[^\s\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*\S)?)?")
_ODD: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def yaml_text(text: str, indent: int, *, in_brackets: bool = False) -> str:
    """Return a text as it stands behind its key; lines after the first are indented."""
    lines = text.split("\n")
    if len(lines) > 1 and not in_brackets and _fits_block(lines):
        margin = " " * indent
        return "|-" + "".join(f"\n{margin}{line}" if line else "\n" for line in lines)
    if _is_plain(text) and not (in_brackets and _IN_BRACKETS.search(text)):
        return text
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def yaml_list(texts: tuple[str, ...]) -> str:
    """Return texts as a list in brackets."""
    return "[" + ", ".join(yaml_text(text, 0, in_brackets=True) for text in texts) + "]"


def yaml_value(value: Written, indent: int, *, in_brackets: bool = False) -> str:
    """Return a text or a list of texts as it stands behind its key."""
    if isinstance(value, str):
        return yaml_text(value, indent, in_brackets=in_brackets)
    return yaml_list(value)


def _is_plain(text: str) -> bool:
    if text.casefold() in _WORDS or not _PLAIN.fullmatch(text):
        return False
    return not _UNSAFE.search(text)


def _fits_block(lines: list[str]) -> bool:
    return bool(lines[0] and lines[-1]) and all(
        _BLOCK_LINE.fullmatch(line) and not _ODD.search(line) for line in lines
    )
