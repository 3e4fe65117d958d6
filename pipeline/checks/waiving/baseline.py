"""The baseline: findings that a repository has lived with, silent until they are mended."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.checks.waiving.waivers import WAIVABLE, is_waived
from pipeline.checks.waiving.words import words_of
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

GONE: Final = "TE-92"
_FORM: Final = 1
#: Code, file, part, heading and words: what stays when rows and paragraphs move.
_Identity = tuple[str, str, str, str, str]


class KnownFinding(BaseModel):
    """A finding that was there, and how many times in the same words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    file: str
    part: str = ""
    heading: str = ""
    words: str = ""
    count: Annotated[int, Field(ge=1)] = 1

    @property
    def identity(self) -> _Identity:
        """Return what it is known again by."""
        return self.code, self.file, self.part, self.heading, self.words


class Baseline(BaseModel):
    """The findings that were there when the baseline was written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paja_baseline: Annotated[int, Field(ge=1, le=_FORM)]
    findings: tuple[KnownFinding, ...]

    @classmethod
    def of(cls, findings: Iterable[Finding], kept: Iterable[KnownFinding] = ()) -> Self:
        """Return the baseline of findings; `kept` are older ones that stay in it."""
        counts = Counter(identity(each) for each in findings if may_be_old(each))
        for each in kept:
            counts[each.identity] += each.count
        names = ("code", "file", "part", "heading", "words")
        ordered = sorted(counts.items(), key=lambda item: (item[0][1], item[0]))
        known = (
            KnownFinding(**dict(zip(names, key, strict=True)), count=count)
            for key, count in ordered
        )
        return cls(paja_baseline=_FORM, findings=tuple(known))

    @classmethod
    def read(cls, content: bytes) -> Self | None:
        """Return the baseline that a file holds, None for one that is none."""
        try:
            return cls.model_validate_json(content)
        except ValidationError:
            return None

    def to_json(self) -> bytes:
        """Return the file's bytes; the same findings give the same bytes."""
        plain = self.model_dump(mode="json")
        return f"{json.dumps(plain, ensure_ascii=False, indent=2)}\n".encode(
            "utf-8", "backslashreplace"
        )

    def beside(self, is_checked: Collection[str]) -> Iterator[KnownFinding]:
        """Yield what it knows of other files than those that were checked."""
        return (each for each in self.findings if each.file not in is_checked)

    def new(
        self, findings: Iterable[Finding], checked: Collection[str], *, whole: bool
    ) -> tuple[Finding, ...]:
        """Return the findings that are not old, and a word on the old ones that are gone.

        Of what is known of a file, only that of the files in `checked` can be gone, or of any file
        if the run was the `whole` folder's.
        """
        left = Counter({each.identity: each.count for each in self.findings})
        told: list[Finding] = []
        for each in findings:
            key = identity(each)
            if may_be_old(each) and left[key] > 0:
                left[key] -= 1
            else:
                told.append(each)
        gone = Counter[tuple[str, str]]()
        for (code, file, *_), count in left.items():
            if whole or file in checked:
                gone[file, code] += count
        return (*told, *(_gone(*key, count) for key, count in gone.items() if count > 0))


def identity(finding: Finding) -> _Identity:
    """Return what a finding is known again by."""
    place = finding.location
    return (
        finding.code,
        place.file or "",
        place.part or "",
        place.heading or "",
        words_of(finding),
    )


def may_be_old(finding: Finding) -> bool:
    """Tell whether a finding may be silent: neither what makes a template unusable, nor waived."""
    return finding.code in WAIVABLE and not is_waived(finding)


def _gone(file: str, code: str, count: int) -> Finding:
    return Finding(
        GONE,
        Severity.INFO,
        Text("The baseline has findings of {code} here that are gone: {count}.",
             code=code, count=count),
        Location(file=file),
        Text("Write the baseline anew with {option}, so that they are told if they come back.",
             option="--write-baseline"),
    )  # fmt: skip
