"""The tags of a text, and the text without them."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.wording.line import Line

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
#: Stands for a tag where only the words around tags are compared.
BLANK: Final = "{…}"


def tags_of(line: Line) -> Iterator[str]:
    """Yield the tags of a line in their order, blanks in them as single ones."""
    for paragraph in line.paragraphs:
        for tag in _TAG.findall(paragraph.text):
            yield " ".join(tag.split())


def without_tags(text: str) -> str:
    """Return a text without its tags."""
    return _TAG.sub("", text)


def blanked(text: str) -> str:
    """Return a text with each tag as the same blank."""
    return _TAG.sub(BLANK, text)


def is_whole(text: str) -> bool:
    """Tell that no tag is cut off at the end of a piece of text."""
    rest = without_tags(text)
    return not any(sign in rest for sign in ("{{", "{%", "{#"))
