"""Tags in text that somebody has deleted or moved while Word was tracking changes."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.package import Package, W
from pipeline.checks.quality.finding import quality_finding
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.source.positions import TAG, opened

CHANGED: Final = "TE-06"
_TEXTS: Final = (f"{W}t", f"{W}delText", f"{W}delInstrText")


def changed_tags(package: Package) -> Iterator[Finding]:
    """Yield the tags that a tracked deletion or move leaves behind: they are still filled in."""
    for name in ("del", "moveFrom"):
        for part, change in package.elements(name):
            tag = _tag(change)
            if tag is None:
                continue
            place = package.place(part, change)
            yield quality_finding(
                CHANGED,
                Text("This tag is deleted or moved away, but the change is not accepted yet:"
                     " it still works."),
                Location(part=part, paragraph=place.paragraph, tag=tag),
                Text("Accept or reject them in Word."),
            )  # fmt: skip


def _tag(change: etree._Element) -> str | None:
    text = "".join(node.text or "" for node in change.iter(*_TEXTS))
    found = TAG.search(text)
    return opened(text) if found is None else found[0]
