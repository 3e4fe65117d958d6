"""Writing a file so that it is the old one or the new one, whole, whatever happens."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from pipeline.output.failures import not_written

STRAY_PREFIX: Final = ".paja-"
STRAY_SUFFIX: Final = ".tmp"

_FLAGS: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)


def write_atomic(path: Path, content: bytes) -> None:
    """Write a file by way of a temporary one beside it; an existing file keeps its permissions.

    Raises:
        EnvironmentFailedError: it could not be written; the old file is whole, nothing is left.
    """
    temporary = path.with_name(f"{STRAY_PREFIX}{secrets.token_hex(8)}{STRAY_SUFFIX}")
    try:
        _write_whole(temporary, content, mode=_mode(path))
        os.replace(temporary, path)  # noqa: PTH105  (the one call that swaps files in one step)
    except OSError as exc:
        raise not_written(path, exc) from exc
    finally:
        # After a success there is nothing by this name; after a stop of any kind it must go.
        with suppress(OSError):
            temporary.unlink()
    sync_folder(path.parent)


def remove_strays(folder: Path) -> tuple[str, ...]:
    """Remove the temporary files that a stopped run left in one folder; return their names.

    Only the holder of the folder's lock may call this: another's unfinished file looks the same.
    """
    with suppress(OSError):
        return tuple(sorted(path.name for path in folder.iterdir() if _removed(path)))
    return ()


def sync_folder(folder: Path) -> None:
    """Make a change of names last through a power cut, where the system can do it."""
    with suppress(OSError):  # Windows cannot open a folder; some network disks cannot sync one
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_whole(path: Path, content: bytes, *, mode: int | None) -> None:
    descriptor = os.open(path, _FLAGS, 0o666 if mode is None else 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if mode is not None:
        with suppress(OSError):  # a disk that knows no permissions
            path.chmod(mode)


def _mode(path: Path) -> int | None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    return stat.S_IMODE(mode) if stat.S_ISREG(mode) else None


def _removed(path: Path) -> bool:
    if not (path.name.startswith(STRAY_PREFIX) and path.name.endswith(STRAY_SUFFIX)):
        return False
    try:
        path.unlink()
    except OSError:
        return False
    return True
