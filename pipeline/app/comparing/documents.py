"""One document made with the old templates and with the new: what differs in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from pipeline.app.comparing.half import Outcome
from pipeline.app.making import Made
from pipeline.app.producing import ORGANISERS_FOLDER
from pipeline.checks.comparing.comparison import differences
from pipeline.checks.comparing.parts import differing_parts
from pipeline.checks.wording.document import document_lines
from pipeline.checks.wording.plain import plain_lines
from pipeline.core.difference import Difference
from pipeline.core.document import Document
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding
from pipeline.core.naming import slug
from pipeline.core.plan import Job
from pipeline.render.inspecting import package_parts
from pipeline.report.template_diff import DocumentChange, Fate

_DOCUMENT: Final = ".docx"


@dataclass(frozen=True, slots=True)
class Pictured:
    """What became of a document, with both of it where its pages may be shown."""

    change: DocumentChange
    before: bytes | None = None
    after: bytes | None = None


def compared(job: Job, organisation: str, before: Outcome, after: Outcome) -> Iterator[Pictured]:
    """Yield what became of the documents of a job: the document, and its calendar file."""
    match before, after:
        case Made(), Made():
            yield from _both(job, organisation, before, after)
        case Made(), tuple():
            yield _one(job, organisation, Fate.LOST, made=before, faults=after)
        case Made(), None:
            yield _one(job, organisation, Fate.GONE, made=before)
        case tuple(), Made():
            yield _one(job, organisation, Fate.MENDED, made=after)
        case None, Made():
            yield _one(job, organisation, Fate.ADDED, made=after)
        case _:
            faults = after if isinstance(after, tuple) else ()
            fate = Fate.FAILING if faults else Fate.GONE
            yield _one(job, organisation, fate, faults=faults)


def _one(
    job: Job,
    organisation: str,
    fate: Fate,
    *,
    made: Made | None = None,
    faults: tuple[Finding, ...] = (),
) -> Pictured:
    """Return a document that only one side makes, or none."""
    number = f"-{job.number}" if job.number else ""
    name = made.documents[0].name if made else f"{job.deliverable}{number}_{job.language}"
    was = fate in {Fate.LOST, Fate.GONE}
    final = None if made is None else not made.draft
    change = DocumentChange(
        name=_path(job, name),
        organisation=organisation,
        deliverable=job.deliverable,
        fate=fate,
        faults=faults,
        was_final=final if was else None,
        is_final=None if was else final,
    )
    return Pictured(change)


def _both(job: Job, organisation: str, before: Made, after: Made) -> Iterator[Pictured]:
    old = {_ending(each): each for each in before.documents}
    new = {_ending(each): each for each in after.documents}
    for ending in dict.fromkeys((*new, *old)):
        one, other = old.get(ending), new.get(ending)
        fate, parts, found = _compared(one, other)
        name = (other or one or after.documents[0]).name
        is_document = ending == _DOCUMENT
        change = DocumentChange(
            name=_path(job, name),
            organisation=organisation,
            deliverable=job.deliverable,
            fate=fate,
            identical=one is not None and other is not None and one.content == other.content,
            differences=found,
            parts=parts,
            was_final=not before.draft if is_document else None,
            is_final=not after.draft if is_document else None,
        )
        if is_document and one is not None and other is not None and fate is not Fate.SAME:
            yield Pictured(change, one.content, other.content)
        elif is_document or fate is not Fate.SAME:
            yield Pictured(change)


def _compared(
    before: Document | None, after: Document | None
) -> tuple[Fate, tuple[str, ...], tuple[Difference, ...]]:
    """Return what became of a file, the parts of it that differ, and what differs in its words."""
    if before is None or after is None:
        return (Fate.ADDED if before is None else Fate.GONE), (), ()
    if _ending(after) != _DOCUMENT:
        found = differences(plain_lines(before.content), plain_lines(after.content))
        return (Fate.CHANGED if found else Fate.SAME), (), found
    try:
        old, new = package_parts(before.content), package_parts(after.content)
    except TemplateError:
        # Larger than what is read again; that the bytes differ is known all the same.
        same = before.content == after.content
        return (Fate.SAME if same else Fate.LAYOUT), (), ()
    parts = differing_parts(old, new)
    if not parts:
        return Fate.SAME, (), ()
    found = differences(document_lines(old), document_lines(new))
    return (Fate.CHANGED if found else Fate.LAYOUT), parts, found


def _ending(document: Document) -> str:
    return PurePosixPath(document.name).suffix


def _path(job: Job, name: str) -> str:
    return f"{slug(job.organisation) if job.organisation else ORGANISERS_FOLDER}/{name}"
