"""The Jinja sandbox of templates: plain values, names by key only, nothing to call or to change."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from pipeline.render.limits import Limits
from pipeline.render.pictures.printing import picture
from pipeline.render.sandbox.budget import budget_of
from pipeline.render.sandbox.conditions import tests
from pipeline.render.sandbox.filters import filters
from pipeline.render.sandbox.guards import guards
from pipeline.render.values.blocks import Block, BlockStyle
from pipeline.render.values.links import link
from pipeline.render.values.marks import escaped, mark_text
from pipeline.render.values.styled import Styled
from schemas.contexts.gap import Gap

LOOP_NAMES: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth"}
    | {"depth0", "previtem", "nextitem", "changed"}
)

#: No number that is worked out may be greater: numbers that grow fill the memory.
GREATEST: Final = 10**30


class UnprintableTypeError(TypeError):
    """A template prints a value that has no text of its own; the message names the type."""


class OperandError(SecurityError):
    """A sign stands between values that it does not work on; the message names all three."""

    def __init__(self, sign: str, left: object, right: object) -> None:
        names = (type(side).__name__ for side in (left, right))
        super().__init__("\0".join((sign, *names)))


class GreatNumberError(OverflowError):
    """A number is worked out that is greater than any that a document needs."""


class MissingName(StrictUndefined):
    """A name that the context lacks; its message carries the name and the known ones."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        known = [str(key) for key in owner] if isinstance(owner, Mapping) else []
        scope = "top" if owner is missing else "value"
        return "\0".join([scope, str(self._undefined_name), *known])


class _PrintingGenerator(CodeGenerator):
    """Print each value in one call, and look a name up without one where a dict has it.

    Jinja's own makes two calls and a Markup of every value.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write the look-up of a name in a value."""
        if not isinstance(node.node, nodes.Name):
            super().visit_Getattr(node, frame)
            return
        name = f"{node.attr!r}"
        of = partial(self.visit, node.node, frame)
        for before in ("(", f"[{name}] if type(", f") is dict and {name} in "):
            self.write(before)
            of()
        self.write(" else environment.getattr(")
        of()
        self.write(f", {name}))")

    def _output_child_pre(self, *_place: object, **_named: object) -> None:
        self.write("environment.printed(")

    def _output_child_post(self, *_place: object, **_named: object) -> None:
        self.write(")")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Look names up by key, and refuse attributes, methods and calls of values."""

    code_generator_class = _PrintingGenerator
    intercepted_binops = frozenset({"**", "*", "%", "+"})

    def __init__(self, language: str, styles: tuple[BlockStyle, ...], limits: Limits) -> None:
        super().__init__(
            autoescape=True, undefined=MissingName, finalize=printable, keep_trailing_newline=True
        )
        self.filters = {**filters(language, styles), **guards(), **_OF_PACKAGE}
        self.tests.clear()
        self.tests.update(tests())
        self.globals = {"range": _bounded_range(limits.range)}

    def printed(self, value: object) -> str:
        """Return the text of a value, escaped for XML."""
        if type(value) is str:
            text = value if value.isprintable() else mark_text(value)
            # Another call for each value would take as long again.
            if "&" in text or "<" in text or ">" in text or "'" in text or '"' in text:
                return escaped(text)
            return text
        shown = printable(value)
        return shown if isinstance(shown, Markup) else escaped(shown)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a mapping's value by key, or one of a loop's own names."""
        if type(obj) is dict and attribute in obj:
            # What nearly every name is; a dict cannot be anything else.
            return obj[attribute]
        if isinstance(obj, LoopContext):
            return (
                getattr(obj, attribute)
                if attribute in LOOP_NAMES
                else self._missing(obj, attribute)
            )
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Return a mapping's value by key, or an item or slice of a list."""
        if isinstance(obj, Undefined):
            # The fault is the unknown name itself, not what was looked for in it.
            return obj
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list | tuple) and isinstance(argument, int | slice):
            return obj[argument]
        return self._missing(obj, argument)

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros of the template, `loop.cycle` and the bounded `range` only."""
        if isinstance(obj, Macro) or obj is self.globals["range"]:
            return True
        return isinstance(getattr(obj, "__self__", None), LoopContext)

    def call(self, context: Context, called: object, /, *args: object, **kwargs: object) -> object:
        """Call a macro, and charge the call and the text that comes of it."""
        budget = budget_of(context)
        budget.call()
        made = super().call(context, called, *args, **kwargs)
        if isinstance(made, str):
            budget.write(len(made))
        return made

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Work out numbers of a bounded size, and sums of texts; refuse powers, lists and gaps."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            budget_of(context).write(len(left) + len(right))
            return left + right
        if operator == "**" or not (_is_number(left) and _is_number(right)):
            _fail_if_unknown(left, right)
            raise OperandError(operator, left, right)
        made = super().call_binop(context, operator, left, right)
        if abs(made) > GREATEST:
            raise GreatNumberError(GREATEST)
        return made

    def _missing(self, obj: object, name: object) -> Undefined:
        return self.undefined(obj=obj, name=str(name))


def printable(value: object) -> str | Markup:
    """Return what a template prints for a value, with marks for breaks, tabs and gaps.

    Raises:
        UnprintableTypeError: None, a truth value, date, number with decimals, list or mapping.
        UnprintableError: a character that Word cannot hold.
    """
    if type(value) is str:
        return mark_text(value)
    match value:
        case Markup():
            return value
        case str() | Gap() | Styled():
            return mark_text(value)
        case bool():
            raise UnprintableTypeError("bool")
        case int():
            return str(value)
        case Undefined() | Block():
            # An undefined name fails here with its own message; a block needs a {{p tag.
            return str(value) if isinstance(value, Undefined) else _refuse(value)
        case _:
            return _refuse(value)


def _joinable(value: object) -> object:
    """Return a value that may be joined to a text; a gap with its marks, so that it stays one."""
    printed = printable(value)
    return Markup(escape(printed)) if isinstance(value, Gap | Styled) else value  # noqa: S704 - escaped


def _fail_if_unknown(*values: object) -> None:
    """Fail with the message of an unknown name, if one of the values is such."""
    for value in values:
        if isinstance(value, Undefined):
            str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal)


def _refuse(value: object) -> str:
    raise UnprintableTypeError(type(value).__name__)


#: Filters that note what their values need of the package, and the joining of what they make.
_OF_PACKAGE: Final = {"link": link, "_picture": picture, "_joinable": _joinable}


def _bounded_range(limit: int) -> object:
    def bounded(*bounds: int) -> range:
        steps = range(*bounds)
        if len(steps) > limit:
            raise OverflowError(limit)
        return steps

    return bounded
