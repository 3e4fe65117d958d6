"""A document that is ready to be printed: what it is made from, and the template to print it by."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from pipeline.app.worker import WorkedTemplate
from pipeline.app.worker_process import Rendered
from pipeline.contexts import CONTEXTS, Scene, plain
from pipeline.core.errors import TemplateError
from pipeline.core.plan import Job
from pipeline.language.locales import LANGUAGE_TAGS
from schemas.contexts.view import DocumentContext, DocumentView


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job with its scene and its template; `path` is the template's file.

    `origin` is what the document tells of its making, as custom properties.
    """

    job: Job
    scene: Scene
    template: WorkedTemplate
    path: Path
    origin: Mapping[str, str]

    def view(self) -> DocumentContext:
        """Return all that the document can print, from the values of the scene."""
        return CONTEXTS[self.scene.deliverable.context](self.scene)

    def rendered(self, view: DocumentContext) -> Rendered:
        """Return the document itself.

        Raises:
            TemplateError: the template cannot be rendered; it tells the file.
        """
        properties = {**_properties(view.document, self.job), **self.origin}
        try:
            return self.template.rendered(plain(view), properties=properties)
        except TemplateError as fault:
            raise in_file(fault, self.path) from fault

    def of_scene(self, scene: Scene) -> Self:
        """Return the same document of other values."""
        return replace(self, scene=scene)


@dataclass(frozen=True, slots=True)
class Printed:
    """A document with what it was made from: as a draft wherever it shows a gap."""

    prepared: Prepared
    view: DocumentContext
    rendered: Rendered

    @property
    def content(self) -> bytes:
        """Return the document's bytes."""
        return self.rendered.content


def printed(prepared: Prepared) -> Printed:
    """Make a document; one that is not a draft but shows a gap is made again as a draft.

    Raises:
        TemplateError: the template cannot be rendered.
    """
    first = _printed(prepared)
    if not prepared.scene.draft and first.rendered.shows_gap:
        # A value that nothing demands may be missing too: what shows a gap is never final.
        return _printed(prepared.of_scene(replace(prepared.scene, draft=True)))
    return first


def _printed(prepared: Prepared) -> Printed:
    view = prepared.view()
    return Printed(prepared, view, prepared.rendered(view))


def in_file(fault: TemplateError, path: Path) -> TemplateError:
    """Return the error, and those beside it, with the template's file, which the caller knows."""
    shown = f"{path.parent.name}/{path.name}"
    return TemplateError.first_of(
        tuple(
            TemplateError(each.message, hint=each.hint, location=replace(each.location, file=shown))
            for each in (fault, *fault.others)
        )
    )


def _properties(document: DocumentView, job: Job) -> dict[str, str]:
    properties = {
        "title": f"{document.title} {job.number}" if job.number else str(document.title),
        "subject": document.kind,
        "author": str(document.organisation),
        "language": LANGUAGE_TAGS[document.language],
        "version": str(document.version),
        "status": str(document.state),
    }
    if isinstance(document.date, dt.date):
        moment = f"{document.date.isoformat()}T00:00:00Z"
        properties |= {"created": moment, "modified": moment}
    return properties
