"""What a finished part must not have: text where Word shows none, cells and tables left empty."""

from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
#: Elements that hold other elements and never a text of their own.
_CONTAINERS: Final = frozenset(
    _WORD + name
    for name in (
        "body", "hdr", "ftr", "footnote", "endnote", "tbl", "tr", "tc", "p", "r", "hyperlink",
        "sdt", "sdtContent", "txbxContent", "smartTag", "ins", "del", "fldSimple",
    )
)  # fmt: skip
#: What each of these must hold; a cell must even end with it. Controls may hold it in turn.
_NEEDED: Final = {"tbl": "tr", "tr": "tc", "tc": "p"}
_CONTROLS: Final = ("sdt", "customXml")
_NESTED: Final = "tbl"
_SHOWN: Final = 40


@dataclass(slots=True)
class Structure:
    """The first text outside of every run, and whether a table, row or cell is left empty."""

    stray: str | None = None
    emptied: bool = False


class _Walk:
    """The elements that the parser is in, each with its last child that counts."""

    def __init__(self) -> None:
        self.found = Structure()
        self._open: list[tuple[str, str]] = [("", "")]

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        plain = name.removeprefix(_WORD)
        parent, _ = self._open[-1]
        if plain in {_NEEDED.get(parent.removeprefix(_WORD)), *_CONTROLS, _NESTED}:
            self._open[-1] = parent, plain
        self._open.append((name, ""))

    def end(self, name: str) -> None:
        _, last = self._open.pop()
        needed = _NEEDED.get(name.removeprefix(_WORD))
        if needed is not None and last not in {needed, *_CONTROLS}:
            self.found.emptied = True

    def text(self, text: str) -> None:
        name, _ = self._open[-1]
        if self.found.stray is None and name in _CONTAINERS and text.strip():
            self.found.stray = text.strip()[:_SHOWN]


def structure_of(content: bytes) -> Structure:
    """Return what is wrong with the structure of a part.

    Raises:
        ExpatError: the part is not well-formed.
    """
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.Parse(content, True)
    return walk.found
