"""Rendering that remembers what each tag printed, so that it can be looked for in the document."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType
from typing import Final

from markupsafe import Markup

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.render.inspecting import place_in
from pipeline.render.package.danger import dangers
from pipeline.render.package.soundness import flaws
from pipeline.render.sandbox.environment import TemplateEnvironment
from pipeline.render.sandbox.unfit import UnfitValueError
from pipeline.render.source.dialect import parse_xml
from pipeline.render.template import CompiledTemplate, compile_in
from pipeline.render.values.styled import Styled

_MARKUP: Final = re.compile(r"<[^>]*>")
_XML: Final = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class Printed:
    """What a tag printed; `line` is that of the part's source. `is_markup` says XML was in it."""

    part: str
    line: int
    text: str
    is_markup: bool


class _Recorder(TemplateEnvironment):
    """Notes what is printed where."""

    record: list[Printed]

    def printed(self, value: object) -> str:
        """Return the text of a value, and note it."""
        shown = super().printed(value)
        frame = sys._getframe(1)  # noqa: SLF001 - the only way to the line of the tag
        part, line = frame.f_code.co_filename, _line(frame)
        self.record.append(Printed(part, line, _text(value), isinstance(value, Markup)))
        return shown


@dataclass(frozen=True, slots=True)
class RecordedTemplate:
    """A compiled template that tells, beside the document, what its tags printed."""

    _template: CompiledTemplate
    _recorder: _Recorder

    def place(self, printed: Printed) -> Location:
        """Return the place of the tag that printed something."""
        part = self._template.part(printed.part)
        return Location(part=printed.part) if part is None else place_in(part, printed.line)

    def render(self, context: Mapping[str, object]) -> tuple[bytes, tuple[Printed, ...]]:
        """Return the document, and what was printed on the way.

        Raises:
            TemplateError: as rendering does.
        """
        self._recorder.record = []
        content = self._template.render(context)
        return content, tuple(self._recorder.record)


def recorded_template(content: bytes, *, language: str) -> RecordedTemplate:
    """Compile a template whose renderings are recorded.

    Raises:
        TemplateError: as compiling does.
    """
    made: list[_Recorder] = []

    def make(*given: object) -> _Recorder:
        made.append(_Recorder(*given))  # type: ignore[arg-type]  # handed through as it is
        made[-1].record = []
        return made[-1]

    compiled = compile_in(make, content, language=language)
    return RecordedTemplate(compiled, made[0])


def is_of_a_value(fault: TemplateError) -> bool:
    """Tell that rendering failed by a value that no document may carry, such as an odd address."""
    return isinstance(fault.__cause__, UnfitValueError)


def document_faults(parts: Mapping[str, bytes], new: Iterable[str]) -> tuple[TemplateError, ...]:
    """Return what is wrong with a document's parts: relations, types, broken XML in the new ones.

    `new` are those that the template does not have as they are.
    """
    try:
        for name in new:
            if name.endswith(_XML):
                parse_xml(name, parts[name])
    except TemplateError as fault:
        return (fault,)
    fresh = {name: parts[name] for name in new}
    return (*dangers(fresh), *flaws(parts))


def _text(value: object) -> str:
    if isinstance(value, Styled):
        return value.text
    return Markup(_MARKUP.sub(" ", value)).unescape() if isinstance(value, Markup) else str(value)  # noqa: S704 - never printed


def _line(frame: FrameType) -> int:
    """Return the line of the source that a line of Jinja's code was made from."""
    known = _lines(str(frame.f_globals.get("debug_info", "")))
    at = bisect_right(known, (frame.f_lineno, sys.maxsize))
    return known[at - 1][1] if at else 0


@lru_cache(maxsize=64)
def _lines(debug: str) -> tuple[tuple[int, int], ...]:
    """Return the lines of Jinja's code, each with the line of the source that it was made from."""
    pairs = (pair.partition("=") for pair in debug.split("&") if pair)
    return tuple(sorted((int(code), int(source)) for source, _, code in pairs))
