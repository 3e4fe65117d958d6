"""The words of a paragraph with what stands between them: links, pictures, fields, notes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from pipeline.checks.package import W
from pipeline.core.visible import visible

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART: Final = "/chart"
#: Fields whose result changes by itself: the text must not change with it.
_VOLATILE: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "SAVEDATE"}
    | {"PRINTDATE", "CREATEDATE", "EDITTIME", "NUMWORDS", "NUMCHARS", "REVNUM", "FILENAME"}
    | {"FILESIZE", "LASTSAVEDBY"}
)
_BREAKS: Final = {"page": " [page break] ", "column": " [column break] "}
_BLANKS: Final = re.compile(r"[\n\r\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class Links:
    """Where a part's links lead: addresses by relationship, and the words at each bookmark."""

    addresses: Mapping[str, str]
    bookmarks: Mapping[str, str]


@dataclass(slots=True)
class _Field:
    """A field under way; its instruction ends where its result begins."""

    instruction: list[str] = field(default_factory=list)
    shown: bool = False
    quiet: bool = False

    def opened(self) -> str:
        """Return the instruction for showing, and be in the result from now on."""
        if self.shown:
            return ""
        self.shown = True
        words = " ".join("".join(self.instruction).split())
        self.quiet = words.partition(" ")[0].upper() in _VOLATILE
        return f"[{words}]" if words else ""


@dataclass(slots=True)
class _Reading:
    """One paragraph under way."""

    links: Links
    fields: list[_Field] = field(default_factory=list)

    def inside(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            yield from self.of(child)

    def of(self, element: etree._Element) -> Iterator[str]:
        if element.tag in _SILENT or not isinstance(element.tag, str):
            return
        text = _TEXTS.get(element.tag)
        if element.tag in {f"{W}fldChar", f"{W}instrText"}:
            yield self._field(element)
        elif any(each.quiet or not each.shown for each in self.fields):
            # Inside of an instruction, or of a result that changes by itself.
            for nested in element.iter(f"{W}fldChar", f"{W}instrText"):
                yield self._field(nested)
        elif text is not None:
            yield text(element)
        else:
            yield from self._marked(element)

    def _field(self, element: etree._Element) -> str:
        if element.tag == f"{W}instrText":
            if self.fields:
                self.fields[-1].instruction.append(element.text or "")
            return ""
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.fields.append(_Field())
                return ""
            case "separate" if self.fields:
                return self._opened(self.fields[-1])
            case "end" if self.fields:
                last = self.fields.pop()
                return self._opened(last)
            case _:
                return ""

    def _opened(self, last: _Field) -> str:
        """Return a field's instruction, unless it is part of another's that is not shown."""
        words = last.opened()
        outer = (each for each in self.fields if each is not last)
        return "" if any(each.quiet or not each.shown for each in outer) else words

    def _marked(self, element: etree._Element) -> Iterator[str]:
        tag = str(element.tag)
        if tag == f"{_MC}AlternateContent":
            chosen = element.find(f"{_MC}Choice")
            fallback = element.find(f"{_MC}Fallback")
            yield from self.inside(chosen if chosen is not None else _or_empty(fallback))
        elif tag == f"{W}hyperlink":
            words = "".join(self.inside(element))
            yield f"{words}{self._target(element, words)}"
        elif tag == f"{W}fldSimple":
            own = _Field([element.get(f"{W}instr", "")])
            yield own.opened()
            if not own.quiet:
                yield from self.inside(element)
        elif tag in {f"{W}del", f"{W}moveFrom"}:
            yield _in_marks("deleted", "".join(self.inside(element)))
        elif tag == f"{W}r" and element.find(f"{W}rPr/{W}vanish") is not None:
            yield _in_marks("hidden", "".join(self.inside(element)))
        else:
            yield from self.inside(element)

    def _target(self, link: etree._Element, words: str) -> str:
        address = self.links.addresses.get(link.get(f"{_R}id", ""))
        anchor = link.get(f"{W}anchor")
        if address is not None or anchor is None:
            return f" <{address or ''}{f'#{anchor}' if anchor else ''}>"
        at = self.links.bookmarks.get(anchor)
        if at is None:
            return f" <#{anchor}?>"
        return " <#>" if at == words else f" <# {at}>"


def paragraph_words(paragraph: etree._Element, links: Links) -> str:
    """Return a paragraph's words in one line; no character in it hides."""
    reading = _Reading(links)
    found = "".join(reading.inside(paragraph))
    rest = "".join(each.opened() for each in reading.fields)
    words = _BLANKS.sub(" ", found + rest).strip(" ")
    # What is printable shows itself; to look at each sign takes time.
    return words if words.isprintable() else visible(words)


def _or_empty(element: etree._Element | None) -> etree._Element:
    return etree.Element("none") if element is None else element


def _in_marks(name: str, words: str) -> str:
    return f"[{name}: {words}]" if words.strip() else ""


def _break(element: etree._Element) -> str:
    return _BREAKS.get(element.get(f"{W}type", ""), " ⏎ ")


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "?"


def _drawing(element: etree._Element) -> str:
    """Return what a drawing shows by its alternative text; nothing for a text box."""
    named = element.find(f"*/{_WP}docPr")
    graphic = element.find("*/{*}graphic/{*}graphicData")
    uri = "" if graphic is None else graphic.get("uri", "")
    if named is None or next(element.iter(f"{W}txbxContent"), None) is not None:
        return ""
    kind = "chart" if uri.endswith(_CHART) else "picture"
    if any(each.get("val") == "1" for each in named.iter("{*}decorative")):
        return f"[{kind}, decorative]"
    words = named.get("descr") or named.get("title") or ""
    return f"[{kind}: {words}]" if words else f"[{kind}]"


def _old_picture(element: etree._Element) -> str:
    if next(element.iter(f"{W}txbxContent"), None) is not None:
        return ""
    words = next((each.get("alt", "") for each in element.iter() if each.get("alt")), "")
    return f"[picture: {words}]" if words else "[picture]"


def _note(sign: str) -> Callable[[etree._Element], str]:
    return lambda element: f"[{sign}{element.get(f'{W}id', '')}]"


_TEXTS: Final[Mapping[str, Callable[[etree._Element], str]]] = {
    f"{W}t": lambda element: element.text or "",
    f"{W}delText": lambda element: element.text or "",
    f"{_M}t": lambda element: element.text or "",
    f"{W}tab": lambda _: " → ",
    f"{W}ptab": lambda _: " → ",
    f"{W}br": _break,
    f"{W}cr": lambda _: " ⏎ ",
    f"{W}noBreakHyphen": lambda _: "‑",
    f"{W}softHyphen": lambda _: "\u00ad",
    f"{W}sym": _symbol,
    f"{W}drawing": _drawing,
    f"{W}pict": _old_picture,
    f"{W}object": lambda _: "[object]",
    f"{W}footnoteReference": _note("^"),
    f"{W}endnoteReference": _note("^^"),
    f"{W}commentReference": _note("comment "),
}
#: What belongs to the paragraph or its runs without being words; a text box has lines of its own.
_SILENT: Final = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "txbxContent", "rt", "tabs")
)
