"""The two sides of a change of templates: each a folder's files, or a revision's, in memory."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.app.comparing.revisions import Revision, revision
from pipeline.app.opening import read_bytes
from pipeline.app.template_files import DESCRIPTION, templates_folder
from pipeline.core.errors import UsageError
from pipeline.core.text import Text

TEMPLATE_ENDING: Final = ".docx"
_WORKING_TREE: Final = Text("the working tree")
_FILES: Final = 2000
#: Word's own files beside an open document are no templates.
_LOCKS: Final = "~$"
_PLAIN: Final = re.compile(r"[^/\\\0]+(/[^/\\\0]+)*")


@dataclass(frozen=True, slots=True)
class Side:
    """Templates with their descriptions, by their paths in the templates folder.

    `name` is what a person calls it: a path, a revision, or the working tree.
    """

    name: str | Text
    files: Mapping[str, bytes]

    @property
    def templates(self) -> tuple[str, ...]:
        """Return the paths of the templates."""
        return tuple(path for path in self.files if path.endswith(TEMPLATE_ENDING))


def sides(old: str, new: str | None, given: Path | None) -> tuple[Side, Side]:
    """Return what was and what is: files, folders or revisions; without `new`, the working tree.

    Raises:
        UsageError: one of them is nothing of the kind, or a file is compared with a folder.
        EnvironmentFailedError: a file cannot be opened, or Git does not answer.
    """
    paths = (_path(old), None if new is None else _path(new))
    files = [path for path in paths if path is not None and path.is_file()]
    if files:
        return _files(old, new, paths)
    folder = paths[1] or _templates(given)
    # What is given may lie outside of the repository whose revision it is compared with.
    kept = folder if paths[1] is None or paths[0] is not None else _kept(old, folder, given)
    return _side(old, paths[0], kept), _side(new, paths[1], folder)


def _kept(name: str, folder: Path, given: Path | None) -> Path:
    """Return the folder whose revision is meant: this one, or that of the working tree."""
    try:
        revision(name, folder)
    except UsageError:
        return _templates(given)
    return folder


def _path(name: str) -> Path | None:
    """Return the path that a name is, None for the name of a revision."""
    try:
        path = Path(name)
        return path if path.exists() else None
    except (OSError, ValueError):
        return None


def _templates(given: Path | None) -> Path:
    """Return the templates folder of the working tree, never the one that paja brings along."""
    here = Path("templates")
    if given is not None or here.is_dir():
        return templates_folder(given)
    if any(Path().glob(f"*/*/{DESCRIPTION}")):
        return Path()
    raise UsageError(
        Text("There is no templates folder {folder}.", folder="templates"),
        hint=Text("Check the folder given with --templates."),
    )


def _side(name: str | None, path: Path | None, folder: Path) -> Side:
    if name is None:
        return Side(_WORKING_TREE, dict(_of_folder(folder)))
    if path is not None:
        return Side(name, dict(_of_folder(path)))
    return Side(name, dict(_of_revision(revision(name, folder), _place(folder))))


def _place(folder: Path) -> str:
    """Return where in a templates folder a folder is: the whole, a programme's, a deliverable's."""
    whole = folder.resolve()
    if (folder / DESCRIPTION).is_file():
        return f"{whole.parent.name}/{whole.name}/"
    return f"{whole.name}/" if any(folder.glob(f"*/{DESCRIPTION}")) else ""


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    place = _place(folder)
    found = sorted(path for path in folder.rglob("*") if _is_wanted(path.name) and path.is_file())
    if len(found) > _FILES:
        raise UsageError(
            Text("The folder has more than {limit} templates.", limit=_FILES),
            hint=Text("Give the folder that holds the templates with --templates."),
        )
    for path in found:
        yield f"{place}{path.relative_to(folder).as_posix()}", read_bytes(path)


def _of_revision(stored: Revision, place: str) -> Iterator[tuple[str, bytes]]:
    for file in stored.files():
        if _PLAIN.fullmatch(file.path) and _is_wanted(PurePosixPath(file.path).name):
            yield f"{place}{file.path}", stored.content(file)


def _is_wanted(name: str) -> bool:
    is_template = name.endswith(TEMPLATE_ENDING) and not name.startswith(_LOCKS)
    return is_template or name == DESCRIPTION


def _files(old: str, new: str | None, paths: tuple[Path | None, Path | None]) -> tuple[Side, Side]:
    """Return the sides of one template: the rest of its folder is the same on both."""
    before, after = paths
    if any(path is not None and path.is_dir() for path in paths) or (before and new is None):
        raise UsageError(
            Text("Give two files, two folders, or revisions."),
            hint=Text("A file is compared with a file, or with itself in a revision."),
        )
    at = after or before
    if at is None:
        raise LookupError(old)
    root, name = _root(at)
    shared = dict(_of_folder(root)) if root is not None else {}
    contents = [
        read_bytes(path) if path is not None else _in_revision(side, at)
        for side, path in ((old, before), (new or "", after))
    ]
    left, right = ({**shared, name: content} for content in contents)
    return Side(old, left), Side(new or "", right)


def _root(file: Path) -> tuple[Path | None, str]:
    """Return the templates folder that a template is in, if it is in one, and its path there."""
    if not (file.parent / DESCRIPTION).is_file():
        return None, file.name
    whole = file.resolve()
    return whole.parent.parent.parent, "/".join(whole.parts[-3:])


def _in_revision(name: str, file: Path) -> bytes:
    stored = revision(name, file.parent)
    found = next((each for each in stored.files() if each.path == file.name), None)
    if found is None:
        raise UsageError(
            Text("The revision “{name}” has no file {file}.", name=name, file=file.name),
            hint=Text("Check the name."),
        )
    return stored.content(found)
