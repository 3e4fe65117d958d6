"""What the rules look at: one submission with its programme, or a programme file."""

from dataclasses import dataclass, field
from typing import Protocol, Self

from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.record import RawRecord
from pipeline.core.references import References
from pipeline.core.text import Text
from pipeline.rules.walk import Spot, walk
from schemas.academy import AcademySubmission
from schemas.programme import Programme, Settings


@dataclass(frozen=True, slots=True)
class Form:
    """One filled-in file as the rules common to all files see it.

    `languages` are those in which its texts are needed.
    """

    model: BaseModel
    spots: tuple[Spot, ...]
    references: References
    languages: tuple[str, ...]
    record: RawRecord | None

    @classmethod
    def of(
        cls,
        model: BaseModel,
        *,
        languages: tuple[str, ...],
        record: RawRecord | None,
        skip: frozenset[str] = frozenset(),
    ) -> Self:
        """Return the form of a model; the parts to `skip` are switched off in its programme."""
        return cls(
            model=model,
            spots=tuple(walk(model, skip=skip)),
            references=References.of(model),
            languages=languages,
            record=record,
        )

    def place(self, path: Path) -> Text:
        """Return in words where a field of a row stands, such as `sheet Team, cell A4`."""
        location = self.record.location(path) if self.record else None
        if location and location.sheet is not None and location.cell is not None:
            return Text("sheet {sheet}, cell {cell}", sheet=location.sheet, cell=location.cell)
        if location and location.line is not None:
            return Text("line {line}", line=location.line)
        rows = [step for step in path if isinstance(step, int)]
        return Text("row {row}", row=rows[-1] + 1 if rows else 1)

    def lacks_rows(self, collections: tuple[str, ...]) -> bool:
        """Tell whether a row, or the whole sheet, of one of the collections could not be read."""
        return self.record is not None and any(
            (name,) in self.record.unreadable for name in collections
        )

    def sheets(self, collections: tuple[str, ...]) -> Text:
        """Return the titles of collections in words: “People” or “Posts”."""
        fields = type(self.model).model_fields
        first, *rest = (
            Text("“{name}”", name=Text(fields[name].title or name)) for name in collections
        )
        for title in rest:
            first = Text("{first} or {second}", first=first, second=title)
        return first


class Seen(Protocol):
    """Whatever has a form: what the rules common to all files are given."""

    @property
    def form(self) -> Form:
        """Return the file as the common rules see it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One submission with its programme.

    `record` knows the places of its values; `languages` are those of the organisation's documents.
    """

    submission: AcademySubmission
    programme: Programme
    record: RawRecord | None = None
    languages: tuple[str, ...] = ("fi",)
    form: Form = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self,
            "form",
            Form.of(
                self.submission,
                languages=self.languages,
                record=self.record,
                skip=_switched_off(self.settings),
            ),
        )

    @property
    def settings(self) -> Settings:
        """Return the programme's settings, thresholds among them."""
        return self.programme.settings


@dataclass(frozen=True, slots=True)
class ProgrammeSubject:
    """A programme file; `record` knows the places of its values."""

    programme: Programme
    record: RawRecord | None = None
    form: Form = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self,
            "form",
            Form.of(
                self.programme,
                languages=tuple(self.programme.programme.languages),
                record=self.record,
            ),
        )


def _switched_off(settings: Settings) -> frozenset[str]:
    switches = {
        "indicators": settings.indicators,
        "risks": settings.risks,
        "costs": settings.costs,
    }
    return frozenset(part for part, used in switches.items() if not used)
