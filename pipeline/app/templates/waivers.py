"""The waivers that concern some templates: of their descriptions, and of settings files above."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Final

from pipeline.app.opening import read_bytes
from pipeline.app.templates.files import FoundTemplates
from pipeline.checks.waiving.settings import NAME, read_settings
from pipeline.checks.waiving.waivers import Waiver

_REPOSITORY: Final = ".git"
#: A template lies in its deliverable's folder, in its programme's folder, in the templates folder.
_DEPTH: Final = 3
_PATTERN: Final = "*?["


def waivers_for(
    found: FoundTemplates, paths: tuple[Path, ...], *, whole: bool
) -> tuple[Waiver, ...]:
    """Return the waivers for the templates of a run; what is wrong in their files is noted.

    `whole` says that all of the templates folder is checked.

    Raises:
        EnvironmentFailedError: a settings file cannot be opened.
    """
    checked = frozenset(file.path.resolve() for file in found.files)
    settings = dict.fromkeys(each for path in paths if (each := _settings_above(path)) is not None)
    read = [each for file in settings for each in _of_settings(file, found, paths, whole=whole)]
    return (*_of_descriptions(found, checked), *read)


def _of_descriptions(found: FoundTemplates, checked: frozenset[Path]) -> Iterator[Waiver]:
    for folder, described in found.descriptions.items():
        here = folder.resolve()
        present = [path for path in here.glob("*.docx") if not path.name.startswith("~$")]
        for number, row in enumerate(described.deliverable.waivers):
            place = described.record.location(("waivers", number, "code"))
            waiver = Waiver(
                code=row.code,
                reason=row.reason,
                file=row.file,
                where=row.where,
                place=replace(place, file=described.shown),
                folder=here.as_posix(),
            )
            meant = [path for path in present if waiver.concerns(path.as_posix())]
            yield replace(waiver, is_whole=checked.issuperset(meant))


def _of_settings(
    file: Path, found: FoundTemplates, paths: tuple[Path, ...], *, whole: bool
) -> Iterator[Waiver]:
    shown = _shown(file, found)
    found.paths[shown] = file.as_posix()
    settings = read_settings(read_bytes(file), shown)
    found.findings += settings.findings
    folder = file.resolve().parent
    is_below = any(folder.is_relative_to(path.resolve()) for path in paths if path.is_dir())
    for each in settings.waivers:
        waiver = replace(each, folder=folder.as_posix())
        yield replace(waiver, is_whole=whole or is_below or _is_of_one(waiver, found))


def _is_of_one(waiver: Waiver, found: FoundTemplates) -> bool:
    """Tell that a waiver names one file, which was checked."""
    if waiver.file is None or any(sign in waiver.file for sign in _PATTERN):
        return False
    return any(waiver.concerns(file.path.resolve().as_posix()) for file in found.files)


def _shown(file: Path, found: FoundTemplates) -> str:
    """Return what findings call a settings file: its name, with its folder if there are two."""
    return f"{file.resolve().parent.name}/{NAME}" if NAME in found.paths else NAME


def _settings_above(path: Path) -> Path | None:
    """Return the nearest settings file, from a path up to its repository or the present folder."""
    start = path.resolve() if path.is_dir() else path.resolve().parent
    places = [start, *start.parents]
    last = next((each for each in places if each == Path.cwd() or _is_repository(each)), None)
    if last is None:
        searched = places[: 1 if path.is_dir() else _DEPTH]
    else:
        searched = [*takewhile(lambda each: each != last, places), last]
    return next((file for each in searched if (file := each / NAME).is_file()), None)


def _is_repository(folder: Path) -> bool:
    return (folder / _REPOSITORY).exists()
