"""The documents of some inputs, made again with other values to see what changes in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import BaseModel

from pipeline.app.opening import read_bytes
from pipeline.app.prepared import Prepared, printed
from pipeline.app.worker import Worker
from pipeline.checks.tracing.contexts import Way, different_values
from pipeline.checks.tracing.differences import Difference, differences
from pipeline.checks.tracing.paragraphs import (
    Paragraph,
    Templates,
    document_paragraphs,
    said_sha256,
    source_of,
    template_paragraphs,
)
from pipeline.checks.tracing.tags import printing_tags
from pipeline.contexts import Scene, plain
from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.trace import Standing, TracedDocument
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.programme import Programme

#: What cannot be told: a document with the value was refused, so the value does go into it.
REFUSED = (Difference(None, None),)


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it is: what it is made from, what it may print, and what it says."""

    document: TracedDocument
    prepared: Prepared
    context: Mapping[str, object]
    paragraphs: tuple[Paragraph, ...]
    said: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the words of the paragraphs."""
        return tuple(each.text for each in self.paragraphs)


@dataclass(slots=True)
class Trial:
    """Makes documents again with other values; each template is read once."""

    worker: Worker
    _templates: dict[Path, Templates] = field(default_factory=dict)

    def page(self, prepared: Prepared, document: TracedDocument) -> Page:
        """Return a document as it is.

        Raises:
            TemplateError: the template cannot be rendered.
        """
        made = printed(prepared)
        paragraphs = self.worker.call(document_paragraphs, made.content)
        said = said_sha256(made.content)
        return Page(document, made.prepared, plain(made.view), paragraphs, said)

    def again(self, page: Page, models: Iterable[BaseModel]) -> tuple[Paragraph, ...] | None:
        """Return what a document says with other inputs, None where it says the same.

        Raises:
            TemplateError: no document can be made of these values.
        """
        content = _content(page, models)
        return None if content is None else self.worker.call(document_paragraphs, content)

    def values_changed(self, page: Page, model: BaseModel) -> frozenset[Way]:
        """Return the ways to what a document could print otherwise with other inputs."""
        scene = rescened(page.prepared.scene, page.prepared.scene, model)
        view = page.prepared.of_scene(scene).view()
        return frozenset(different_values(page.context, plain(view)))

    def is_changed(self, page: Page, model: BaseModel) -> bool:
        """Tell whether a document says or shows anything else with other inputs."""
        try:
            content = _content(page, (model,))
        except TemplateError:
            return True
        return content is not None and said_sha256(content) != page.said

    def changes(self, page: Page, *models: BaseModel) -> tuple[Difference, ...]:
        """Return what is different in a document with other inputs."""
        try:
            new = self.again(page, models)
        except TemplateError:
            return REFUSED
        return () if new is None else differences(page.texts, [each.text for each in new])

    def standing(self, page: Page, at: int, after: str | None) -> Standing:
        """Return a paragraph, and the tags that print in it what differs from `after`."""
        paragraph = page.paragraphs[at]
        path = page.prepared.path
        source = source_of(paragraph, self._template(path))
        found: tuple[Location, ...] = ()
        if source is not None:
            place = replace(source.place, file=f"{path.parent.name}/{path.name}")
            tags = printing_tags(source.text, paragraph.text, after)
            found = tuple(replace(place, tag=tag) for tag in tags)
        return Standing(paragraph.place, paragraph.text, found, shows=after is not None)

    def _template(self, path: Path) -> Templates:
        if path not in self._templates:
            self._templates[path] = self.worker.call(template_paragraphs, read_bytes(path))
        return self._templates[path]


def _content(page: Page, models: Iterable[BaseModel]) -> bytes | None:
    """Return a document made of other inputs, None where it could print nothing else."""
    scene = page.prepared.scene
    for model in models:
        scene = rescened(scene, page.prepared.scene, model)
    prepared = page.prepared.of_scene(scene)
    view = prepared.view()
    return None if plain(view) == page.context else prepared.rendered(view).content


def rescened(scene: Scene, original: Scene, model: BaseModel) -> Scene:
    """Return a scene with another programme or submission, about the same rows of it."""
    match model:
        case Programme():
            at = _index(original.programme.organisations, original.participant)
            participant = None if at is None else model.organisations[at]
            return replace(scene, programme=model, participant=participant)
        case AcademySubmission():
            own = original.submission
            rows = own.sparrings if isinstance(own, AcademySubmission) else ()
            at = _index(rows, original.sparring)
            sparring = None if at is None else model.sparrings[at]
            return replace(scene, submission=model, sparring=sparring)
        case CommunitySubmission():
            own = original.submission
            places = own.workshops if isinstance(own, CommunitySubmission) else ()
            at = _index(places, original.workshop)
            workshop = None if at is None else model.workshops[at]
            return replace(scene, submission=model, workshop=workshop)
        case _:
            raise TypeError(type(model).__name__)


def _index(rows: tuple[object, ...], row: object) -> int | None:
    return next((at for at, each in enumerate(rows) if each is row), None)
