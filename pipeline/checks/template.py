"""The checks of one template: its tags, then the names and types that they use."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pydantic import BaseModel

from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.statements import read_tree
from pipeline.checks.package import Package
from pipeline.checks.places import Places
from pipeline.checks.proof.proving import prove
from pipeline.checks.quality.accessibility import accessibility
from pipeline.checks.quality.contrast import contrast
from pipeline.checks.quality.house import HouseStyle, house_style
from pipeline.checks.quality.layout import layout
from pipeline.checks.quality.links import links
from pipeline.checks.quality.privacy import privacy
from pipeline.checks.severities import SEVERITIES
from pipeline.checks.tags.brackets import brackets
from pipeline.checks.tags.changed import changed_tags
from pipeline.checks.tags.crossing import crossings
from pipeline.checks.tags.losses import losses
from pipeline.checks.tags.standing import standing_tags
from pipeline.core.finding import Finding, has_errors
from pipeline.core.text import Text
from pipeline.render.inspecting import Inspection, inspect_template

_TAGS: Final = "TE-01"


def check_template(
    content: bytes,
    model: type[BaseModel] | None,
    *,
    file: str,
    language: str = "fi",
    proof: bool = True,
    house: HouseStyle | None = None,
) -> tuple[Finding, ...]:
    """Return all that is wrong with a template, each with its place in Word.

    `model` types the template's context; without one, names and types are not looked at. `file`
    is the template's name in the findings; `house` is the style that it is to keep to. The `proof`
    by rendering takes most of the time.
    """
    inspection = inspect_template(content, language=language)
    package = Package(dict(inspection.package))
    places = Places(package)
    found = [*_faults(inspection), *_names(inspection, model)]
    if package.parts:
        found += (*tag_places(package), *_quality(package, house))
    if proof and model is not None and not has_errors(found):
        # What is known to be wrong fails again, in other words.
        found += prove(content, model, package, language=language)
    return tuple(dict.fromkeys(_placed(each, places, file) for each in found))


def _faults(inspection: Inspection) -> Iterator[Finding]:
    for fault in inspection.faults:
        yield Finding(_TAGS, SEVERITIES[_TAGS], fault.message, fault.location, fault.hint)


def _quality(package: Package, house: HouseStyle | None) -> Iterator[Finding]:
    yield from accessibility(package)
    yield from contrast(package)
    yield from layout(package)
    yield from links(package)
    yield from privacy(package)
    if house is not None:
        yield from house_style(package, house)


def tag_places(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with the places of tags in Word."""
    for _part, tags in standing_tags(package):
        yield from losses(tags)
        yield from crossings(tags)
    yield from brackets(package)
    yield from changed_tags(package)


def _names(inspection: Inspection, model: type[BaseModel] | None) -> Iterator[Finding]:
    if model is None:
        return
    fields = fields_of(model)
    for part in inspection.parts:
        for note in read_tree(part.tree, fields):
            place = part.place(note.line)
            yield Finding(note.code, SEVERITIES[note.code], note.message, place, note.hint)


def _placed(finding: Finding, places: Places, file: str) -> Finding:
    location = replace(places.filled(finding.location), file=file)
    around = places.around(location)
    message = (
        finding.message
        if around is None
        else Text("{message} In the text: “{words}”.", message=finding.message, words=around)
    )
    return replace(finding, message=message, location=location)
