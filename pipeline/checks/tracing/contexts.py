"""Where two contexts differ: the plain values that a template may print, by their paths."""

from collections.abc import Iterator

#: The way to a value in a context: keys and numbers of rows.
Way = tuple[str | int, ...]


def different_values(before: object, after: object, way: Way = ()) -> Iterator[Way]:
    """Yield the ways to the values that differ; a list of another length differs as a whole."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for key, value in before.items():
            yield from different_values(value, after[key], (*way, str(key)))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for at, (was, now) in enumerate(zip(before, after, strict=True)):
            yield from different_values(was, now, (*way, at))
    elif before != after:
        yield way


def kind_of(way: Way) -> Way:
    """Return a way without the numbers of rows: what all rows of a list have in common."""
    return tuple("" if isinstance(step, int) else step for step in way)
