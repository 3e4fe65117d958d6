"""What Jinja and Python say of a tag, in words that have a translation."""

import re
from collections.abc import Mapping
from typing import Final

from pipeline.core.text import Text
from schemas.msgid import msgid

#: What Jinja's parser calls the pieces of a tag.
_TOKENS: Final[Mapping[str, Text]] = {
    "end of print statement": Text("the end of the tag"),
    "end of statement block": Text("the end of the tag"),
    "begin of print statement": Text("a new tag"),
    "begin of statement block": Text("a new tag"),
    "end of template": Text("the end of the text"),
    "name": Text("a name"),
    "string": Text("a text in quotation marks"),
    "integer": Text("a whole number"),
    "float": Text("a number with decimals"),
}
_SAID: Final = (
    (re.compile(r"No filter named '(?P<name>.*)'\."), msgid("No filter named '{name}'.")),
    (re.compile(r"No test named '(?P<name>.*)'\."), msgid("No test named '{name}'.")),
    (
        re.compile(r"expected token '(?P<wanted>.*)', got '(?P<given>.*)'"),
        msgid("{given} stands where {wanted} was expected."),
    ),
    (
        re.compile(r"Expected an expression, got '(?P<given>.*)'"),
        msgid("{given} stands where a value was expected."),
    ),
    (re.compile(r"unexpected char '(?P<given>.*)' at \d+"), msgid("{given} has no meaning there.")),
    (re.compile(r"unexpected '(?P<given>.*)'"), msgid("{given} has no meaning there.")),
)
_CONSTRUCTS: Final[Mapping[str, Text]] = {
    "call": Text("a call"),
    "% on text": Text("the sign % on a text"),
    "a key that is worked out": Text("a key that is worked out"),
    "print of a constant": Text("a value written out that has no text of its own"),
}


def reason_of(said: str) -> Text | str:
    """Return what Jinja's parser says of a tag; as it stands, where it is not one of the usual."""
    for pattern, words in _SAID:
        found = pattern.fullmatch(said)
        if found is not None:
            pieces = {
                key: text if key == "name" else _token(text)
                for key, text in found.groupdict().items()
            }
            return Text(words, **pieces)
    return said


def construct_of(name: str) -> Text | str:
    """Return the name of something that templates may not use; statements keep their own."""
    return _CONSTRUCTS.get(name, name)


def calculation_of(fault: BaseException) -> Text | str:
    """Return why an expression could not be worked out."""
    match fault:
        case ZeroDivisionError():
            return Text("it divides by zero")
        case IndexError():
            return Text("the list has no such item")
        case RecursionError():
            return Text("a macro calls itself without end")
        case _:
            return str(fault)


def _token(text: str) -> Text | str:
    return _TOKENS.get(text, f"“{text}”" if not text.replace("_", "").isalnum() else text)
