"""The deliverables of a templates folder, found by their folders."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.app.opening import open_file
from pipeline.app.reading import Open, read_file
from pipeline.app.template_files import COMMON, DESCRIPTION, descriptions_in
from pipeline.contexts import CONTEXTS
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding, has_errors
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.binding import bind
from schemas.deliverable import Deliverable
from schemas.fields import LANGUAGES


@dataclass(frozen=True, slots=True)
class FoundDeliverable:
    """A deliverable with the folder that holds a template for each of some languages."""

    deliverable: Deliverable
    folder: Path

    @property
    def place(self) -> Location:
        """Return the place of its description."""
        return Location(file=f"{self.folder.name}/{DESCRIPTION}")

    def template(self, language: str) -> Path | None:
        """Return the template in a language, None while there is none."""
        path = self.folder / f"{language}.docx"
        return path if path.is_file() else None

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that have a template."""
        return tuple(each for each in LANGUAGES if self.template(each) is not None)


def deliverables(
    root: Path, model: str, *, language: str, opening: Open = open_file
) -> tuple[FoundDeliverable, ...]:
    """Return the deliverables of a programme's model, in the order of their folders.

    `opening` opens their descriptions.

    Raises:
        EnvironmentFailedError: a description cannot be opened.
        TemplateError: a description cannot be used, two have one id, or there are none at all.
    """
    found = tuple(
        _deliverable(file, language, opening)
        for name in (model, COMMON)
        for file in descriptions_in(root / name)
    )
    ids = [each.deliverable.id for each in found]
    doubles = sorted({each for each in ids if ids.count(each) > 1})
    if doubles:
        raise TemplateError(Text("Two deliverables have the id {id}.", id=doubles[0]))
    if not found:
        raise TemplateError(
            Text("There are no templates for {model} in {folder}.", model=model, folder=root.name),
            hint=Text("Give the folder that holds them with --templates."),
        )
    return found


def _deliverable(file: Path, language: str, opening: Open) -> FoundDeliverable:
    read = read_file(file, Deliverable, language=language, opening=opening)
    bound = bind(read.record, Deliverable)
    shown = f"{file.parent.name}/{file.name}"
    if bound.model is None or has_errors(bound.findings):
        raise _unusable(shown, bound.findings)
    if bound.model.context not in CONTEXTS:
        raise TemplateError(
            Text("The deliverable names the context {name}, which does not exist.",
                 name=bound.model.context),
            hint=Text("The contexts are: {names}.", names=", ".join(CONTEXTS)),
            location=Location(file=shown),
        )  # fmt: skip
    return FoundDeliverable(bound.model, file.parent)


def _unusable(shown: str, findings: tuple[Finding, ...]) -> TemplateError:
    first = next(finding for finding in findings if has_errors((finding,)))
    place = Location(file=shown, line=first.location.line, column=first.location.column)
    return TemplateError(first.message, hint=first.hint, location=place)
