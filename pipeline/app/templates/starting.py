"""The use case of `paja templates new`: a new deliverable, begun from the house style."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pipeline
from pipeline.app.opening import read_bytes
from pipeline.app.template_files import DESCRIPTION, templates_folder
from pipeline.app.templates.fields import known_names, unknown
from pipeline.checks.fields.first import first_outline
from pipeline.contexts.subjects import SUBJECTS
from pipeline.core.errors import TemplateError, UsageError
from pipeline.core.naming import slug
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.output.atomic import write_atomic
from pipeline.output.failures import not_written
from pipeline.render.starting import first_template
from schemas.deliverable import CalendarKind, Deliverable, DeliverableScope
from schemas.fields import LANGUAGES, Gate, LocalizedText
from schemas.programme import ProgrammeModel

_HOUSE_STYLE: Final = "house-style.docx"
#: What most deliverables are complete at first; the author sets it right.
_GATES: Final = {ProgrammeModel.ACADEMY: Gate.G1, ProgrammeModel.COMMUNITY: Gate.P1}
_NO_CALENDAR: Final = frozenset({DeliverableScope.ORGANISATION, DeliverableScope.PROGRAMME})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDeliverable:
    """What is begun where; without a `context` the deliverable's own name is one."""

    programme: ProgrammeModel
    name: str
    context: str | None = None
    language: str = "fi"
    templates: Path | None = None
    messages: str = "fi"


def start_deliverable(wanted: NewDeliverable) -> tuple[Path, ...]:
    """Write the description and the first template of a new deliverable; return their paths.

    Raises:
        UsageError: the name or context will not do, or the deliverable is there already.
        TemplateError: there is no house style, or it cannot be used.
        EnvironmentFailedError: something cannot be written.
    """
    root = _own_folder(wanted.templates)
    context = _context(wanted)
    folder = root / wanted.programme.value / wanted.name
    _refuse_taken(wanted, root, folder)
    described = _description(wanted, context)
    outline = first_outline(context, described.titles.get(wanted.language) or "", wanted.language)
    template = first_template(_house_style(root), outline)
    text = "\n".join(_lines(described, translator(wanted.messages), wanted.language)) + "\n"
    contents = {DESCRIPTION: text.encode(), f"{wanted.language}.docx": template}
    try:
        folder.mkdir(parents=True)
    except OSError as fault:
        raise not_written(folder, fault) from fault
    for name, content in contents.items():
        write_atomic(folder / name, content)
    return tuple(folder / name for name in contents)


def _own_folder(given: Path | None) -> Path:
    """Return the folder of the author's own templates, which paja's bundled ones are not."""
    root = templates_folder(given)
    if root.resolve().is_relative_to(Path(pipeline.__file__).parent):
        raise UsageError(
            Text("There is no templates folder here."),
            hint=Text("Give the folder of your own templates with --templates."),
        )
    return root


def _context(wanted: NewDeliverable) -> str:
    fitting = [name for name, each in SUBJECTS.items() if each.model is wanted.programme]
    given = (wanted.context or wanted.name).replace("-", "_")
    if given in fitting:
        return given
    if wanted.context is None:
        raise UsageError(
            Text("It is not said which values the documents print."),
            hint=Text("Give one of these with --context: {names}.", names=", ".join(fitting)),
        )
    message = Text(
        "The programme {programme} has no context {name}.",
        programme=wanted.programme.value,
        name=wanted.context,
    )
    raise unknown(wanted.context, fitting, message)


def _refuse_taken(wanted: NewDeliverable, root: Path, folder: Path) -> None:
    if wanted.name != slug(wanted.name):
        raise UsageError(
            Text("A deliverable cannot be called {name}.", name=wanted.name),
            hint=Text("Use small letters, digits and hyphens: {name}.", name=slug(wanted.name)),
        )
    ids = {name for each in known_names(root, wanted.messages) for name in each.names[1:]}
    if folder.exists() or f"{wanted.programme.value}/{wanted.name}" in ids:
        raise UsageError(
            Text("The deliverable {name} is there already.", name=wanted.name),
            hint=Text("Give the new one another name; nothing was changed."),
        )


def _house_style(root: Path) -> bytes:
    places = (root / _HOUSE_STYLE, templates_folder(None) / _HOUSE_STYLE)
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        raise TemplateError(Text("There is no house style: {path}", path=str(places[0])))
    return read_bytes(path)


def _description(wanted: NewDeliverable, context: str) -> Deliverable:
    title = wanted.name.replace("-", " ").capitalize()
    return Deliverable(
        id=wanted.name,
        context=context,
        titles=LocalizedText(**{wanted.language: title}),
        slugs=LocalizedText(**dict.fromkeys(LANGUAGES, wanted.name)),
        scope=SUBJECTS[context].scope,
        gate=_GATES[wanted.programme],
    )


def _lines(made: Deliverable, words: Translator, language: str) -> Iterator[str]:
    """Yield the description as YAML, with what each part is for."""

    def told(text: Text) -> str:
        return f"# {words.text(text)}"

    yield told(Text("What the deliverable is: the templates beside this file are its languages."))
    yield f"id: {made.id}"
    yield told(Text("Which values the templates see: paja templates fields {context}",
                    context=made.context))  # fmt: skip
    yield f"context: {made.context}"
    yield told(Text("What the document is called in each language."))
    yield "titles:"
    yield f"  {language}: {made.titles.get(language)}"
    yield from (f"  # {each}: …" for each in LANGUAGES if each != language)
    yield told(Text("What stands in the file names: small letters, digits and hyphens."))
    yield "slugs:"
    yield from (f"  {each}: {made.slugs.get(each)}" for each in LANGUAGES)
    yield told(Text("What one document is made for."))
    yield f"scope: {made.scope.value}"
    yield told(Text("Below this gate the document is made as a draft."))
    yield f"gate: {made.gate.value}"
    yield f'filename: "{made.filename}"'
    if made.scope not in _NO_CALENDAR:
        yield told(Text("A calendar file for the event goes with the document if you take the"
                        " mark off the next line."))  # fmt: skip
        yield f"# calendar: {_calendar(made.scope).value}"


def _calendar(scope: DeliverableScope) -> CalendarKind:
    return CalendarKind.WORKSHOP if scope is DeliverableScope.WORKSHOP else CalendarKind.SPARRING
