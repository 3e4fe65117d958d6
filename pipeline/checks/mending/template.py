"""Mending a template: what is safe, part by part, with a word on each thing done."""

from dataclasses import dataclass, replace
from typing import Final

from pipeline.checks.mending.attached import detached, mended_path
from pipeline.checks.mending.headers import mended_headers
from pipeline.checks.mending.mends import Mend
from pipeline.checks.mending.open_parts import OpenParts
from pipeline.checks.mending.quotes import mended_quotes
from pipeline.checks.mending.speech import mended_language, mended_title
from pipeline.checks.mending.traces import mended_traces
from pipeline.checks.places import Places
from pipeline.checks.repacking import repacked
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding, Severity
from pipeline.render.limits import DEFAULT
from pipeline.render.package.danger import dangers
from pipeline.render.package.reading import unpacked
from pipeline.render.package.soundness import flaws

MENDED: Final = "TE-90"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of a template from outside: its file's name, language and title."""

    file: str
    language: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """A template as it came out; the same bytes where there was nothing to mend."""

    content: bytes
    findings: tuple[Finding, ...] = ()


def mend(content: bytes, wanted: Wanted) -> Mended:
    """Mend a template where nothing that a person has written is lost.

    A package that is damaged or holds what may not be in a template comes back as it is: the check
    tells why. Mended once, a template has nothing left to mend.
    """
    try:
        package = unpacked(content, DEFAULT)
    except TemplateError:
        return Mended(content)
    parts = OpenParts(package)
    done = [*detached(parts)]
    freed = {**package, **parts.changed()}
    if [*dangers(freed), *flaws(freed)]:
        return Mended(content)
    done += _mended(parts, wanted)
    if not done:
        return Mended(content)
    places = Places(package)
    findings = tuple(_finding(each, places, wanted.file) for each in done)
    return Mended(repacked(content, parts.changed()), tuple(dict.fromkeys(findings)))


def _mended(parts: OpenParts, wanted: Wanted) -> list[Mend]:
    return [
        *mended_path(parts),
        *mended_traces(parts),
        *(mended_language(parts, wanted.language) if wanted.language else ()),
        *(mended_title(parts, wanted.title) if wanted.title else ()),
        *mended_quotes(parts),
        *mended_headers(parts),
    ]


def _finding(done: Mend, places: Places, file: str) -> Finding:
    place = replace(places.filled(done.place), file=file)
    return Finding(MENDED, Severity.INFO, done.message, place)
