"""The proof of a template: documents of made-up values, and each value looked for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from pipeline.checks.package import Package, parsed
from pipeline.checks.proof.made import SENTINEL, Maker, factors_of
from pipeline.checks.proof.variants import variants
from pipeline.checks.severities import SEVERITIES
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.inspecting import package_parts
from pipeline.render.package.reading import is_content
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
#: Parts beside those that a reader reads in which a tag may print.
_PRINTED: Final = ("docProps/", "word/charts/")
_SIGNS: Final = re.compile(r"[\W_]+")
#: Elements whose text nobody sees: what tracked changes have deleted.
_UNSEEN: Final = ("delText", "delInstrText")


def prove(
    content: bytes, model: type[BaseModel], package: Package, *, language: str
) -> tuple[Finding, ...]:
    """Return what goes wrong when the template is filled in with values of its context's types."""
    try:
        template = recorded_template(content, language=language)
    except TemplateError as fault:
        return tuple(_failed(each) for each in (fault, *fault.others))
    factors = factors_of(model)
    seen = _Seen(dict(package.parts))
    found: list[Finding] = []
    for variant in variants(len(factors)):
        context = Maker(variant, factors, language).context(model)
        found += _tried(template, context, seen)
    first: dict[tuple[str, Location], Finding] = {}
    for each in found:
        first.setdefault((each.code, each.location), each)
    return tuple(first.values())


class _Seen:
    """The parts that have been looked at: the template's own, and those of the last document.

    Most parts are the same in all documents, and hold nothing that a tag printed.
    """

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._template = parts
        self._same: dict[str, bytes] = {}

    def new(self, parts: Mapping[str, bytes]) -> list[str]:
        """Return the names of the parts that are not known; what is printed is new every time."""
        new = [name for name, data in parts.items() if not self._is_known(name, data)]
        self._same |= {name: parts[name] for name in new if not _is_printed(name)}
        return new

    def _is_known(self, name: str, data: bytes) -> bool:
        return data in (self._template.get(name), self._same.get(name))


def _is_printed(name: str) -> bool:
    return is_content(name) or name.startswith(_PRINTED)


def _tried(
    template: RecordedTemplate, context: dict[str, object], seen: "_Seen"
) -> Iterator[Finding]:
    try:
        document, printed = template.render(context)
    except TemplateError as fault:
        if not is_of_a_value(fault):
            yield _failed(fault)
        return
    parts = package_parts(document)
    new = seen.new(parts)
    yield from map(_failed, document_faults(parts, new))
    said = _said(parts[name] for name in new)
    for each in dict.fromkeys(printed):
        if any(word not in said for word in _words(each)):
            yield Finding(
                LOST,
                SEVERITIES[LOST],
                Text("What this tag prints cannot be seen in the document."),
                template.place(each),
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


def _said(contents: Iterable[bytes]) -> str:
    """Return all that parts say to their readers, in small letters, without other signs."""
    said: list[str] = []
    for data in contents:
        root = parsed(data)
        if root is None:
            continue
        for node in root.iter():
            if not str(node.tag).endswith(_UNSEEN):
                said += (node.text or "", *map(str, node.attrib.values()))
    return _SIGNS.sub("", "".join(said).casefold())
