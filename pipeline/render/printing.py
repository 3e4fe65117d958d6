"""One part of a document: printed from its compiled tags, finished, and checked as Word would."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic, thread_time
from typing import Final, Self, cast
from xml.parsers import expat

from jinja2 import Template
from jinja2.debug import rewrite_traceback_stack
from jinja2.runtime import Context

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.finishing.anchors import part_anchors
from pipeline.render.finishing.contents import fill_contents
from pipeline.render.finishing.drawing_ids import number_drawings
from pipeline.render.finishing.grids import GRID_MARK, fix_grids
from pipeline.render.finishing.structure import structure_of
from pipeline.render.limits import Limits
from pipeline.render.sandbox.budget import TimeSpentError
from pipeline.render.sandbox.faults import RENDER_FAULTS, render_fault
from pipeline.render.source.dialect import CONTENTS_MARK, PartSource
from pipeline.render.values.blocks import BlockStyle
from pipeline.render.values.marks import expand_marks

_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PIECES: Final = 128
#: Takes the XML and the name of a printed part, and the styles of its blocks.
Step = Callable[[str, str, tuple[BlockStyle, ...]], str]
#: What a part may need once it is printed, by the signs of it in its source; values bring none.
_STEPS: Final[Mapping[tuple[str, ...], Step]] = {
    ("<w:bookmarkStart", "<w:commentR"): lambda xml, _name, _styles: part_anchors(xml),
    (f"<?{CONTENTS_MARK}",): lambda xml, _name, styles: fill_contents(xml, styles),
    (f"<?{GRID_MARK}",): lambda xml, name, _styles: fix_grids(xml, name),
    ("<wp:docPr", "|_picture("): lambda xml, name, _styles: number_drawings(xml, name),
}


@dataclass(frozen=True, slots=True)
class TaggedPart:
    """A part with its compiled Jinja template."""

    part: PartSource
    template: Template
    _steps: tuple[Step, ...]

    @classmethod
    def of(cls, part: PartSource, template: Template, *, held: bool = False) -> Self:
        """Return a part that is finished by the steps which its source may need.

        `held` tells that all its texts stand where Word shows them, whatever is printed.
        """
        steps = tuple(
            step for signs, step in _STEPS.items() if any(sign in part.source for sign in signs)
        )
        writing = replace(part.writing, held=held)
        return cls(replace(part, writing=writing), template, steps)

    def printed(
        self, context: Mapping[str, object], styles: tuple[BlockStyle, ...], limits: Limits
    ) -> bytes:
        """Return the finished part.

        Raises:
            TemplateError: an unknown name, a value that cannot be printed, or output that Word
                could not open; with the place in the template.
        """
        xml = expand_marks(self.text(context, limits))
        for step in self._steps:
            xml = step(xml, self.part.name, styles)
        content = _DECLARATION + xml.encode()
        _check(self.part, content, limits)
        return content

    def text(self, context: Mapping[str, object], limits: Limits) -> str:
        """Return what the tags print, with marks; the errors are those of `printed`."""
        try:
            return _printed(self, context, limits)
        except RENDER_FAULTS as fault:
            # Puts the template's own lines into the fault's trace.
            rewrite_traceback_stack()
            raise render_fault(fault, self.part, context) from fault


def _printed(tagged: TaggedPart, context: Mapping[str, object], limits: Limits) -> str:
    """Return what a template prints, stopped where it grows or lasts beyond its limits."""
    printed: list[str] = []
    size = 0
    pieces = _pieces(tagged.template, context)
    until = thread_time() + limits.seconds
    # The clock on the wall is read far faster; work never takes less of it.
    earliest = monotonic() + limits.seconds
    # Looking after each piece would take longer than printing it.
    while some := tuple(islice(pieces, _PIECES)):
        printed.append("".join(some))
        size += len(printed[-1])
        if size > limits.output:
            raise _too_large(tagged.part.name)
        if monotonic() > earliest and thread_time() > until:
            # Thrown into the template itself, so that the place of the loop is known.
            pieces.throw(TimeSpentError(limits.seconds))
    return "".join(printed)


def _pieces(template: Template, context: Mapping[str, object]) -> Generator[str, None, None]:
    """Return the pieces as they are printed; Jinja's own way hands each of them on once more."""
    root = cast("Callable[[Context], Generator[str, None, None]]", template.root_render_func)
    return root(template.new_context(dict(context)))


def _too_large(part: str) -> TemplateError:
    return TemplateError(Text("The document grows too large."), location=Location(part=part))


def _check(part: PartSource, content: bytes, limits: Limits) -> None:
    """Refuse a part that Word could not open; a document is never sent out broken."""
    location = Location(part=part.name)
    if len(content) > limits.output:
        raise _too_large(part.name)
    try:
        structure = structure_of(content, part.writing)
    except expat.ExpatError as fault:
        raise TemplateError(
            Text("The document is not whole after rendering: {reason}", reason=str(fault)),
            hint=Text("Check that tags open and close in the same paragraph, row or cell."),
            location=location,
        ) from fault
    if structure.emptied:
        raise TemplateError(
            Text("A table or a cell is left empty."),
            hint=Text("Keep a paragraph in every cell, and put an if around a table without rows."),
            location=location,
        )
    if structure.stray is not None:
        raise TemplateError(
            Text("“{text}” would stand outside of every paragraph and be lost.",
                 text=structure.stray),
            hint=Text("Write {short}, or {block} alone in a paragraph.",
                      short="{{ x }}", block="{{p x|paragraphs }}"),
            location=location,
        )  # fmt: skip
