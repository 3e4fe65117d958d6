"""Which places of an output folder may be written to: nothing through a link, nothing outside."""

import stat
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.location import Location
from pipeline.core.manifest import MANIFEST_NAME, is_relative_inside
from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.output.failures import not_written, shown

OWN_PREFIX: Final = ".paja"


def require_usable(relative: PurePosixPath) -> None:
    """Check a path that a caller chose.

    Raises:
        ValueError: it leads outside the folder or is one of the folder's own files.
    """
    own = folded(str(relative)) == MANIFEST_NAME or any(
        folded(part).startswith(OWN_PREFIX) for part in relative.parts
    )
    if own or not is_relative_inside(str(relative)):
        raise ValueError(f"not a path for an output: {str(relative)!r}")


def place(root: Path, relative: PurePosixPath) -> Path:
    """Return the absolute path of a file below a resolved root.

    Raises:
        EnvironmentFailedError: a link, or something that is not a file, stands in the way.
    """
    target = root / relative
    if not is_link_free(target.parent):
        raise _blocked(target.parent, Text("it is a link to another folder"))
    try:
        mode = target.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return target
    except OSError as exc:
        raise not_written(target, exc) from exc
    if stat.S_ISLNK(mode):
        raise _blocked(target, Text("it is a link to another place"))
    if not stat.S_ISREG(mode):
        raise _blocked(target, Text("what stands there is not a file"))
    return target


def is_link_free(folder: Path) -> bool:
    """Tell whether an absolute path leads to where it says, through no link."""
    try:
        # Comparing resolved paths sees symbolic links and the junctions of Windows alike.
        return folder.resolve() == folder
    except (OSError, RuntimeError):  # links in a circle are a RuntimeError before Python 3.13
        return False


def file_sha256(path: Path) -> str:
    """Return the hash of a file of any size."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _blocked(path: Path, reason: Text) -> EnvironmentFailedError:
    file = shown(path)
    return EnvironmentFailedError(
        Text("Nothing is written to “{file}”: {reason}.", file=file, reason=reason),
        hint=Text("Move or rename it, or give another output folder."),
        location=Location(file=file),
    )
