"""One case of a rule: an overlay on the sound submission and programme, read from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML

from pipeline.core.finding import Finding
from pipeline.rules.registry import check_programme, check_submission
from pipeline.rules.subject import ProgrammeSubject
from schemas.fields import Gate
from tests.rules.sound import Raw, programme_values, submission_values, validated

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """What is changed, for which gate, and what the rule is to notice."""

    code: str
    path: Path
    gate: Gate
    submission: Mapping[str, object]
    programme: Mapping[str, object]
    languages: tuple[str, ...]
    expect: tuple[Mapping[str, str], ...]

    def findings(self) -> tuple[Finding, ...]:
        """Return what the case's own rule notices in the submission and in the programme."""
        subject = validated(
            overlay(submission_values(), self.submission),
            overlay(programme_values(), self.programme),
            self.languages,
        )
        found = (
            *check_submission(subject, self.gate),
            *check_programme(ProgrammeSubject(subject.programme), self.gate),
        )
        return tuple(finding for finding in found if finding.code == self.code)


def cases(kind: str) -> list[Case]:
    """Return all cases in the folders of one kind, `pass` or `fail`."""
    return [_read(path) for path in sorted(FOLDER.glob(f"*/{kind}/*.yaml"))]


def _read(path: Path) -> Case:
    data = cast("Mapping[str, object]", YAML(typ="base").load(path.read_text("utf-8")))
    unknown = set(data) - {"gate", "submission", "programme", "languages", "expect"}
    assert not unknown, f"{path}: {unknown}"
    return Case(
        code=path.parent.parent.name,
        path=path,
        gate=Gate(str(data.get("gate", "G4"))),
        submission=cast("Mapping[str, object]", data.get("submission", {})),
        programme=cast("Mapping[str, object]", data.get("programme", {})),
        languages=tuple(cast("list[str]", data.get("languages", ["fi"]))),
        expect=tuple(cast("list[Mapping[str, str]]", data.get("expect", []))),
    )


def overlay(values: Raw, changes: Mapping[str, object]) -> Raw:
    """Set each dotted path to its value; an empty text takes the value away, as a reader would.

    The number after the last row of a list adds a row.
    """
    for dotted, value in changes.items():
        *way, last = dotted.split(".")
        here: object = values
        for step in way:
            here = _child(here, step)
        _put(here, last, value)
    return values


def _child(here: object, step: str) -> object:
    if isinstance(here, list):
        return here[int(step)]
    assert isinstance(here, dict)
    return here.setdefault(step, {})


def _put(here: object, last: str, value: object) -> None:
    if isinstance(here, list):
        here[int(last) : int(last) + 1] = [value]
        return
    assert isinstance(here, dict)
    if value == "":
        del here[last]
    else:
        here[last] = value
