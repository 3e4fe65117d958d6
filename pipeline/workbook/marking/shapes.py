"""The drawing in which Excel keeps the boxes of notes: edited as text, for it is not always XML."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from pipeline.workbook.marking.cells import Address
from pipeline.workbook.marking.parts import cannot_mark

_TYPE: Final = (
    b'<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml"'
    b' xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202"'
    b' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>'
    b"</v:shapetype>"
)
_EMPTY: Final = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml"'
    b' xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    b"</xml>"
)
_SHAPE: Final = re.compile(
    # No shape is looked for beyond the next one's beginning: that would be too slow.
    rb"<(?:\w+:)?shape\s[^<]*(?:<(?!(?:\w+:)?shape\s|/(?:\w+:)?shape>)[^<]*)*</(?:\w+:)?shape>"
)
_NOTE: Final = re.compile(rb"""ObjectType\s*=\s*["']Note["']""")
_ROW: Final = re.compile(rb"<(?:\w+:)?Row>\s*([0-9]+)\s*<")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?Column>\s*([0-9]+)\s*<")
_NUMBER: Final = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_END: Final = re.compile(rb"</(?:\w+:)?xml>\s*\Z")
_USES_TYPE: Final = b"#_x0000_t202"
_FIRST_NUMBER: Final = 1024

#: Where a box stands: column, offset, row, offset of its upper left, then of its lower right.
Anchor = tuple[int, int, int, int, int, int, int, int]


def no_shapes() -> bytes:
    """Return a drawing without a box."""
    return _EMPTY


def add_shapes(drawing: bytes, boxes: Mapping[Address, Anchor]) -> bytes:
    """Return the drawing with the boxes of notes, each hidden until its cell is pointed at.

    Raises:
        CannotMarkError: the drawing is of a form in which nothing can be added.
    """
    end = _END.search(drawing)
    if end is None:
        raise cannot_mark("vmlDrawing")
    numbers = [int(each) for each in _NUMBER.findall(drawing)]
    first = max(numbers, default=_FIRST_NUMBER) + 1
    kind = b"" if not boxes or b'id="_x0000_t202"' in drawing else _TYPE
    shapes = (_shape(number, *box) for number, box in enumerate(boxes.items(), start=first))
    return drawing[: end.start()] + kind + b"".join(shapes) + drawing[end.start() :]


def without_shapes(drawing: bytes, addresses: Collection[Address]) -> bytes:
    """Return the drawing without the boxes of the notes of some cells."""
    left = _SHAPE.sub(lambda found: b"" if _is_of(found[0], addresses) else found[0], drawing)
    return left if _USES_TYPE in left else left.replace(_TYPE, b"")


def has_shapes(drawing: bytes) -> bool:
    """Tell whether anything is drawn."""
    return _SHAPE.search(drawing) is not None


def _is_of(shape: bytes, addresses: Collection[Address]) -> bool:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if not _NOTE.search(shape) or row is None or column is None:
        return False
    return (int(row[1]) + 1, int(column[1]) + 1) in addresses


def _shape(number: int, address: Address, anchor: Anchor) -> bytes:
    places = ", ".join(map(str, anchor))
    text = (
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
        f' id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;z-index:1;'
        'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{places}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{address[0] - 1}</x:Row><x:Column>{address[1] - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )
    return text.encode()
