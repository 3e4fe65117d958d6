"""What a fault of rendering says to the template's author, and what to do about it."""

import difflib
from collections.abc import Mapping
from typing import Final

from jinja2 import UndefinedError

from pipeline.core.text import Text
from pipeline.render.pictures.printing import PictureTypeError
from pipeline.render.sandbox.budget import StepsSpentError, TextSpentError, TimeSpentError
from pipeline.render.sandbox.environment import GreatNumberError, OperandError, UnprintableTypeError
from pipeline.render.sandbox.filters import FilterTypeError
from pipeline.render.sandbox.guards import LoopTypeError
from pipeline.render.sandbox.jinja_words import calculation_of
from pipeline.render.sandbox.unfit import UnfitValueError
from pipeline.render.values.marks import UnprintableError

Words = tuple[Text, Text | None]
_TYPE_NAMES: Final = {
    "str": Text("a text"),
    "int": Text("a whole number"),
    "Gap": Text("a gap"),
    "NoneType": Text("an empty value"),
    "bool": Text("a yes/no value"),
    "date": Text("a date"),
    "time": Text("a clock time"),
    "Decimal": Text("a number with decimals"),
    "list": Text("a list"),
    "dict": Text("a group of values"),
    "Picture": Text("a picture"),
    "Block": Text("text of several lines"),
    "Decimal / int": Text("a number"),
    "list / str": Text("a list or a text"),
    "timing": Text("a time such as timing"),
}


def words_of(fault: BaseException, context: Mapping[str, object]) -> Words:
    """Return the message and the hint of what rendering raised."""
    match fault:
        case UndefinedError():
            return _undefined_words(str(fault), context)
        case FilterTypeError() | UnprintableTypeError() | OperandError() | LoopTypeError():
            return _type_words(fault)
        case UnprintableError():
            return Text(
                "A value holds the character {name}, which Word cannot.", name=str(fault)
            ), None
        case UnfitValueError() | PictureTypeError():
            return _unfit_words(fault)
        case OverflowError():
            return _spent_words(fault)
        case _:
            return (
                Text("The tag cannot be worked out: {reason}", reason=calculation_of(fault)),
                Text("Check the values of the tag, and put an if around it where one may lack."),
            )


def _type_words(
    fault: FilterTypeError | UnprintableTypeError | OperandError | LoopTypeError,
) -> Words:
    match fault:
        case FilterTypeError():
            name, expected, given = str(fault).split("\0")
            return (
                Text("The filter {name} needs {expected}, but the value is {given}.",
                     name=name, expected=_named(expected), given=_named(given)),
                Text("Use the filter of the value's own type."),
            )  # fmt: skip
        case UnprintableTypeError():
            return (
                Text("The tag would print {kind}, which is never printed as such.",
                     kind=_named(str(fault))),
                Text("Use a filter such as date, timing, money or join_and, or an if around it."),
            )  # fmt: skip
        case OperandError():
            sign, left, right = str(fault).split("\0")
            return (
                Text("The sign {sign} cannot stand between {left} and {right}.",
                     sign=sign, left=_named(left), right=_named(right)),
                Text("Count with numbers only, and join texts with {sign}.", sign="~"),
            )  # fmt: skip
        case LoopTypeError():
            return (
                Text("A for goes through lists only, and this is {kind}.",
                     kind=_named(str(fault))),
                Text("Name a list, or put an if around the loop where there may be none."),
            )  # fmt: skip


def _unfit_words(fault: UnfitValueError | PictureTypeError) -> Words:
    if isinstance(fault, UnfitValueError):
        return fault.message, fault.hint
    return (
        Text("A placeholder picture takes a picture, but the value is {given}.",
             given=_named(str(fault))),
        Text("Name a picture in its alternative text, or put an if around it."),
    )  # fmt: skip


def _spent_words(fault: OverflowError) -> tuple[Text, Text]:
    loops = Text("Check the loops: what they run over, and where each one ends.")
    match fault:
        case StepsSpentError():
            return (
                Text("The loops and macros take more than {limit} steps.", limit=str(fault)),
                loops,
            )
        case TextSpentError():
            return (
                Text("The tags build more than {limit} characters of text.", limit=str(fault)),
                Text("Check what is joined or set, and how many times over."),
            )
        case TimeSpentError():
            return Text("The tags work for more than {limit} seconds.", limit=str(fault)), loops
        case GreatNumberError():
            return (
                Text("The tag works out a number that is too great."),
                Text("Give the value itself in the inputs, and print it."),
            )
        case _:
            return Text("The tag counts further, or prints more, than a template may."), loops


def _undefined_words(message: str, context: Mapping[str, object]) -> Words:
    scope, name, *known = message.split("\0")
    candidates = [each for each in context if not each.startswith("_")] if scope == "top" else known
    near = difflib.get_close_matches(name, candidates, n=1)
    hint = Text("Did you mean {name}?", name=near[0]) if near else None
    return Text("The template uses the name {name}, which does not exist.", name=name), hint


def _named(name: str) -> Text | str:
    return _TYPE_NAMES.get(name, name)
