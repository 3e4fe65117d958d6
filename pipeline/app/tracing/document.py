"""From a document that paja made to the inputs that it was made of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from pipeline.app.inputs import PROGRAMME_NAMES, submissions_of
from pipeline.app.opening import read_bytes
from pipeline.app.tracing.inputs import Opened, TraceRequest
from pipeline.app.tracing.trial import Page
from pipeline.checks.tracing.paragraphs import document_paragraphs
from pipeline.checks.tracing.provenance import provenance
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.location import Location
from pipeline.core.text import Text

_ENDING: Final = ".docx"
#: So many folders above a document are looked into for its programme file.
_ABOVE: Final = 4
_PROGRAMME, _SUBMISSION = "paja.programme", "paja.submission"
#: A document with fewer of its paragraphs in common with one of ours is none of ours.
_COMMON: Final = 0.5


def request_of(request: TraceRequest) -> TraceRequest:
    """Return the request of the input that a document was made of; other files as they are.

    Raises:
        UsageError: paja did not make the document, or its programme file is not found.
        PajaError: its submission is not found, or has changed since.
    """
    if request.file.suffix.lower() != _ENDING:
        return request
    known = provenance(read_bytes(request.file))
    if _PROGRAMME not in known:
        raise UsageError(
            Text("This document does not say of what inputs paja made it."),
            hint=Text("Give the submission or the programme file in its place."),
            location=Location(file=request.file.name),
        )
    programme = request.programme or _near(request.file)
    if programme is None:
        raise UsageError(
            Text("The programme file of this document is not found near it."),
            hint=Text("Give the programme file with --programme."),
            location=Location(file=request.file.name),
        )
    submission = known.get(_SUBMISSION)
    file = programme if submission is None else _submission(programme, submission)
    if file is None:
        raise PajaError(
            Text("The submission that this document was made of is not there any more as it was."),
            hint=Text("Make the document anew, or give the submission itself in its place."),
            location=Location(file=request.file.name),
        )
    return replace(request, file=file, programme=programme)


def page_of(file: Path, found: Opened) -> Sequence[Page]:
    """Return the page that a document is, all pages for other files.

    Raises:
        PajaError: none of the documents that are made now is like it.
    """
    if file.suffix.lower() != _ENDING:
        return found.pages
    content = read_bytes(file)
    said = {each.text for each in found.trial.worker.call(document_paragraphs, content)}
    shares = [(len(said & set(page.texts)) / max(len(said), 1), page) for page in found.pages]
    share, best = max(shares, key=lambda each: each[0], default=(0.0, None))
    if best is None or share < _COMMON:
        raise PajaError(
            Text("The documents that are made of these inputs now are not like this one."),
            hint=Text("Make the document anew."),
            location=Location(file=file.name),
        )
    return (best,)


def _near(document: Path) -> Path | None:
    folders = [*document.resolve().parents[:_ABOVE], Path.cwd()]
    files = (folder / name for folder in folders for name in PROGRAMME_NAMES)
    return next((file for file in files if file.is_file()), None)


def _submission(programme: Path, wanted: str) -> Path | None:
    for file in _submissions(programme):
        if sha256(read_bytes(file)).hexdigest() == wanted:
            return file
    return None


def _submissions(programme: Path) -> Iterator[Path]:
    yield from submissions_of((programme.parent,))
