"""What a marked workbook remembers of itself, so that its marks can be taken off again."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Final, Self

from pipeline.workbook.marking.list_styles import FONTS, FORMATS
from pipeline.workbook.marking.xml import whole

_CHUNK: Final = 30_000
#: More than a record of every cell that is read would need.
_LONGEST: Final = 5_000_000
#: Of what kind the values of each mapping are.
_VALUES: Final[Mapping[str, type]] = {"counts": int, "origins": int, "colours": str}


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

    def fits(self, counts: Mapping[str, int]) -> bool:
        """Tell whether we can have left styles with so many fonts, fills and formats.

        A record may be somebody else's work: only what we have added may be taken away by it.
        """
        more = {"fonts": FONTS, "fills": len(self.colours), "cellXfs": len(self.origins) + FORMATS}
        first = counts["cellXfs"] - more["cellXfs"]
        return (
            self.counts == {name: counts[name] - added for name, added in more.items()}
            and all(whole(number) >= first for number in self.origins)
            and all(0 <= origin < first for origin in self.origins.values())
        )

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Return the record of joined chunks, None for a text that is none of ours."""
        if len(text) > _LONGEST:
            return None
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if not isinstance(found, dict) or "styles" not in found:
            return None
        plain = cls()
        known = {
            one.name: _like(one.name, getattr(plain, one.name), found.get(one.name))
            for one in fields(cls)
        }
        return cls(**known)  # type: ignore[arg-type] # each is of the kind of its default


def _like(name: str, default: object, value: object) -> object:
    """Return a value if it is of the kind of its default, of a mapping what is of its kind."""
    match default:
        case bool() | str():
            return value if type(value) is type(default) else default
        case tuple():
            listed = value if isinstance(value, list) else []
            return tuple(each for each in listed if isinstance(each, str))
        case None:
            return value if type(value) is int else None
        case _:
            held = value.items() if isinstance(value, dict) else ()
            return {key: each for key, each in held if type(each) is _VALUES[name]}
