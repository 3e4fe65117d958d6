"""The files of baselines: one is read before a check, one is written after it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pipeline.app.opening import read_bytes
from pipeline.checks.waiving.baseline import Baseline
from pipeline.core.errors import UsageError
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.output.atomic import write_atomic


@dataclass(frozen=True, slots=True)
class OldFindings:
    """The findings that are silent: those of a file, or from now on those of this run.

    `target` is where those of this run are written, in the place of what `older` holds.
    """

    known: Baseline | None = None
    target: Path | None = None
    older: Baseline | None = None

    @classmethod
    def of(cls, known: Path | None, target: Path | None) -> Self:
        """Read what is there.

        Raises:
            UsageError: a file holds something else than a baseline; that is never written over.
            EnvironmentFailedError: the file of old findings is missing, or cannot be opened.
        """
        return cls(
            known=None if known is None else _read(known),
            target=target,
            older=_read(target) if target is not None and target.exists() else None,
        )

    def left(
        self, findings: tuple[Finding, ...], checked: frozenset[str], *, whole: bool
    ) -> tuple[Finding, ...]:
        """Return the findings that are told, once the others have been written as asked.

        What an older baseline knows of files not `checked` stays, unless the run is the `whole`
        folder's.

        Raises:
            EnvironmentFailedError: the baseline could not be written.
        """
        known = self.known
        if self.target is not None:
            kept = () if whole or self.older is None else self.older.beside(checked)
            known = Baseline.of(findings, kept)
            write_atomic(self.target, known.to_json())
        return findings if known is None else known.new(findings, checked, whole=whole)


def _read(path: Path) -> Baseline:
    baseline = Baseline.read(read_bytes(path))
    if baseline is None:
        raise UsageError(
            Text("This file holds no baseline."),
            hint=Text("Give a file that was written with {option}.", option="--write-baseline"),
            location=Location(file=path.name),
        )
    return baseline
