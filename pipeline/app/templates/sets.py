"""What is wrong with templates together: languages that differ, and required values not shown."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from pipeline.app.opening import read_bytes
from pipeline.app.template_files import COMMON
from pipeline.app.templates.files import TemplateFile
from pipeline.app.worker import Worker
from pipeline.checks.coverage import Field, coverage, fields_used
from pipeline.checks.parity import Contents, contents_of, parity
from pipeline.checks.quality.house import HouseStyle, house_style_of
from pipeline.core.errors import PajaError
from pipeline.core.finding import Finding, Severity
from pipeline.render.inspecting import package_parts

#: The document beside the programmes' folders whose styles all templates keep to.
_HOUSE: Final = "house-style.docx"
_UPWARD: Final = 3


def house_for(template: Path) -> HouseStyle | None:
    """Return the house style of the folder that a template stands in; None if it has none."""
    for folder in list(template.resolve().parents)[:_UPWARD]:
        if (folder / _HOUSE).is_file():
            return _house(folder / _HOUSE)
    return None


def language_findings(files: Iterable[TemplateFile], worker: Worker) -> Iterator[Finding]:
    """Yield what the templates of a deliverable in several languages do not share."""
    for group in _by_folder(files, upward=0):
        if len(group) > 1:
            yield from parity([each for file in group for each in _contents(file, worker)])


def programme_findings(
    files: Iterable[TemplateFile], found: Iterable[Finding], worker: Worker
) -> Iterator[Finding]:
    """Yield the required values that no template of a programme shows, given all templates.

    Nothing is said of a programme in which something is wrong: what a broken template shows is
    not known.
    """
    broken = {each.location.file for each in found if each.severity is Severity.ERROR}
    for group in _by_folder(files, upward=1):
        if any(file.shown in broken for file in group):
            continue
        programme = group[0].path.resolve().parents[1].name
        models = [file.model for file in group if file.model is not None]
        used = frozenset(each for file in group for each in _used(file, worker))
        if programme != COMMON:
            yield from coverage(programme, models, used)


def _by_folder(files: Iterable[TemplateFile], *, upward: int) -> list[list[TemplateFile]]:
    folders: dict[Path, list[TemplateFile]] = {}
    for file in files:
        folders.setdefault(file.path.resolve().parents[upward], []).append(file)
    return list(folders.values())


def _contents(file: TemplateFile, worker: Worker) -> Iterator[Contents]:
    # A template that cannot be read has been told of by itself.
    with suppress(PajaError):
        yield worker.call(contents_of, read_bytes(file.path), file=file.shown)


def _used(file: TemplateFile, worker: Worker) -> frozenset[Field]:
    if file.model is None:
        return frozenset()
    try:
        return worker.call(fields_used, read_bytes(file.path), file.model)
    except PajaError:
        return frozenset()


@cache
def _house(path: Path) -> HouseStyle | None:
    try:
        return house_style_of(package_parts(read_bytes(path)))
    except PajaError:
        return None
