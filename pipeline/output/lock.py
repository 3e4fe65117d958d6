"""The lock of an output folder: one run at a time writes there."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import BaseFileLock, FileLock, Timeout

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.output.failures import not_written, shown

LOCK_NAME: Final = ".paja.lock"


def lock_folder(folder: Path) -> BaseFileLock:
    """Take the folder for this run without waiting.

    Raises:
        EnvironmentFailedError: another run has it, or no lock can be made there.
    """
    path = folder / LOCK_NAME
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout as exc:
        raise _taken(folder) from exc
    except OSError as exc:
        raise not_written(path, exc) from exc
    return lock


def unlock_folder(lock: BaseFileLock) -> None:
    """Give the folder back and leave no lock file behind."""
    # Removed while still held: who opened it meanwhile sees that it is gone and opens it anew.
    # Windows keeps an open file, so there the lock itself removes it when it lets go.
    with suppress(OSError):
        Path(lock.lock_file).unlink()
    lock.release()


def _taken(folder: Path) -> EnvironmentFailedError:
    file = shown(folder)
    return EnvironmentFailedError(
        Text("Another run is writing to the folder “{file}”.", file=file),
        hint=Text("Wait until it has ended and run again, or give another output folder."),
        location=Location(file=file),
    )
