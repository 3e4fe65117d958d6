"""Fields of Word that fetch or run something when a document is opened or printed."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

_FETCHING: Final = frozenset(
    {"INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "EMBED"}
    | {"DATABASE", "RD", "MACROBUTTON", "PRINT", "HTMLACTIVEX", "CONTROL"}
)
_WORD: Final = re.compile(r"\s*([^\s\"\\{]*)")
#: Where a link leads; a switch such as \l is no address.
_ADDRESS: Final = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"|(\\\\\S+|[^\s\\]\S*))", re.IGNORECASE)
_SAFE: Final = re.compile(r"https?://|mailto:|#|\{\{", re.IGNORECASE)
_ENDS: Final = frozenset({"separate", "end"})
_SHOWN: Final = 60


def fetching_fields(root: etree._Element) -> Iterator[str]:
    """Yield the code of each field of a part that fetches, runs, or computes what it is."""
    for code in (*_simple(root), *_complex(root)):
        if _is_fetching(code):
            yield " ".join(code.split())[:_SHOWN]


def _simple(root: etree._Element) -> Iterator[str]:
    for field in root.iter("{*}fldSimple"):
        yield _attribute(field, "instr")


def _complex(root: etree._Element) -> Iterator[str]:
    """Yield the codes of fields whose code is spread over runs; one may stand in another's code."""
    opened: list[str] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
        if etree.QName(element).localname != "fldChar":
            if opened:
                opened[-1] += element.text or ""
            else:
                # Without a beginning it is no field to Word, but nobody writes such by chance.
                yield element.text or ""
            continue
        state = _attribute(element, "fldCharType")
        if state == "begin":
            if opened and not opened[-1].strip():
                # The name of the outer field would be computed by this one.
                yield "INCLUDE"
            opened.append("")
        elif state in _ENDS and opened:
            yield opened[-1]
            # What follows up to the end is shown text; the field itself ends only there.
            opened[-1] = "shown" if state == "separate" else ""
            if state == "end":
                opened.pop()
    yield from opened


def _attribute(element: etree._Element, plain: str) -> str:
    """Return an attribute by its name without a prefix, empty if there is none."""
    names = (each for each in map(str, element.keys()) if etree.QName(each).localname == plain)
    return next((element.get(each, "") for each in names), "")


def _is_fetching(code: str) -> bool:
    word = _WORD.match(code)
    if word is not None and word[1].upper() in _FETCHING:
        return True
    address = _ADDRESS.match(code)
    return address is not None and _SAFE.match(address[1] or address[2] or "#") is None
