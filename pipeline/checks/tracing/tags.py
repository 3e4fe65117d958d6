"""Which tags of a template's paragraph print what stands in a document's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.render.source.positions import TAG

_PRINTING: Final = "{{"
_KIND: Final = re.compile(r"\{%[-+]?\s*\w+")


def printing_tags(template: str, before: str, after: str | None) -> tuple[str, ...]:
    """Return the tags of a paragraph whose words differ between two texts made from it.

    Where the texts do not tell, all its tags that print; without such, all that it has.
    """
    tags = TAG.findall(template)
    printing = [tag for tag in tags if tag.startswith(_PRINTING)]
    if after is not None:
        told = tuple(_told(template, before, after))
        if told:
            return tuple(dict.fromkeys(told))
    return tuple(dict.fromkeys(printing or tags))


def _told(template: str, before: str, after: str) -> Iterator[str]:
    pieces = _pieces(template)
    if pieces is None:
        return
    old, new = _between(pieces, _blanks(before)), _between(pieces, _blanks(after))
    for number, piece in enumerate(pieces):
        if piece.tag and old is not None and new is not None and old[number] != new[number]:
            yield piece.tag


@dataclass(frozen=True, slots=True)
class _Piece:
    """A tag that prints, or else fixed words; `choices` are the conditions that it is under."""

    tag: str = ""
    words: str = ""
    choices: tuple[int, ...] = ()


def _pieces(template: str) -> list[_Piece] | None:
    """Return the tags and words of a paragraph in their order; None where it repeats some."""
    found, under, count, end = [], [0], 0, 0
    for tag in [*TAG.finditer(template), None]:
        words = _blanks(template[end : tag.start() if tag else len(template)])
        found += [_Piece(words=words, choices=tuple(under[1:]))] if words else []
        if tag is None:
            break
        end, kind = tag.end(), (_KIND.match(tag[0]) or [""])[0].strip("{%-+ ")
        if tag[0].startswith(_PRINTING):
            found.append(_Piece(tag=tag[0], choices=tuple(under[1:])))
        elif kind in {"if", "elif", "else", "endif"}:
            count += 1
            under = under[:-1] if kind != "if" else under
            under = [*under, count] if kind != "endif" else under
        else:
            return None
    return found


def _between(pieces: Sequence[_Piece], text: str) -> list[str] | None:
    """Return what each tag printed; None where the words that always stand there are missing."""
    shown = ["" for _ in pieces]
    absent: set[int] = set()
    waiting: list[int] = []
    at = 0
    for number, piece in enumerate(pieces):
        if piece.tag:
            waiting.append(number)
            continue
        found = text.find(piece.words, at)
        if found < 0 and not piece.choices:
            return None
        if found < 0:
            absent |= {*piece.choices[-1:]}
            continue
        for each in waiting:
            shown[each] = text[at:found]
        at, waiting = found + len(piece.words), []
    for each in waiting:
        shown[each] = text[at:]
    return [
        "" if absent & {*piece.choices} else words
        for words, piece in zip(shown, pieces, strict=True)
    ]


def _blanks(text: str) -> str:
    return re.sub(r"\s+", " ", text)
