"""Who must answer each finding of a submission: the row's own owner, else the contact person."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from pipeline.app.submissions import CheckedSubmission
from pipeline.core.duty import Answerer, Duty
from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.core.references import References, Target
from schemas.organisation import Person, Post
from schemas.submissions import academy_of

if TYPE_CHECKING:
    from schemas.community import CommunitySubmission
    from schemas.submissions import Submission

#: The fields that name who answers for a row, the first one that is filled in before the others.
_OWNERS: Final = ("accountable", "owner", "who", "preparer", "responsible", "lead")
_WHO: Final = ("people", "posts")


def duties_of(checked: CheckedSubmission) -> tuple[Duty, ...]:
    """Return the findings of a submission in their order, each with who must answer it."""
    if checked.submission is None:
        return tuple(Duty(finding) for finding in checked.findings)
    references = References.of(checked.submission)
    contact = _person(_contact(checked.submission), references)
    owners = _Owners(checked.record) if checked.record else None
    return tuple(
        Duty(
            finding,
            _person(owners.of(finding.location) if owners else None, references) or contact,
        )
        for finding in checked.findings
    )


@dataclass(slots=True)
class _Owners:
    """Who answers for the rows of a file, by the places of their fields."""

    record: RawRecord
    _rows: dict[Location, Path] = field(init=False)
    _texts: dict[Path, dict[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self._rows = {}
        for path, place in self.record.places.items():
            if row := _row(path):
                self._rows.setdefault(place, row)
        self._texts = {}
        for path, raw in self.record.values.items():
            row, name = _row(path), path[-1]
            if row and isinstance(name, str) and name in _OWNERS and isinstance(raw.value, str):
                self._texts.setdefault(row, {})[name] = raw.value

    def of(self, place: Location) -> str | None:
        """Return what the row of a place says of who answers for it."""
        texts = self._texts.get(self._rows.get(place, ()), {})
        return next((texts[name] for name in _OWNERS if name in texts), None)


def _row(path: Path) -> Path:
    """Return the path of the innermost row that a field belongs to, () for a field of a form."""
    numbers = [at for at, step in enumerate(path) if isinstance(step, int)]
    # A number at the end counts the parts of one cell that lists several.
    inner = [at for at in numbers if at < len(path) - 1 or at == 1]
    return path[: inner[-1] + 1] if inner else ()


def _contact(submission: "Submission") -> str | None:
    academy = academy_of(submission)
    if academy is not None:
        return next((member.person for member in academy.team if member.contact_person), None)
    return cast("CommunitySubmission", submission).process.contact


def _person(text: str | None, references: References) -> Answerer | None:
    target = references.resolve(text, _WHO)
    if target is None:
        return None
    return next(_answerers(target, references), None)


def _answerers(target: Target, references: References) -> Iterator[Answerer]:
    """Yield who stands behind a name: the person, or a post's holder, or the post."""
    match target.row:
        case Person() as person:
            yield Answerer(person.full_name or person.id, person.email)
        case Post() as post:
            holder = references.resolve(post.holder, ("people",))
            if holder is not None:
                yield from _answerers(holder, references)
            yield Answerer(target.names[0] if target.names else post.id)
        case _:
            return
