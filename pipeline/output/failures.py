"""Refusals of the operating system, in words that say what to do."""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.location import Location
from pipeline.core.text import Text


@dataclass(frozen=True, slots=True)
class _Reason:
    why: Text
    hint: Text


_FULL: Final = _Reason(
    Text("the disk is full"), Text("Make room on the disk, or give another folder, and run again.")
)
_TOO_BIG: Final = _Reason(
    Text("the file is larger than the system allows"),
    Text("Ask for a larger limit, or give a folder on another disk."),
)
_DENIED: Final = _Reason(
    Text("there is no permission for it"),
    Text("Check the rights of the folder and the file, or give another folder."),
)
_IN_USE: Final = _Reason(
    Text("it is open in another program, or there is no permission for it"),
    Text("Close the file in Word or Outlook and run again; check also the rights of the folder."),
)
_READ_ONLY: Final = _Reason(
    Text("the disk can only be read"), Text("Give a folder on another disk.")
)
_MISSING: Final = _Reason(
    Text("its folder is missing"),
    Text("Make the folder first, or check that it was not moved or deleted meanwhile."),
)
_LONG: Final = _Reason(
    Text("the name is too long for the disk"),
    Text("Give an output folder with a shorter path."),
)
_NOT_FOLDER: Final = _Reason(
    Text("a file stands where a folder is needed"),
    Text("Move or rename that file, or give another folder."),
)
_IS_FOLDER: Final = _Reason(
    Text("a folder stands in its place"), Text("Move or rename that folder.")
)

_BY_ERRNO: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _TOO_BIG,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _MISSING,
    errno.ENAMETOOLONG: _LONG,
    errno.ENOTDIR: _NOT_FOLDER,
    errno.EEXIST: _NOT_FOLDER,
    errno.EISDIR: _IS_FOLDER,
}
#: Numbers of Windows' own that its errno hides: in use, locked, disk full, name too long.
_BY_WINERROR: Final = {5: _IN_USE, 32: _IN_USE, 33: _IN_USE, 39: _FULL, 112: _FULL, 206: _LONG}


def not_written(path: Path, error: OSError) -> EnvironmentFailedError:
    """Return the error that tells which file could not be written, why, and what to do."""
    reason = _reason(error)
    file = shown(path)
    return EnvironmentFailedError(
        Text("“{file}” could not be written: {reason}.", file=file, reason=reason.why),
        hint=reason.hint,
        location=Location(file=file),
    )


def not_read(path: Path, error: OSError) -> EnvironmentFailedError:
    """Return the error that tells which file could not be read, why, and what to do."""
    reason = _reason(error)
    file = shown(path)
    return EnvironmentFailedError(
        Text("“{file}” could not be read: {reason}.", file=file, reason=reason.why),
        hint=reason.hint,
        location=Location(file=file),
    )


def shown(path: Path) -> str:
    """Return a path as messages show it; bytes that are no text come out as escapes."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _reason(error: OSError) -> _Reason:
    number = getattr(error, "winerror", None)
    if isinstance(number, int) and number in _BY_WINERROR:
        return _BY_WINERROR[number]
    return _BY_ERRNO.get(error.errno or 0) or _Reason(
        Text("the system says “{words}”", words=error.strerror or type(error).__name__),
        Text("Check the disk and its connection, and run again."),
    )
