"""Waivers: findings that are right as they are, with the reason, and waivers that do not hold."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from pipeline.checks.severities import SEVERITIES
from pipeline.checks.waiving.words import has_words
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from schemas.msgid import msgid

CODE: Final = "TE-91"
#: What makes a template unusable, or says that it is: nobody can decide that it is well so.
FIXED: Final = frozenset({"TE-01"})
#: The codes that a waiver, or the list of old findings, may be about.
WAIVABLE: Final = frozenset(SEVERITIES) - FIXED
_WAIVED: Final = msgid("{message} Accepted: {reason}")


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver as it was written; `place` is where.

    It holds for the templates below `folder` (an absolute path) whose own paths end with `file`, a
    pattern; `where` are words of the finding's place. `is_whole` says that all which it may be
    about was checked, so that one without a finding is of no use any more.
    """

    code: str
    reason: str | None = None
    file: str | None = None
    where: str | None = None
    place: Location = field(default_factory=Location)
    folder: str = "/"
    is_whole: bool = False

    def concerns(self, path: str) -> bool:
        """Tell whether it is about a file, by its absolute path with forward slashes."""
        own = PurePosixPath(path)
        return own.is_relative_to(self.folder) and (self.file is None or _fits(own, self.file))


def _fits(path: PurePosixPath, pattern: str) -> bool:
    try:
        return path.match(pattern)
    except ValueError:  # a pattern of nothing but dots and slashes
        return False


def settled(
    findings: tuple[Finding, ...], waivers: Collection[Waiver], paths: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return the findings, those that are waived as information with the reason.

    Behind them stands what is wrong with the waivers. `paths` are the absolute paths of the files
    by their names in findings.
    """
    told: list[Finding] = []
    for waiver in waivers:
        matching = {each for each in findings if _is_meant(each, waiver, paths)}
        unfit = _unfit(waiver) or (None if matching else _unused(waiver))
        if unfit is not None:
            told.append(unfit)
        elif waiver.reason:
            reason = waiver.reason
            findings = tuple(_waived(f, reason) if f in matching else f for f in findings)
    return (*findings, *told)


def _is_meant(finding: Finding, waiver: Waiver, paths: Mapping[str, str]) -> bool:
    file = finding.location.file or ""
    return (
        finding.code == _code(waiver)
        and not is_waived(finding)
        and waiver.concerns(paths.get(file, file))
        and (waiver.where is None or has_words(finding, waiver.where))
    )


def _code(waiver: Waiver) -> str:
    return waiver.code.strip().upper()


def _unfit(waiver: Waiver) -> Finding | None:
    """Return what is wrong with a waiver whatever the templates are like."""
    return next(_faults(waiver), None)


def _faults(waiver: Waiver) -> Iterator[Finding]:
    code = _code(waiver)
    if code in FIXED:
        yield _told(
            waiver,
            Text("What {code} notices cannot be waived; it has to be mended.", code=code),
            Text("Mend what the finding says, and remove this waiver."),
            Severity.ERROR,
        )
    elif code not in WAIVABLE:
        near = difflib.get_close_matches(code, sorted(WAIVABLE), n=3)
        yield _told(
            waiver,
            Text("There is no code “{code}” that could be waived.", code=code),
            Text("Write the code as the finding shows it: {near}.", near=", ".join(near))
            if near
            else Text("Write the code as the finding shows it, such as {code}.", code="TE-33"),
            Severity.ERROR,
        )
    elif not waiver.reason:
        yield _told(
            waiver,
            Text("The waiver of {code} has no reason, so it does not count.", code=code),
            Text("Write in one sentence why it is right as it is."),
            Severity.ERROR,
        )


def _unused(waiver: Waiver) -> Finding | None:
    if not waiver.is_whole:
        return None
    return _told(
        waiver,
        Text("{code} notices nothing that this waiver is about.", code=_code(waiver)),
        Text("If what it was for has been mended, remove this waiver."),
        Severity.WARNING,
    )


def _told(waiver: Waiver, message: Text, hint: Text, severity: Severity) -> Finding:
    return Finding(CODE, severity, message, waiver.place, hint)


def is_waived(finding: Finding) -> bool:
    """Tell whether a finding has been waived, and tells the reason."""
    return finding.message.message == _WAIVED


def _waived(finding: Finding, reason: str) -> Finding:
    message = Text(_WAIVED, message=finding.message, reason=reason)
    return replace(finding, severity=Severity.INFO, message=message, hint=None)
