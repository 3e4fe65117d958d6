"""The values of a context by their places, and which of them follow a change of an input."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from schemas.contexts.gap import Gap
from schemas.contexts.view import TimingView, View

#: The names that lead to a value, such as `("objectives", "measures", "accountable")`.
Place = tuple[str, ...]
#: Values by the names and row numbers that lead to them.
Values = Mapping[tuple[str | int, ...], object]
#: Tells whether a value shows what a field says.
Shows = Callable[[object], bool]


def values_of(context: View) -> Values:
    """Return the values of a context; a time and a list of plain values are one value each."""
    found: dict[tuple[str | int, ...], object] = {}
    _collect(context, (), found)
    return found


def place_of(path: tuple[str | int, ...]) -> Place:
    """Return the names on the way to a value, without the numbers of rows."""
    return tuple(step for step in path if isinstance(step, str))


def _collect(
    value: object, path: tuple[str | int, ...], found: dict[tuple[str | int, ...], object]
) -> None:
    if isinstance(value, TimingView):
        found[path] = value.model_dump()
    elif isinstance(value, View):
        for name, inner in vars(value).items():
            _collect(inner, (*path, name), found)
    elif isinstance(value, list) and value and isinstance(value[0], View):
        for number, each in enumerate(value):
            _collect(each, (*path, number), found)
    else:
        found[path] = value


def followed(before: Values, after: Values, shows: Shows) -> Iterator[Place]:
    """Yield the places whose value became another one when a field was changed.

    What has appeared or gone, or become a gap, was let in or kept out by the field, but does not
    come from it; nor does what `shows` denies.
    """
    for path, old in before.items():
        new = after.get(path)
        if old != new and not _is_missing(old) and not _is_missing(new) and shows(old):
            yield place_of(path)


def shows_label(labels: Iterable[str]) -> Shows:
    """Return what tells that a value is a truth value, or a text with one of the labels in it."""
    known = tuple(labels)
    return lambda value: (
        isinstance(value, bool) or (isinstance(value, str) and any(each in value for each in known))
    )


def shows_number(value: object) -> bool:
    """Tell that a value is a number, or a list of them."""
    return all(isinstance(each, int) for each in (value if isinstance(value, list) else [value]))


def _is_missing(value: object) -> bool:
    return value is None or isinstance(value, Gap)
