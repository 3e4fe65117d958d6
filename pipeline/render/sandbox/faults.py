"""From what goes wrong in Jinja to an error with the place in the Word template."""

import difflib
import re
from collections.abc import Mapping
from types import TracebackType
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.sandbox.environment import UnprintableTypeError
from pipeline.render.sandbox.fault_words import words_of
from pipeline.render.sandbox.filters import FilterTypeError
from pipeline.render.sandbox.jinja_words import construct_of, reason_of
from pipeline.render.source.dialect import PartSource
from pipeline.render.values.marks import UnprintableError

#: What rendering may raise by the template's or a value's fault; anything else is paja's own.
RENDER_FAULTS = (
    UndefinedError,
    UnprintableTypeError,
    UnprintableError,
    FilterTypeError,
    SecurityError,
    TemplateRuntimeError,
    OverflowError,
    TypeError,
    ValueError,
    ArithmeticError,
    IndexError,
    RecursionError,
)
_UNKNOWN: Final = re.compile(r"No (?P<kind>filter|test) named '(?P<name>\w+)'")


def syntax_fault(fault: TemplateSyntaxError, part: PartSource) -> TemplateError:
    """Return the error of a tag that Jinja cannot read."""
    return TemplateError(
        Text("A tag cannot be read: {reason}", reason=reason_of(fault.message or "")),
        hint=Text("Check that each tag is closed and each if and for has its end."),
        location=place_of(part, fault.lineno),
    )


def nesting_fault(part: PartSource) -> TemplateError:
    """Return the error of tags or expressions nested beyond what can be compiled."""
    return TemplateError(
        Text("The tags of the template are nested too deep, or one of them is far too long."),
        hint=Text("Check that each tag is closed and each if and for has its end."),
        location=Location(part=part.name),
    )


def refusal_fault(line: int, construct: str, part: PartSource) -> TemplateError:
    """Return the error of something that templates may not use."""
    return TemplateError(
        Text("A template may not use this: {construct}", construct=construct_of(construct)),
        hint=Text("Print, if, for, set, macros of your own and the listed filters are allowed."),
        location=place_of(part, line),
    )


def unknown_fault(
    line: int, reason: str, part: PartSource, environment: Environment
) -> TemplateError:
    """Return the error of a filter or test that does not exist, given what Jinja says of it."""
    return TemplateError(
        Text("A tag cannot be read: {reason}", reason=reason_of(reason)),
        hint=unknown_hint(environment, reason),
        location=place_of(part, line),
    )


def unknown_hint(environment: Environment, reason: str) -> Text | None:
    """Return the names that may have been meant, if Jinja says that a filter or test is unknown."""
    unknown = _UNKNOWN.match(reason)
    if unknown is None:
        return None
    names = environment.filters if unknown["kind"] == "filter" else environment.tests
    known = sorted(name for name in names if not name.startswith("_"))
    near = difflib.get_close_matches(unknown["name"], known, n=1)
    if near:
        return Text("Did you mean {name}?", name=near[0])
    return Text("There are these: {names}.", names=", ".join(known))


def render_fault(
    fault: BaseException, part: PartSource, context: Mapping[str, object]
) -> TemplateError:
    """Return the error of a tag that could not be printed."""
    message, hint = words_of(fault, context)
    location = place_of(part, _line(fault.__traceback__, part.name))
    return TemplateError(message, hint=hint, location=location)


def place_of(part: PartSource, line: int | None) -> Location:
    """Return the place of the tag that stands on a line of a part's source, or before it."""
    known = [number for number in part.places if line is not None and number <= line]
    return part.places[max(known)] if known else Location(part=part.name)


def _line(trace: TracebackType | None, name: str) -> int | None:
    """Return the source's line that the trace passed last; Jinja puts it in the traceback."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
