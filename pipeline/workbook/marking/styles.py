"""The styles part: fonts, fills and formats of cells, added at the end and cut off again."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from pipeline.workbook.marking.package import ContentTypes, Relations, workbook_part
from pipeline.workbook.marking.parts import Parts
from pipeline.workbook.marking.xml import child_of, count_anew, insert_after, tag, whole

_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: What a workbook without styles means, written out.
_PLAIN: Final = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_ORDER: Final = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
_COUNTED: Final = ("fonts", "fills", "cellXfs")


class Styles:
    """The styles of one workbook; `save` writes them back."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.part = _styles_part(parts)
        self._root = parts.xml_of(self.part, "styleSheet")
        for name in _ORDER[1:6]:
            held = child_of(self._root, name)
            if held is None or not len(held):
                self._add_plain(name, held)

    @property
    def formats(self) -> etree._Element:
        """Return the formats that cells refer to by number."""
        return self._section("cellXfs")

    @property
    def fills(self) -> etree._Element:
        """Return the fills that formats refer to by number."""
        return self._section("fills")

    @property
    def counts(self) -> dict[str, int]:
        """Return how many fonts, fills and formats there are."""
        return {name: len(self._section(name)) for name in _COUNTED}

    def fill_of(self, form: etree._Element) -> etree._Element | None:
        """Return the fill of a format."""
        number = whole(form.get("fillId"))
        fills = self.fills
        return fills[number] if number < len(fills) else None

    def add_font(self, font: etree._Element) -> int:
        """Add a font, and return its number."""
        return self._add("fonts", font)

    def add_fill(self, fill: etree._Element) -> int:
        """Add a fill, and return its number."""
        return self._add("fills", fill)

    def add_format(self, form: etree._Element) -> int:
        """Add a format of cells, and return its number."""
        return self._add("cellXfs", form)

    def cut(self, counts: Mapping[str, int]) -> None:
        """Leave only as many fonts, fills and formats as there were."""
        for name in _COUNTED:
            section = self._section(name)
            del section[counts.get(name, len(section)) :]
            count_anew(section)

    def save(self) -> None:
        """Write the styles."""
        self._parts.put_xml(self.part, self._root)

    def _add_plain(self, name: str, empty: etree._Element | None) -> None:
        """Write out a section that is not there, or has nothing in it."""
        if empty is not None:
            self._root.remove(empty)
        plain = next(etree.fromstring(_PLAIN).iterchildren(tag(name)))
        insert_after(self._root, plain, frozenset(_ORDER[: _ORDER.index(name)]))

    def _section(self, name: str) -> etree._Element:
        return next(self._root.iterchildren(tag(name)))

    def _add(self, name: str, child: etree._Element) -> int:
        section = self._section(name)
        section.append(child)
        count_anew(section)
        return len(section) - 1


def _styles_part(parts: Parts) -> str:
    """Return the name of the styles part; a workbook without one gets one that changes nothing."""
    workbook = workbook_part(parts)
    relations = Relations(parts, workbook)
    found = relations.of_kind("/styles")
    if found is not None and parts.get(found) is not None:
        return found
    part = parts.free_name("xl/pajaStyles{}.xml")
    parts.put(part, _PLAIN.encode())
    relations.add("styles", part)
    relations.save()
    types = ContentTypes(parts)
    types.add(part, _KIND)
    types.save()
    return part
