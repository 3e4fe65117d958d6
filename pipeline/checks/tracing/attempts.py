"""Other values tried in fields, until a document shows a difference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from pipeline.checks.tracing.alternatives import alternatives, token
from pipeline.checks.tracing.origin import Origin, RefusedError
from pipeline.core.finding import Path
from pipeline.core.record import Scalar
from pipeline.core.references import References
from pipeline.core.trace import Field


@dataclass(slots=True)
class Attempts:
    """Models of a file with other values in some fields, each further one with further values.

    A text is marked with the word of the field's number among the fields; `freely` marks
    references too, which then lead nowhere.
    """

    origin: Origin
    fields: Sequence[Field]
    freely: bool = False
    _options: dict[Path, tuple[Scalar, ...]] = field(init=False)
    _rank: dict[Path, int] = field(init=False)

    def __post_init__(self) -> None:
        """Find out the values to try."""
        references = References.of(self.origin.model)
        self._options = {
            each.path: alternatives(
                each.leaf,
                self.origin.value(each.path),
                token(number),
                () if self.freely else _ids(each, references),
            )
            for number, each in enumerate(self.fields)
        }
        self._rank = dict.fromkeys(self._options, 0)

    def models(self) -> Iterator[BaseModel]:
        """Yield the models; a field that has run out of other values keeps its own."""
        while changes := self._changes():
            try:
                model = self.origin.varied({**self._followers(changes), **changes})
            except RefusedError as refused:
                self._advance((refused.paths & changes.keys()) or changes.keys())
                continue
            if model != self.origin.model:
                yield model
            self._advance(changes.keys())

    def _changes(self) -> dict[Path, Scalar]:
        return {
            path: self._options[path][rank]
            for path, rank in self._rank.items()
            if rank < len(self._options[path])
        }

    def _advance(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._rank[path] += 1

    def _followers(self, changes: Mapping[Path, Scalar]) -> dict[Path, Scalar]:
        """Return what refers to ids that change, so that it still leads to the same rows."""
        new = {
            (each.path[0], each.value): str(changes[each.path])
            for each in self.fields
            if each.is_identifier and each.path in changes
        }
        if not new:
            return {}
        found: dict[Path, Scalar] = {}
        for each in self.origin.fields:
            parts = each.value.split("; ")
            led = [_new_id(part, each, new) for part in parts]
            if each.leaf.references and led != parts:
                found[each.path] = "; ".join(led)
        return found


def _new_id(part: str, filled: Field, new: Mapping[tuple[str | int, str], str]) -> str:
    ids = (new.get((collection, part)) for collection in filled.leaf.references)
    return next((each for each in ids if each), part)


def _ids(filled: Field, references: References) -> tuple[str, ...]:
    return tuple(
        target.id
        for collection in filled.leaf.references
        for target in references.targets.get(collection, ())
    )
