"""From typed views to the plain values that templates see."""

from pydantic import BaseModel

from schemas.contexts.view import View


def plain(view: View) -> dict[str, object]:
    """Return a view as dicts and lists of plain values and gaps."""
    return {name: _plain(getattr(view, name)) for name in type(view).model_fields}


def _plain(value: object) -> object:
    match value:
        case View():
            return plain(value)
        case list() | tuple():
            return [_plain(item) for item in value]
        case BaseModel():
            raise TypeError(type(value).__name__)
        case _:
            return value
