"""Which files a run is about: submissions of folders, and the programme file they belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.app.opening import INPUT_ENDINGS, not_opened
from pipeline.core.errors import EnvironmentFailedError, PajaError, UsageError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

PROGRAMME_NAMES: Final = ("programme.yaml", "programme.yml", "programme.xlsx")
SUBMISSIONS: Final = "submissions"
_OF_SYSTEM: Final = frozenset({"desktop.ini", "thumbs.db"})


def submissions_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the submission files that paths mean: files themselves, and those of folders.

    A folder's submissions are in its folder `submissions`, or in itself if it has none.

    Raises:
        EnvironmentFailedError: a folder cannot be listed.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _submissions(path)))


def _submissions(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    inner = path / SUBMISSIONS
    for file in _listed(inner if inner.is_dir() else path):
        if file.is_file() and _is_submission(file):
            yield file


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda each: each.name.casefold())
    except OSError as fault:
        raise not_opened(folder, fault) from fault


def passed_over(paths: Iterable[Path]) -> Iterator[Finding]:
    """Yield a warning for each thing in a folder `submissions` that is not read."""
    for folder in dict.fromkeys(path / SUBMISSIONS for path in paths):
        for each in _listed(folder) if folder.is_dir() else ():
            if not _is_hidden(each) and not (each.is_file() and _is_submission(each)):
                yield _not_read(each)


def _not_read(path: Path) -> Finding:
    if path.is_dir():
        message = Text("The folder “{name}” is not looked into.", name=path.name)
        hint = Text("Move the submissions that are in it to the folder {folder}.",
                    folder=SUBMISSIONS)  # fmt: skip
    else:
        message = Text("“{name}” is not read as a submission.", name=path.name)
        hint = Text("If it is one, save it as an Excel Workbook (.xlsx); otherwise move it away.")
    place = Location(file=f"{SUBMISSIONS}/{path.name}")
    return Finding("IN-05", Severity.WARNING, message, place, hint)


def _is_submission(file: Path) -> bool:
    ours = file.suffix.lower() in INPUT_ENDINGS and file.name not in PROGRAMME_NAMES
    return ours and not _is_hidden(file)


def _is_hidden(path: Path) -> bool:
    # Excel's lock files ("~$…"), hidden files and those of the system are nobody's submission.
    return path.name.startswith((".", "~$")) or path.name.casefold() in _OF_SYSTEM


@dataclass(frozen=True, slots=True)
class InputFiles:
    """The files of a run: the programme's, and each submission with what findings call it."""

    programme: Path
    submissions: Mapping[Path, str]

    @property
    def named(self) -> Iterator[tuple[Path, str]]:
        """Yield each file with what findings call it, in the order in which they are read."""
        yield self.programme, self.programme.name
        yield from self.submissions.items()


def input_files(paths: Sequence[Path], programme: Path | None) -> InputFiles:
    """Return the files that paths mean, with the programme file given or the one beside them.

    Raises:
        UsageError: no programme file belongs to the paths, or several do.
        EnvironmentFailedError: a path does not exist, or a folder cannot be listed.
    """
    path = programme_file(paths, programme)
    files = [file for file in submissions_of(paths) if file.resolve() != path.resolve()]
    return InputFiles(path, _shown_names(files))


def programme_file(paths: Sequence[Path], given: Path | None) -> Path:
    """Return the programme file: the one given, or the one in a path's folder or the one above.

    Raises:
        UsageError: there is none, or several, or the paths belong to different programmes.
        EnvironmentFailedError: there is none because a path does not exist.
    """
    if given is not None:
        return _in_given(given) if given.is_dir() else given
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


def _in_given(folder: Path) -> Path:
    """Return the programme file of a folder that is said to be a programme's."""
    file = _in_folder(folder)
    if file is None:
        raise UsageError(
            Text("The folder has no programme file ({names}).", names=", ".join(PROGRAMME_NAMES)),
            hint=Text("Give the programme's folder, or lay out a new one with paja init."),
            location=Location(file=str(folder)),
        )
    return file


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
    found = [folder / name for name in PROGRAMME_NAMES if (folder / name).is_file()]
    if len(found) > 1:
        # One of them would be left unread, and it may be the one that was filled in last.
        names = ", ".join(each.name for each in found)
        raise UsageError(
            Text("There are several programme files in one folder: {names}.", names=names),
            hint=Text("Give the programme file with --programme."),
        )
    return found[0] if found else None


def nothing_to_do(paths: Iterable[Path]) -> PajaError:
    """Return the error of a run without a single submission."""
    where = ", ".join(path.name or str(path) for path in paths)
    return PajaError(
        Text("There is nothing to do: no submissions were found in {where}.", where=where),
        hint=Text(
            "Put the filled-in workbooks into the folder {folder}; to check the programme file"
            " alone, add --allow-empty.",
            folder=SUBMISSIONS,
        ),
        location=Location(),
    )


def _shown_names(files: Sequence[Path]) -> dict[Path, str]:
    """Return what each file is called: its name, with as many folders as tell it from others."""
    return {file: _shown(file, [each for each in files if each != file]) for file in files}


def _shown(file: Path, others: Sequence[Path]) -> str:
    for kept in range(1, len(file.parts) + 1):
        tail = file.parts[-kept:]
        if all(each.parts[-kept:] != tail for each in others):
            return "/".join(tail)
    return file.as_posix()
