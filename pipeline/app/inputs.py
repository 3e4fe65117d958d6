"""Which files a run is about: submissions of folders, and the programme file they belong to."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from pipeline.app.reading import INPUT_ENDINGS
from pipeline.core.errors import EnvironmentFailedError, PajaError, UsageError
from pipeline.core.location import Location
from pipeline.core.text import Text

PROGRAMME_NAMES: Final = ("programme.yaml", "programme.yml", "programme.xlsx")
SUBMISSIONS: Final = "submissions"


def submissions_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the submission files that paths mean: files themselves, and those of folders.

    A folder's submissions are in its folder `submissions`, or in itself if it has none.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _submissions(path)))


def _submissions(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    inner = path / SUBMISSIONS
    folder = inner if inner.is_dir() else path
    for file in sorted(folder.iterdir(), key=lambda each: each.name.casefold()):
        if file.is_file() and _is_submission(file):
            yield file


def _is_submission(file: Path) -> bool:
    # Excel's lock files ("~$…") and hidden files are nobody's submission.
    hidden = file.name.startswith((".", "~$"))
    return not hidden and file.suffix.lower() in INPUT_ENDINGS and file.name not in PROGRAMME_NAMES


def programme_file(paths: Sequence[Path], given: Path | None) -> Path:
    """Return the programme file: the one given, or the one in a path's folder or the one above.

    Raises:
        UsageError: there is none, or the paths belong to different programmes.
        EnvironmentFailedError: there is none because a path does not exist.
    """
    if given is not None:
        return _in_folder(given) or given if given.is_dir() else given
    found = {file.resolve(): file for path in paths if (file := _nearest(path)) is not None}
    if len(found) == 1:
        return next(iter(found.values()))
    _require_existing(paths)
    if found:
        raise UsageError(
            Text("The files belong to different programmes."),
            hint=Text("Give the programme file with --programme."),
        )
    names = ", ".join(PROGRAMME_NAMES)
    raise UsageError(
        Text(
            "There is no programme file ({names}) beside the files or one folder above.",
            names=names,
        ),
        hint=Text("Give it with --programme, or move the files under the programme's folder."),
    )


def _require_existing(paths: Iterable[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise EnvironmentFailedError(
                Text("There is no such file or folder."),
                hint=Text("Check the path."),
                location=Location(file=str(path)),
            )


def _nearest(path: Path) -> Path | None:
    start = path if path.is_dir() else path.parent
    folders = (start, start.resolve().parent)
    return next((file for folder in folders if (file := _in_folder(folder)) is not None), None)


def _in_folder(folder: Path) -> Path | None:
    return next((folder / name for name in PROGRAMME_NAMES if (folder / name).is_file()), None)


def nothing_to_do(paths: Iterable[Path]) -> PajaError:
    """Return the error of a run without a single submission."""
    where = ", ".join(path.name or str(path) for path in paths)
    return PajaError(
        Text("There is nothing to do: no submissions were found in {where}.", where=where),
        hint=Text("Put the filled-in workbooks into the folder {folder}.", folder=SUBMISSIONS),
        location=Location(),
    )
