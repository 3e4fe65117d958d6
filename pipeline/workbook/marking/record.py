"""What a marked workbook remembers of itself, so that its marks can be taken off again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Final, Self, cast

_CHUNK: Final = 30_000


@dataclass(frozen=True, slots=True)
class Record:
    """How the workbook was before it was marked.

    `styles` is the hash of the styles as we left them, `counts` how many fonts, fills and cell
    formats there were before, `origins` the format that each of ours was made from, `colours` the
    fill that each of our colours stands for ("" for none). `created` are the cells and rows that
    we added, `selected` the sheets that were shown, `active` the first of them. `vml` tells that
    the content type of drawings is ours.
    """

    styles: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    origins: Mapping[str, int] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    created: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    active: int | None = None
    vml: bool = False

    def chunks(self) -> Iterator[str]:
        """Yield the record in texts that each fit into a cell."""
        text = json.dumps(asdict(self), ensure_ascii=True, sort_keys=True)
        for start in range(0, len(text), _CHUNK):
            yield text[start : start + _CHUNK]

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the record of joined chunks, None for a text that is none of ours."""
        try:
            found = json.loads(text)
        except ValueError:
            return None
        if not isinstance(found, dict) or "styles" not in found:
            return None
        plain = cls()
        known = {
            one.name: _like(getattr(plain, one.name), found.get(one.name)) for one in fields(cls)
        }
        return cls(**known)  # type: ignore[arg-type] # each is of the kind of its default


def _like(default: object, value: object) -> object:
    """Return a value if it is of the kind of its default."""
    match default:
        case bool() | str():
            return value if type(value) is type(default) else default
        case tuple():
            listed = value if isinstance(value, list) else []
            return tuple(each for each in listed if isinstance(each, str))
        case None:
            return value if type(value) is int else None
        case _:
            return cast("dict[str, object]", value) if isinstance(value, dict) else {}
