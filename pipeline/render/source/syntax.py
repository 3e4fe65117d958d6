"""All that is wrong with the tags of a part, found in one run: each tag, then how they nest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, TemplateSyntaxError

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.sandbox.faults import unknown_hint
from pipeline.render.sandbox.jinja_words import reason_of
from pipeline.render.source.dialect import PartSource
from pipeline.render.source.positions import TAG
from pipeline.render.source.spelling import (
    BLOCKS,
    MIDDLES,
    STATEMENTS,
    spelling_hint,
    tag_fault,
    unknown_statement,
)

_WORD: Final = re.compile(r"\{%-?\s*(\w+)")
_ASSIGNS: Final = re.compile(r"\{%-?\s*set\s[^=]*=[^=]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Tag:
    """One tag of a part's source; `word` is what a statement begins with, empty for a print."""

    text: str
    word: str
    location: Location


def syntax_faults(environment: Environment, part: PartSource) -> tuple[TemplateError, ...]:
    """Return a fault for each tag that cannot be read or does not fit its neighbours."""
    tags = tuple(_tags(part))
    unclosed = (
        tag_fault(Text("A tag is opened and not closed."), place) for place in part.unclosed
    )
    unread = (fault for tag in tags for fault in _own_faults(environment, tag))
    return (*unclosed, *unread, *_nesting_faults(tags))


def _tags(part: PartSource) -> Iterator[_Tag]:
    line, end = 1, 0
    for found in TAG.finditer(part.source):
        line += part.source.count("\n", end, found.start())
        end = found.start()
        word = _WORD.match(found[0])
        # A tag's words stand on the line after its brackets.
        place = part.places.get(line + 1, Location(part=part.name))
        yield _Tag(found[0], word[1] if word else "", place)


def _own_faults(environment: Environment, tag: _Tag) -> Iterator[TemplateError]:
    """Yield what is wrong with a tag by itself, put into the least that makes it whole."""
    if tag.word and not _is_known(tag.word):
        yield unknown_statement(tag.word, tag.location)
        return
    whole = _whole(tag)
    if whole is None:
        return
    try:
        # Unknown filters and tests are noticed only where code is made of the tree.
        environment.compile(whole, raw=True)
    except TemplateSyntaxError as fault:
        reason = fault.message or ""
        message = Text("A tag cannot be read: {reason}", reason=reason_of(reason))
        hint = unknown_hint(environment, reason) or spelling_hint(tag.location.tag or tag.text)
        yield tag_fault(message, tag.location, hint)


def _whole(tag: _Tag) -> str | None:
    """Return a source that is sound if the tag is; None for a tag without an expression."""
    match tag.word:
        case "":
            return tag.text
        case "set" if _ASSIGNS.match(tag.text):
            return tag.text
        case "elif":
            return f"{{% if true %}}{tag.text}{{% endif %}}"
        case word if word in BLOCKS:
            return f"{tag.text}{{% {BLOCKS[word]} %}}"
        case _:
            return None


def _nesting_faults(tags: tuple[_Tag, ...]) -> Iterator[TemplateError]:
    """Yield what is closed without being open, crossed, or open at the end."""
    opened: list[_Tag] = []
    for tag in tags:
        if _opens(tag):
            opened.append(tag)
        elif tag.word in BLOCKS.values():
            yield from _closing_faults(tag, opened)
        elif tag.word in MIDDLES and not (opened and opened[-1].word in MIDDLES[tag.word]):
            message = Text("{tag} stands outside of what it belongs to.", tag=tag.word)
            yield tag_fault(message, tag.location)
    for tag in opened:
        message = Text("{tag} has no {end}.", tag=tag.word, end=BLOCKS[tag.word])
        yield tag_fault(message, tag.location)


def _closing_faults(tag: _Tag, opened: list[_Tag]) -> Iterator[TemplateError]:
    """Close what the tag closes; yield a fault for it, or for all that it closes over."""
    at = next(
        (at for at in reversed(range(len(opened))) if BLOCKS[opened[at].word] == tag.word), None
    )
    if at is None:
        yield tag_fault(Text("{end} closes nothing that is open.", end=tag.word), tag.location)
        return
    for crossed in opened[at + 1 :]:
        message = Text("{tag} has no {end}.", tag=crossed.word, end=BLOCKS[crossed.word])
        hint = Text("Put it before this tag: {end}.", end=tag.word)
        yield tag_fault(message, crossed.location, hint)
    del opened[at:]


def _opens(tag: _Tag) -> bool:
    return tag.word in BLOCKS and not (tag.word == "set" and _ASSIGNS.match(tag.text))


def _is_known(word: str) -> bool:
    return word in STATEMENTS or word in _REFUSED


#: Statements of Jinja that templates may not use; what refuses them says so by name.
_REFUSED: Final = frozenset(
    {"include", "import", "from", "extends", "block", "endblock", "call", "endcall", "filter"}
    | {"endfilter", "with", "endwith", "autoescape", "endautoescape", "do", "raw", "endraw"}
    | {"break", "continue", "debug", "trans", "endtrans"}
)
