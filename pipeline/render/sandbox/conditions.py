"""The tests that template authors may write after `is`, each strict about the type it takes."""

from collections.abc import Callable
from decimal import Decimal

from jinja2.runtime import Undefined

from pipeline.render.sandbox.filters import FilterTypeError
from schemas.contexts.gap import Gap


def tests() -> dict[str, Callable[..., bool]]:
    """Return the tests of templates by name; there are no others.

    Comparing has signs of its own (`==`, `<`, `in`), and an unknown name is always an error, so
    that `defined` would only hide one.
    """
    return {
        "none": _known(lambda value: value is None),
        "string": _known(lambda value: isinstance(value, str)),
        "number": _known(_is_number),
        "gap": _known(lambda value: isinstance(value, Gap)),
        "odd": lambda value: _whole("odd", value) % 2 == 1,
        "even": lambda value: _whole("even", value) % 2 == 0,
        "divisibleby": lambda value, by: (
            _whole("divisibleby", value) % _whole("divisibleby", by) == 0
        ),
    }


def _known(test: Callable[[object], bool]) -> Callable[[object], bool]:
    """Return a test that fails for an unknown name instead of telling that it is no such value."""

    def apply(value: object) -> bool:
        _refuse_unknown(value)
        return test(value)

    return apply


def _refuse_unknown(value: object) -> None:
    if isinstance(value, Undefined):
        # Its text is the error that names it.
        str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _whole(name: str, value: object) -> int:
    _refuse_unknown(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise FilterTypeError(name, "int", value)
    return value
