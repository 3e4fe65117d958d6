"""The use case of `paja templates fields`: the names that a template of a deliverable can use."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.app.opening import read_bytes
from pipeline.app.reading import read_file
from pipeline.app.template_files import COMMON, DESCRIPTION, templates_folder
from pipeline.app.templates.files import own_context
from pipeline.app.worker import Worker
from pipeline.checks.fields.words import name_list
from pipeline.contexts import CONTEXTS, plain
from pipeline.contexts.field_list import field_list
from pipeline.contexts.models import FIELD_LIST, GAP_LIST
from pipeline.core.errors import TemplateError, UsageError
from pipeline.core.name_list import NameList
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.output.atomic import write_atomic
from pipeline.render.template import HOUSE_ACCENT
from pipeline.sources.binding import bind
from schemas.deliverable import Deliverable

_FOLDER: Final = "field-list"


@dataclass(frozen=True, slots=True)
class Known:
    """What names can be asked for by: a deliverable or a context, with its title."""

    names: tuple[str, ...]
    context: str
    title: str


def names_for(
    wanted: str, folder: Path | None = None, *, language: str = "fi", whole: bool = False
) -> NameList:
    """Return the names for a deliverable, a context, or the path of a template or its folder.

    Unless it is the `whole`, a list whose rows are like another's has no names of its own.

    Raises:
        UsageError: there is no such deliverable, or several; the hint tells the nearest.
    """
    known = _chosen(wanted, templates_folder(folder), language)
    return name_list(known.context, known.title, language, whole=whole)


def names_document(names: NameList) -> bytes:
    """Return the names as a Word document to print.

    Raises:
        TemplateError: there is no template of the list, or it cannot be used.
    """
    words = translator(names.language)
    path = templates_folder(None) / COMMON / _FOLDER / f"{words.language}.docx"
    if not path.is_file():
        raise TemplateError(
            Text("There is no template of the list of names: {path}", path=str(path))
        )
    title = words.text(Text("Names for templates: {title}", title=names.title))
    with Worker() as worker:
        template = worker.compile(read_bytes(path), language=words.language, accent=HOUSE_ACCENT)
        context = plain(field_list(names, words))
        return template.render(context, properties={"title": title, "author": "paja"})


def write_names(path: Path, content: bytes) -> None:
    """Write the list into a file.

    Raises:
        EnvironmentFailedError: it cannot be written.
    """
    write_atomic(path, content)


def _chosen(wanted: str, root: Path, language: str) -> Known:
    path = Path(wanted)
    if path.exists():
        return _of_path(path, language)
    everything = list(known_names(root, language))
    found = [each for each in everything if wanted.casefold() in each.names]
    if len({each.context for each in found}) == 1:
        return found[0]
    if found:
        names = ", ".join(each.names[-1] for each in found)
        raise UsageError(
            Text("There are several deliverables {name}.", name=wanted),
            hint=Text("Give one of these: {names}.", names=names),
        )
    message = Text("There is no deliverable or context {name}.", name=wanted)
    raise unknown(wanted, sorted({each.names[0] for each in everything}), message)


def unknown(wanted: str, known: Iterable[str], message: Text) -> UsageError:
    """Return the error of a name that is not known, with the nearest one or all of them."""
    names = list(known)
    near = difflib.get_close_matches(wanted.casefold().replace("_", "-"), names, n=1, cutoff=0.5)
    if near:
        return UsageError(message, hint=Text("Did you mean {name}?", name=near[0]))
    return UsageError(message, hint=Text("The names are: {names}.", names=", ".join(names)))


def _of_path(path: Path, language: str) -> Known:
    """Return what is known of the deliverable whose folder, template or description is given."""
    folder = (path if path.is_dir() else path.parent).resolve()
    if (folder / DESCRIPTION).is_file() and (known := _described(folder, language)):
        return known
    context = own_context(folder)
    if context is not None:
        return Known((folder.name,), context, folder.name)
    raise UsageError(
        Text("There is no deliverable in {folder}.", folder=str(folder)),
        hint=Text("Give the folder of a deliverable, with a {file} that names its context.",
                  file=DESCRIPTION),
    )  # fmt: skip


def known_names(root: Path, language: str) -> Iterator[Known]:
    """Yield the deliverables of a templates folder, then the contexts by their own names."""
    for file in sorted(root.glob(f"*/*/{DESCRIPTION}")):
        if (known := _described(file.parent, language)) is not None:
            yield known
    for context in (*CONTEXTS, GAP_LIST, FIELD_LIST):
        yield Known((context.replace("_", "-"), context), context, context)


def _described(folder: Path, language: str) -> Known | None:
    """Return what a description says, None if it cannot be used."""
    record = read_file(folder / DESCRIPTION, Deliverable, language=language).record
    found = bind(record, Deliverable).model
    if found is None or found.context not in CONTEXTS:
        return None
    title = found.titles.first((language, "fi")) or found.id
    return Known((found.id, f"{folder.parent.name}/{found.id}"), found.context, title)
