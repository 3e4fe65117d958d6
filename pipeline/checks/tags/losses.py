"""What disappears with a tag that takes its whole row, cell or paragraph along."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from pipeline.checks.package import paragraph_text
from pipeline.checks.quality.finding import quality_finding
from pipeline.checks.tags.standing import Standing, own_text
from pipeline.core.finding import Finding
from pipeline.core.text import Text

LOST_TAG: Final = "TE-02"
LOST_TEXT: Final = "TE-03"
_SHOWN: Final = 60
#: Dots or a single letter only fill a cell that is to disappear.
_SAYS: Final = re.compile(r"\w{2}")
_SCOPES: Final = ("tr", "tc", "p")


def losses(tags: Sequence[Standing]) -> Iterator[Finding]:
    """Yield what stands beside tags that take what they stand in along."""
    for scope, whole, beside in _taken(tags):
        # Of several, the last one counts.
        taking = [each for each in beside if each.scope == scope][-1]
        lost = [each for each in beside if each is not taking]
        for each in lost:
            hint = Text("Give {tag} a row, cell or paragraph of its own.", tag=taking.text)
            yield quality_finding(LOST_TAG, _lost_tag(scope, taking.text), each.location, hint)
        words = _words(whole, scope, taking, beside)
        if _SAYS.search(words) and not lost:
            message = _lost_text(scope, words[:_SHOWN])
            hint = Text("Take the text away, or move it to where no tag takes it along.")
            yield quality_finding(LOST_TEXT, message, taking.location, hint)


def _lost_tag(scope: str, tag: str) -> Text:
    match scope:
        case "tr":
            return Text("This tag disappears: {tag} takes along its whole table row.", tag=tag)
        case "tc":
            return Text("This tag disappears: {tag} takes along its whole table cell.", tag=tag)
        case _:
            return Text("This tag disappears: {tag} takes along its whole paragraph.", tag=tag)


def _lost_text(scope: str, text: str) -> Text:
    match scope:
        case "tr":
            return Text("This tag takes along its whole table row, also “{text}”.", text=text)
        case "tc":
            return Text("This tag takes along its whole table cell, also “{text}”.", text=text)
        case _:
            return Text("This tag takes along its whole paragraph, also “{text}”.", text=text)


def _taken(
    tags: Sequence[Standing],
) -> Iterator[tuple[str, etree._Element, list[Standing]]]:
    """Yield each row, cell and paragraph that a tag takes along, and the tags in it."""
    for scope in _SCOPES:
        held: dict[etree._Element, list[Standing]] = {}
        for each in tags:
            element = each.paragraph.element if scope == "p" else each.within(scope)
            if element is not None:
                held.setdefault(element, []).append(each)
        for element, within in held.items():
            if any(each.scope == scope for each in within):
                yield scope, element, within


def _words(whole: etree._Element, scope: str, taking: Standing, beside: Sequence[Standing]) -> str:
    text = own_text(taking.paragraph) if scope == "p" else paragraph_text(whole)
    for each in beside:
        text = text.replace(each.text, " ", 1)
    return " ".join(text.split())
