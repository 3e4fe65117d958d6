"""How the words of tags are spelt: statements that do not exist, and what was meant by them."""

import difflib
import re
from collections.abc import Mapping
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text

#: What opens a block, and what closes it.
BLOCKS: Final[Mapping[str, str]] = {
    "if": "endif",
    "for": "endfor",
    "macro": "endmacro",
    "set": "endset",
}
#: What may stand inside a block without opening one.
MIDDLES: Final[Mapping[str, frozenset[str]]] = {
    "elif": frozenset({"if"}),
    "else": frozenset({"if", "for"}),
}
STATEMENTS: Final = (*BLOCKS, *BLOCKS.values(), *MIDDLES)
#: What a tag may stand for as a whole; the letters follow its bracket at once.
_SCOPES: Final = ("p", "tr", "tc", "r")
_SPACED: Final = re.compile(r"(\{[{%])-?\s+(p|tr|tc|r)\s+\w")
_QUOTES: Final = re.compile(r"[«»‹›„‚`´′″]")
_SIGNS: Final = re.compile(r"[–—−≠≤≥]")
#: Characters that nobody sees, and that Word takes along from web pages.
_UNSEEN: Final = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


def unknown_statement(word: str, place: Location) -> TemplateError:
    """Return the fault of a tag that begins with a word which no statement begins with."""
    if word in _SCOPES and not _SPACED.match(place.tag or ""):
        return tag_fault(
            Text("The tag {tag} does not stand in what it is for.", tag=f"{{%{word} … %}}"),
            place,
            Text("Use tr and tc in tables only; in plain text write {tag}.", tag="{%p … %}"),
        )
    hint = spelling_hint(place.tag or "") or _glued(word)
    near = difflib.get_close_matches(word, STATEMENTS, n=1)
    if hint is None and near:
        hint = Text("Did you mean {name}?", name=near[0])
    return tag_fault(Text("There is no tag {name}.", name=word), place, hint)


def spelling_hint(tag: str) -> Text | None:
    """Return what to write instead of signs that no tag can hold; None if there are none."""
    spaced = _SPACED.match(tag)
    if spaced is not None:
        return Text("Write {start} without a space in it.", start=spaced[1] + spaced[2])
    if _UNSEEN.search(tag):
        return Text("The tag holds a character that cannot be seen: type the whole tag anew.")
    if _QUOTES.search(tag):
        return Text("Write straight quotation marks in tags: {sign}", sign='"…"')
    if _SIGNS.search(tag):
        return Text("Write the signs of tags with the keys of the keyboard: {signs}",
                    signs="- != <= >=")  # fmt: skip
    return None


def tag_fault(message: Text, place: Location, hint: Text | None = None) -> TemplateError:
    """Return the fault of a tag; without a hint, with the usual one."""
    usual = Text("Check that each tag is closed and each if and for has its end.")
    return TemplateError(message, hint=hint or usual, location=place)


def _glued(word: str) -> Text | None:
    """Return the hint for letters that a statement follows without a space, such as pif."""
    for scope in _SCOPES:
        if word.startswith(scope) and word.removeprefix(scope) in STATEMENTS:
            return Text("Write a space after {start}.", start=f"{{%{scope}")
    return None
