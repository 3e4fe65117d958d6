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
    "body", "hdr", "ftr", "footnote", "endnote", "comment", "tbl", "tr", "tc", "p", "r",
    "hyperlink", "sdt", "sdtContent", "txbxContent", "smartTag", "ins", "del", "fldSimple",
)  # fmt: skip
#: Elements that hold other elements and never a text of their own.
CONTAINERS: Final = frozenset(_WORD + name for name in _PLAIN_CONTAINERS)
#: What each of these must hold; a cell must even end with it. Controls may hold it in turn.
_NEEDED: Final = {"tbl": "tr", "tr": "tc", "tc": "p"}
_CONTROLS: Final = ("sdt", "customXml")
_NESTED: Final = "tbl"
_SHOWN: Final = 40

_DECLARED: Final = f'xmlns:w="{_URI}"'.encode()
#: What may hide text from the signs below; a value that says so only costs a walk.
_HIDING: Final = (b"!--", b"![CDATA[")
_BARE: Final = re.compile(rb"<w:t(?:bl|r|c)(?:\s[^<]*)?/>")
_ROW_END: Final = (
    rb"c(?:\s|>(?<!</w:p></w:tc>)(?<!<w:p/></w:tc>)(?<!</w:sdt></w:tc>))|"
    rb"r(?:\s|>(?<!</w:tc></w:tr>)(?<!</w:sdt></w:tr>))"
)
_TABLE_END: Final = rb"bl(?:\s|>(?<!</w:tr></w:tbl>))"
#: The end of a cell or row that does not follow at once on what each needs.
_ODD_ROW_END: Final = re.compile(rb"</w:t(?:%b)" % _ROW_END)
#: The same of a table, whose rows are the most likely to be none; and of all three.
_ODD_TABLE_END: Final = re.compile(rb"</w:t%b" % _TABLE_END)
_ODD_END: Final = re.compile(rb"</w:t(?:%b|%b)" % (_ROW_END, _TABLE_END))
#: Text that does not follow one of the two usual openings of a run's text.
_OTHER_TEXT: Final = re.compile(rb'>[^<](?<!<w:t>.)(?<!<w:t xml:space="preserve">.)', re.DOTALL)
_OPENING: Final = re.compile(rb"<([\w:.-]+)(?:\s[^<>]*[\"'])?\s*>")
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
        if self.found.stray is None and name in CONTAINERS and text.strip():
            self.found.stray = text.strip()[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Writing:
    """What is known of a part from the source that it is printed of, which saves looking.

    `plain`: it declares all its prefixes in its first tag, Word's as w, and has no comments and no
    table, row or cell without an end. `closed`: the end of each cell and row follows at once, in
    one piece of text, on what each needs. Values bring nothing of that, so neither has what is
    printed of it. `held`: no text can stand outside of a run, as `held_texts` tells.
    """

    plain: bool = False
    closed: bool = False
    held: bool = False


UNKNOWN: Final = Writing()


def writing_of(source: str) -> Writing:
    """Return what the source of a part, itself whole, tells of whatever is printed of it."""
    content = source.encode()
    plain = (
        source.startswith("<") and source.rfind("xmlns") < source.find(">") and _is_plain(content)
    )
    return Writing(plain, plain and _ODD_ROW_END.search(content) is None)


def structure_of(content: bytes, writing: Writing = UNKNOWN) -> Structure:
    """Return what is wrong with the structure of a part, given in UTF-8.

    Raises:
        ExpatError: the part is not well-formed.
    """
    if not shows_no_sign(content, writing):
        return walked(content)
    expat.ParserCreate(namespace_separator=None if writing.plain else " ").Parse(content, True)
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


def shows_no_sign(content: bytes, writing: Writing = UNKNOWN) -> bool:
    """Tell that a part, if it is well-formed, has nothing wrong with its structure.

    False says nothing: the part may be sound all the same.
    """
    return (
        (writing.plain or _is_plain(content))
        and (_ODD_TABLE_END if writing.closed else _ODD_END).search(content) is None
        and (writing.held or not _strays(content))
    )


def _is_plain(content: bytes) -> bool:
    """Tell that Word's elements have the prefix w and no other, an end each, and nothing hides."""
    return (
        _DECLARED in content
        and content.count(_URI.encode()) == 1
        and content.count(b"xmlns:w=") == 1
        and not any(sign in content for sign in _HIDING)
        and _BARE.search(content) is None
    )


def _strays(content: bytes) -> bool:
    return any(_may_stray(content, found.start()) for found in _OTHER_TEXT.finditer(content))


def _may_stray(content: bytes, end: int) -> bool:
    """Tell that text after the tag that ends here may stand where Word shows none."""
    if not content[end + 1 : content.find(b"<", end)].strip():
        return False
    opening = _OPENING.fullmatch(content, content.rfind(b"<", 0, end), end + 1)
    return opening is None or opening[1] in _WORD_CONTAINERS
