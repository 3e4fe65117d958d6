"""From a path to a record: read the file's bytes, and let the reader of its kind do the rest."""

import errno
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.limits import DEFAULT
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.core.text import Text

YAML_ENDINGS: Final = frozenset({".yaml", ".yml"})
#: What a submission may be sent as; the reader names the kinds that it cannot take.
INPUT_ENDINGS: Final = YAML_ENDINGS | {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: its record, and the hash of its bytes."""

    path: Path
    record: RawRecord
    sha256: str


def read_file(
    path: Path, model: type[BaseModel], *, language: str, shown: str | None = None
) -> ReadFile:
    """Read a workbook or a YAML file as the record of a model; `language` is the messages'.

    `shown` is what findings call the file, where its own name does not tell it from others.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    content = read_bytes(path)
    record = _record(path, content, model, (language, shown or path.name))
    return ReadFile(path, record, sha256(content).hexdigest())


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, no more than one byte above the limit of any input.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    try:
        _refuse_pipe(path)
        with path.open("rb") as stream:
            return stream.read(DEFAULT.file_bytes + 1)
    except FileNotFoundError as fault:
        raise _failed(Text("There is no such file."), Text("Check the path."), path) from fault
    except IsADirectoryError as fault:
        raise _failed(Text("This is a folder, not a file."), Text("Give a file."), path) from fault
    except OSError as fault:
        raise not_opened(path, fault) from fault


def _refuse_pipe(path: Path) -> None:
    """Refuse a named pipe: nobody may ever write into it, and paja would wait for that."""
    if path.is_fifo():
        raise OSError(errno.EINVAL, "FIFO")


def not_opened(path: Path, fault: OSError) -> EnvironmentFailedError:
    """Return the error that tells why a file or folder cannot be opened, and what to do."""
    told = (
        Text("The file cannot be opened: it is locked, or there is no permission to read it.")
        if isinstance(fault, PermissionError)
        else Text("The file cannot be opened: {reason}", reason=fault.strerror or str(fault))
    )
    return _failed(
        told,
        Text("Close it in other programs, and check that you may read it."),
        path,
    )


def _failed(message: Text, hint: Text, path: Path) -> EnvironmentFailedError:
    return EnvironmentFailedError(message, hint=hint, location=Location(file=path.name))


def _record(
    path: Path, content: bytes, model: type[BaseModel], words: tuple[str, str]
) -> RawRecord:
    language, shown = words
    if path.suffix.lower() in YAML_ENDINGS:
        from pipeline.sources.yaml import read_yaml

        return read_yaml(content, shown, model)
    from pipeline.sources.excel import read_workbook

    return read_workbook(content, shown, model, language=language)
