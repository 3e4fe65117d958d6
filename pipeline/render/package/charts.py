"""Tags in the text of charts: titles, names of axes and series, categories.

A tag may stand wherever Word lets one type: in the text of a title or label, and in the names of
series and categories, which a chart keeps beside its workbook. The workbook itself stays as it is,
so that Word takes its names from there once somebody edits the chart's data.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.plain_texts import Pattern, PlainTexts, is_tagged, pattern
from pipeline.render.source.dialect import has_tags, parse_xml
from pipeline.render.source.positions import TAG

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART: Final = re.compile(r"word/charts/[^/]+\.xml")
_STATEMENT: Final = "{%"
_NUMBERS: Final = (f"{_C}numCache", f"{_C}numLit")


def is_chart(name: str) -> bool:
    """Tell that a part belongs to a chart."""
    return _CHART.fullmatch(name) is not None


def chart_patterns(parts: Mapping[str, bytes], texts: PlainTexts) -> dict[str, Pattern]:
    """Return the patterns of the charts that have tags, by part.

    Raises:
        TemplateError: a chart is damaged, or has a tag where a chart holds no text.
    """
    tagged = (name for name in parts if is_chart(name) and has_tags(parts[name]))
    return {name: _chart(name, parts[name], texts) for name in tagged}


def _chart(name: str, content: bytes, texts: PlainTexts) -> Pattern:
    root = parse_xml(name, content)
    etree.strip_elements(root, etree.PI, etree.Comment, with_tail=False)
    for number, paragraph in enumerate(root.iter(f"{_A}p"), 1):
        nodes = list(paragraph.iter(f"{_A}t"))
        _gather(nodes)
        _put(nodes, texts, Location(part=name, paragraph=number))
    _put(_names(root), texts, Location(part=name))
    hint = Text("Write the tag in a title or label of the chart, or in the name of a category.")
    return pattern(root, hint, Location(part=name))


def _put(nodes: Sequence[etree._Element], texts: PlainTexts, place: Location) -> None:
    for node in nodes:
        if is_tagged(node.text or ""):
            texts.put(node, node.text or "", place)


def _names(root: etree._Element) -> list[etree._Element]:
    """Return the names of series and categories, but not the numbers."""
    return [
        node for node in root.iter(f"{_C}v") if not any(True for _ in node.iterancestors(*_NUMBERS))
    ]


def _gather(nodes: Sequence[etree._Element]) -> None:
    """Put each tag that is split over runs into the run in which it begins.

    So is what stands between statements: only together do they make a whole template.
    """
    whole = "".join(node.text or "" for node in nodes)
    owners = [number for number, node in enumerate(nodes) for _ in node.text or ""]
    for start, end in _wholes(whole):
        owners[start:end] = [owners[start]] * (end - start)
    for number, node in enumerate(nodes):
        node.text = "".join(
            letter for letter, owner in zip(whole, owners, strict=True) if owner == number
        )


def _wholes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each tag begins and ends, then the stretch from the first statement to the last.

    The stretch comes last, so that it takes along the tags that stand in it.
    """
    tags = list(TAG.finditer(text))
    yield from (tag.span() for tag in tags)
    statements = [tag for tag in tags if tag[0].startswith(_STATEMENT)]
    if statements:
        yield statements[0].start(), statements[-1].end()
