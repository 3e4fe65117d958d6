"""The journal of a run: what is about to be written, so that a stopped run knows its own files."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from pipeline.core.manifest import RememberedFile
from pipeline.output.atomic import sync_folder
from pipeline.output.failures import not_read, not_written

JOURNAL_NAME: Final = ".paja-journal"

_FLAGS: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_APPEND
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


class Journal:
    """Lines that are on the disk before the files they speak of; gone once a manifest has them.

    A line says that paja makes a file of this hash at this path. It stands there before the file
    does: whether the stop comes before or after the file is swapped, the file's hash is known.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL_NAME

    def read(self) -> tuple[RememberedFile, ...]:
        """Return the lines of stopped runs; a line torn by the stop is passed over."""
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return ()
        except OSError as exc:
            raise not_read(self._path, exc) from exc
        return tuple(line for line in map(_line, lines) if line is not None)

    def note(self, file: RememberedFile) -> None:
        """Put a line on the disk.

        Raises:
            EnvironmentFailedError: it could not be written; the file must then not be either.
        """
        # The break before the line ends one that was torn by a stop or a full disk.
        line = f"\n{file.model_dump_json()}\n".encode()
        try:
            new = not self._path.exists()
            self._append(line)
        except OSError as exc:
            raise not_written(self._path, exc) from exc
        if new:
            sync_folder(self._path.parent)

    def clear(self) -> None:
        """Remove the journal: the manifest knows what it knew."""
        with suppress(OSError):  # one that stays behind says nothing untrue
            self._path.unlink()

    def _append(self, line: bytes) -> None:
        descriptor = os.open(self._path, _FLAGS, 0o666)
        try:
            left = memoryview(line)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _line(line: bytes) -> RememberedFile | None:
    if not line.strip():
        return None
    try:
        return RememberedFile.model_validate_json(line)
    except ValidationError:
        return None
