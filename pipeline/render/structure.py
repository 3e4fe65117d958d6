"""What a finished part must not have: text where Word shows none, cells and tables left empty.

Nearly every part is sound, and looking for a few signs of trouble tells so at the speed of C. Only
a part that shows a sign is walked element by element, which alone decides.
"""

import re
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

_URI: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD: Final = f"{_URI} "
_PLAIN_CONTAINERS: Final = (
    "body", "hdr", "ftr", "footnote", "endnote", "tbl", "tr", "tc", "p", "r", "hyperlink",
    "sdt", "sdtContent", "txbxContent", "smartTag", "ins", "del", "fldSimple",
)  # fmt: skip
#: Elements that hold other elements and never a text of their own.
_CONTAINERS: Final = frozenset(_WORD + name for name in _PLAIN_CONTAINERS)
#: What each of these must hold; a cell must even end with it. Controls may hold it in turn.
_NEEDED: Final = {"tbl": "tr", "tr": "tc", "tc": "p"}
_CONTROLS: Final = ("sdt", "customXml")
_NESTED: Final = "tbl"
_SHOWN: Final = 40

_DECLARED: Final = f'xmlns:w="{_URI}"'.encode()
#: Ways of writing XML that the signs are not made for: comments, sections, blanks in end tags.
_UNUSUAL: Final = (b"<!", b" >", b"\n>", b"\t>", b"\r>")
_INSTRUCTION: Final = re.compile(rb"<\?(?!xml )")
_BARE: Final = re.compile(rb"<w:t(?:bl|r|c)(?:\s[^>]*)?/>")
#: How each table, row and cell ends when it holds what it needs.
_SOUND_ENDS: Final = {
    b"</w:tbl>": (b"</w:tr></w:tbl>",),
    b"</w:tr>": (b"</w:tc></w:tr>", b"</w:sdt></w:tr>"),
    b"</w:tc>": (b"</w:p></w:tc>", b"<w:p/></w:tc>", b"</w:sdt></w:tc>"),
}
#: Text that does not follow one of the two usual openings of a run's text.
_OTHER_TEXT: Final = re.compile(
    rb'>[^<](?<!<w:t>.)(?<!<w:t xml:space="preserve">.)', re.DOTALL
)
_OPENING_NAME: Final = re.compile(rb"<([\w:.-]+)[^<>]*(?<!/)>")
_WORD_CONTAINERS: Final = frozenset(f"w:{name}".encode() for name in _PLAIN_CONTAINERS)


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
    """Return what is wrong with the structure of a part, given in UTF-8.

    Raises:
        ExpatError: the part is not well-formed.
    """
    if not shows_no_sign(content):
        return walked(content)
    expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    return Structure()


def walked(content: bytes) -> Structure:
    """Return what is wrong with the structure of a part, element by element.

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


def shows_no_sign(content: bytes) -> bool:
    """Tell that a part, if it is well-formed, has nothing wrong with its structure.

    False says nothing: the part may be sound all the same.
    """
    return _is_plainly_written(content) and _ends_soundly(content) and not _may_stray(content)


def _is_plainly_written(content: bytes) -> bool:
    """Tell that the elements of Word are named with the prefix w, and tags written as usual."""
    declared = content.count(_DECLARED)
    return (
        declared > 0
        and content.count(_URI.encode()) == declared
        and content.count(b"xmlns:w=") == declared
        and not any(sign in content for sign in _UNUSUAL)
        and _INSTRUCTION.search(content) is None
    )


def _ends_soundly(content: bytes) -> bool:
    return _BARE.search(content) is None and all(
        content.count(end) == sum(map(content.count, sound)) for end, sound in _SOUND_ENDS.items()
    )


def _may_stray(content: bytes) -> bool:
    return any(
        not _holds_text(content, found.start()) for found in _OTHER_TEXT.finditer(content)
    )


def _holds_text(content: bytes, end: int) -> bool:
    """Tell that the tag that ends here opens an element that may hold text."""
    opening = _OPENING_NAME.fullmatch(content, content.rfind(b"<", 0, end), end + 1)
    return opening is not None and opening[1] not in _WORD_CONTAINERS
