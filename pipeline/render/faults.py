"""From what goes wrong in Jinja to an error with the place in the Word template."""

import difflib
from collections.abc import Mapping
from types import TracebackType

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.dialect import PartSource
from pipeline.render.environment import UnprintableTypeError
from pipeline.render.filters import FilterTypeError
from pipeline.render.marks import UnprintableError

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
    ZeroDivisionError,
    IndexError,
    RecursionError,
)
_TYPE_NAMES = {
    "NoneType": Text("an empty value"),
    "bool": Text("a yes/no value"),
    "date": Text("a date"),
    "time": Text("a clock time"),
    "Decimal": Text("a number with decimals"),
    "list": Text("a list"),
    "dict": Text("a group of values"),
    "Block": Text("text of several lines"),
}


def syntax_fault(fault: TemplateSyntaxError, part: PartSource) -> TemplateError:
    """Return the error of a tag that Jinja cannot read."""
    return TemplateError(
        Text("A tag cannot be read: {reason}", reason=fault.message or ""),
        hint=Text("Check that each tag is closed and each if and for has its end."),
        location=_place(part, fault.lineno),
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
        Text("A template may not use this: {construct}", construct=construct),
        hint=Text("Print, if, for, set, macros of your own and the listed filters are allowed."),
        location=_place(part, line),
    )


def render_fault(
    fault: BaseException, part: PartSource, context: Mapping[str, object]
) -> TemplateError:
    """Return the error of a tag that could not be printed."""
    message, hint = _words(fault, context)
    location = _place(part, _line(fault.__traceback__, part.name))
    return TemplateError(message, hint=hint, location=location)


def _place(part: PartSource, line: int | None) -> Location:
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


def _words(fault: BaseException, context: Mapping[str, object]) -> tuple[Text, Text | None]:
    match fault:
        case UndefinedError():
            return _undefined_words(str(fault), context)
        case FilterTypeError():
            name, expected, given = str(fault).split("\0")
            return (
                Text("The filter {name} needs {expected}, but the value is {given}.",
                     name=name, expected=expected, given=_type_words(given)),
                Text("Use the filter of the value's own type."),
            )  # fmt: skip
        case UnprintableTypeError():
            return (
                Text("The tag would print {kind}, which is never printed as such.",
                     kind=_type_words(str(fault))),
                Text("Use a filter such as date, timing, money or join_and, or an if around it."),
            )  # fmt: skip
        case UnprintableError():
            return Text(
                "A value holds the character {name}, which Word cannot.", name=str(fault)
            ), None
        case OverflowError():
            return (
                Text("The tag counts further, or prints more, than a template may."),
                Text("Check the loops: what they run over, and where each one ends."),
            )
        case _:
            return Text("The tag cannot be worked out: {reason}", reason=str(fault)), None


def _undefined_words(message: str, context: Mapping[str, object]) -> tuple[Text, Text | None]:
    scope, name, *known = message.split("\0")
    candidates = list(context) if scope == "top" else known
    near = difflib.get_close_matches(name, candidates, n=1)
    hint = Text("Did you mean {name}?", name=near[0]) if near else None
    return Text("The template uses the name {name}, which does not exist.", name=name), hint


def _type_words(name: str) -> Text | str:
    return _TYPE_NAMES.get(name, name)
