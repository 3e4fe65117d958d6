"""The versions of one form: the present one, and those that are read by way of steps."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.record import RawRecord
from pipeline.sources.migration.steps import Step


@dataclass(frozen=True, slots=True)
class Edition:
    """An older version of a form: what it asked for, and the steps to the next version."""

    version: str
    model: type[BaseModel]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class History:
    """A form's present version, and its older editions from the first on."""

    version: str
    editions: tuple[Edition, ...] = ()

    @property
    def versions(self) -> tuple[str, ...]:
        """Return every version that can be read, the present one last."""
        return (*(edition.version for edition in self.editions), self.version)

    def edition(self, version: str) -> Edition | None:
        """Return the older edition of a version, None if there is none."""
        return next((each for each in self.editions if each.version == version), None)

    def steps_from(self, version: str) -> tuple[Step, ...]:
        """Return all steps from a version to the present one; none for the present one."""
        older = [each.version for each in self.editions]
        first = older.index(version) if version in older else len(older)
        return tuple(step for edition in self.editions[first:] for step in edition.steps)


def migrated_path(path: Path, steps: Iterable[Step]) -> Path:
    """Return where a field of an older form stands after the steps."""
    return reduce(lambda here, step: step.path(here), steps, path)


def migrated(record: RawRecord, steps: tuple[Step, ...]) -> RawRecord:
    """Return the record of an older form as one of the present form; places stay the file's own."""
    for step in steps:
        record = _after(record, step)
    return record


def _after(record: RawRecord, step: Step) -> RawRecord:
    return replace(
        record,
        values={step.path(path): step.value(path, raw) for path, raw in record.values.items()},
        places={step.path(path): place for path, place in record.places.items()},
        findings=tuple(
            replace(finding, path=step.path(finding.path)) for finding in record.findings
        ),
        unreadable=frozenset(map(step.path, record.unreadable)),
    )
