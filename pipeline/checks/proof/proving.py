"""The proof of a template: documents of made-up values, and each value looked for."""

import re
from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from pipeline.checks.places import parsed
from pipeline.checks.proof.made import SENTINEL, Maker, factors_of
from pipeline.checks.proof.variants import variants
from pipeline.checks.severities import SEVERITIES
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.inspecting import Inspection, package_parts
from pipeline.render.recording import (
    Printed,
    RecordedTemplate,
    document_faults,
    is_of_a_value,
    recorded_template,
)

FAILED: Final = "TE-20"
LOST: Final = "TE-21"
_TOKEN: Final = re.compile(SENTINEL)
_SIGNS: Final = re.compile(r"[\W_]+")
#: Elements whose text nobody sees: what tracked changes have deleted.
_UNSEEN: Final = ("delText", "delInstrText")


def prove(
    content: bytes, model: type[BaseModel], inspection: Inspection, *, language: str
) -> tuple[Finding, ...]:
    """Return what goes wrong when the template is filled in with values of its context's types."""
    try:
        template = recorded_template(content, language=language)
    except TemplateError as fault:
        return tuple(_failed(each) for each in (fault, *fault.others))
    factors = factors_of(model)
    found: list[Finding] = []
    for variant in variants(len(factors)):
        context = Maker(variant, factors, language).context(model)
        found += _tried(template, context, inspection)
    first: dict[tuple[str, Location], Finding] = {}
    for each in found:
        first.setdefault((each.code, each.location), each)
    return tuple(first.values())


def _tried(
    template: RecordedTemplate, context: dict[str, object], inspection: Inspection
) -> Iterator[Finding]:
    try:
        document, printed = template.render(context)
    except TemplateError as fault:
        if not is_of_a_value(fault):
            yield _failed(fault)
        return
    yield from map(_failed, document_faults(document))
    said = _said(document)
    for each in dict.fromkeys(printed):
        if any(word not in said for word in _words(each)):
            place = _place(each, inspection)
            yield Finding(
                LOST,
                SEVERITIES[LOST],
                Text("What this tag prints cannot be seen in the document."),
                place,
                Text("Write the tag anew where its value is to stand, and take this one away."),
            )


def _failed(fault: TemplateError) -> Finding:
    message = Text(
        "A document with made-up values could not be made: {reason}", reason=fault.message
    )
    hint = fault.hint or Text("Check what the tag does when a value is missing or a list is short.")
    return Finding(FAILED, SEVERITIES[FAILED], message, fault.location, hint)


def _words(printed: Printed) -> list[str]:
    """Return what is to be found again: the whole text, or its made-up words amid other signs."""
    text = printed.text.casefold()
    if printed.is_markup:
        return _TOKEN.findall(text)
    return [_SIGNS.sub("", text)]


def _said(document: bytes) -> str:
    """Return all that a document says to its readers, in small letters, without other signs."""
    said: list[str] = []
    for data in package_parts(document).values():
        root = parsed(data)
        if root is None:
            continue
        for node in root.iter():
            if not str(node.tag).endswith(_UNSEEN):
                said += (node.text or "", *map(str, node.attrib.values()))
    return _SIGNS.sub("", "".join(said).casefold())


def _place(printed: Printed, inspection: Inspection) -> Location:
    part = next((each for each in inspection.parts if each.name == printed.part), None)
    return Location(part=printed.part) if part is None else part.place(printed.line)
