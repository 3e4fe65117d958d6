"""The Word templates of a folder, each with the type of its context; for those who check them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from pipeline.app.reading import read_file
from pipeline.app.template_files import COMMON, DESCRIPTION
from pipeline.contexts import CONTEXTS
from pipeline.contexts.models import FIELD_LIST, GAP_LIST, context_model
from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding, Severity, has_errors
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.sources.binding import bind
from schemas.contexts.view import View
from schemas.deliverable import Deliverable
from schemas.fields import LANGUAGES

_CODE: Final = "TE-01"
_ENDING: Final = ".docx"
#: Templates that are no deliverables, by their folders, and their contexts.
_WITHOUT_DESCRIPTION: Final = {
    (COMMON, "gap-list"): GAP_LIST,
    (COMMON, "field-list"): FIELD_LIST,
}


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template; without a model its names cannot be checked. `shown` names it in findings.

    `title` is what the deliverable is called in the template's language, if that is known.
    """

    path: Path
    shown: str
    language: str
    model: type[View] | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What a folder's description says, as it was read; `shown` names it in findings."""

    deliverable: Deliverable
    record: RawRecord
    shown: str


@dataclass(slots=True)
class FoundTemplates:
    """The templates of a folder, and what is wrong with their descriptions, which are by folder."""

    files: list[TemplateFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict)
    descriptions: dict[Path, Description] = field(default_factory=dict)


def find_templates(paths: tuple[Path, ...], *, language: str) -> FoundTemplates:
    """Return the templates among files and in folders; `language` is the messages'.

    Raises:
        EnvironmentFailedError: a path leads to nothing.
    """
    found = FoundTemplates()
    ids: dict[tuple[Path, str], str] = {}
    for folder, files in _by_folder(paths).items():
        model = _model(folder, found, ids, language)
        described = found.descriptions.get(folder)
        for path in files:
            shown = _shown(path)
            found.paths[shown] = path.as_posix()
            written = path.stem if path.stem in LANGUAGES else LANGUAGES[0]
            title = described.deliverable.titles.get(written) if described else None
            found.files.append(TemplateFile(path, shown, written, model, title))
            if model is None and not (folder / DESCRIPTION).is_file():
                found.findings.append(_unnamed(shown))
    return found


def _by_folder(paths: tuple[Path, ...]) -> dict[Path, list[Path]]:
    """Return the templates by their folders; what is given as a file is taken as it is."""
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        if not path.exists():
            raise EnvironmentFailedError(
                Text("There is no such file."), hint=Text("Check the path."),
                location=Location(file=str(path)),
            )  # fmt: skip
        for folder, file in _in(path):
            files = folders.setdefault(folder, [])
            if file is not None and file not in files:
                files.append(file)
    return folders


def _in(path: Path) -> Iterator[tuple[Path, Path | None]]:
    """Yield the folders of templates in a path, with their templates, or None for none yet."""
    if path.is_file() and path.name != DESCRIPTION:
        yield path.parent, path
        return
    # What a description says concerns all templates of its folder.
    path = path.parent if path.is_file() else path
    for described in sorted(path.rglob(DESCRIPTION)):
        yield described.parent, None
    for template in sorted(path.rglob(f"*{_ENDING}")):
        is_described = (template.parent / DESCRIPTION).is_file()
        if template.stem in LANGUAGES and (
            is_described or own_context(template.parent) is not None
        ):
            yield template.parent, template


def own_context(folder: Path) -> str | None:
    """Return the context of a folder that needs no description."""
    return _WITHOUT_DESCRIPTION.get((folder.resolve().parent.name, folder.resolve().name))


def _model(
    folder: Path, found: FoundTemplates, ids: dict[tuple[Path, str], str], language: str
) -> type[View] | None:
    """Return the type of a folder's context; what is wrong with its description is noted."""
    file = folder / DESCRIPTION
    if not file.is_file():
        context = own_context(folder)
        return None if context is None else context_model(context)
    shown = _shown(file)
    found.paths[shown] = file.as_posix()
    bound = bind(read_file(file, Deliverable, language=language).record, Deliverable)
    found.findings += (
        replace(each, location=replace(each.location, file=shown)) for each in bound.findings
    )
    if bound.model is None or has_errors(bound.findings):
        return None
    found.descriptions[folder] = Description(bound.model, bound.record, shown)
    other = ids.setdefault((folder.parent, bound.model.id), shown)
    if other != shown:
        message = Text("Two deliverables have the id {id}.", id=bound.model.id)
        found.findings.append(_fault(shown, message, Text("The other one: {file}", file=other)))
    model = context_model(bound.model.context)
    if model is None:
        message = Text("The deliverable names the context {name}, which does not exist.",
                       name=bound.model.context)  # fmt: skip
        hint = Text("The contexts are: {names}.", names=", ".join(CONTEXTS))
        found.findings.append(_fault(shown, message, hint))
    return model


def _unnamed(shown: str) -> Finding:
    message = Text("The names in this template are not checked: there is no {file} beside it.",
                   file=DESCRIPTION)  # fmt: skip
    hint = Text("Check the template in the folder of its deliverable.")
    return Finding(_CODE, Severity.INFO, message, Location(file=shown), hint)


def _fault(shown: str, message: Text, hint: Text) -> Finding:
    return Finding(_CODE, Severity.ERROR, message, Location(file=shown), hint)


def _shown(path: Path) -> str:
    """Return a file's name with its deliverable's and its programme's, as findings name it."""
    return "/".join(path.resolve().parts[-3:])
