"""One case of a rule: an overlay on a sound submission and its programme, read from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML

from pipeline.core.finding import Finding
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.registry import check_programme, check_submission
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Gate
from tests.rules import sound_process
from tests.rules.sound import Raw, programme_values, submission_values, validated

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """What is changed, for which gate, and what the rule is to notice.

    `process` says that the submission is a process of Yhteisöllinen innovointi.
    """

    code: str
    path: Path
    gate: Gate
    submission: Mapping[str, object]
    programme: Mapping[str, object]
    process: bool
    languages: tuple[str, ...]
    expect: tuple[Mapping[str, str], ...]

    def findings(self) -> tuple[Finding, ...]:
        """Return what the case's own rule notices in the submission and in the programme."""
        subject = self._of_process() if self.process else self._of_academy()
        found = (
            *check_submission(subject, self.gate),
            *check_programme(ProgrammeSubject(subject.programme), self.gate),
        )
        return tuple(finding for finding in found if finding.code == self.code)

    def _of_academy(self) -> Subject:
        return validated(
            overlay(submission_values(), self.submission),
            overlay(programme_values(), self.programme),
            self.languages,
        )

    def _of_process(self) -> CommunitySubject:
        return sound_process.validated_process(
            overlay(sound_process.process_values(), self.submission),
            overlay(sound_process.programme_values(), self.programme),
            self.languages,
        )


def cases(kind: str) -> list[Case]:
    """Return all cases in the folders of one kind, `pass` or `fail`."""
    return [_read(path) for path in sorted(FOLDER.glob(f"*/{kind}/*.yaml"))]


def _read(path: Path) -> Case:
    data = cast("Mapping[str, object]", YAML(typ="base").load(path.read_text("utf-8")))
    unknown = set(data) - {"gate", "submission", "process", "programme", "languages", "expect"}
    assert not unknown, f"{path}: {unknown}"
    code = path.parent.parent.name
    process = "process" in data or code.startswith("YI")
    return Case(
        code=code,
        path=path,
        gate=Gate(str(data.get("gate", "P6" if process else "G4"))),
        submission=cast(
            "Mapping[str, object]", data.get("process" if process else "submission", {})
        ),
        programme=cast("Mapping[str, object]", data.get("programme", {})),
        process=process,
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
