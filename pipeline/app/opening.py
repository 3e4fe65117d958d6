"""From a path to what the file holds, whatever form it is of."""

import errno
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding
from pipeline.core.limits import DEFAULT
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.opening.opened import Opened, OpenedWorkbook, OpenedYaml

YAML_ENDINGS: Final = frozenset({".yaml", ".yml"})
#: What a submission may be sent as; the reader names the kinds that it cannot take.
INPUT_ENDINGS: Final = YAML_ENDINGS | {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that was opened, with the hash of its bytes."""

    sha256: str
    opened: Opened


def open_file(path: Path, shown: str) -> OpenedFile:
    """Open a workbook or a YAML file; `shown` is what findings call it.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    content = read_bytes(path)
    return OpenedFile(sha256(content).hexdigest(), _opened(path, content, shown))


def refused_file(path: Path, refusal: Finding) -> OpenedFile:
    """Return a file that is not to be opened, with the finding that tells why.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    shown = refusal.location.file or path.name
    opened = (
        OpenedYaml(shown, None, (refusal,))
        if _is_yaml(path)
        else OpenedWorkbook(shown, refusal=refusal)
    )
    return OpenedFile(sha256(read_bytes(path)).hexdigest(), opened)


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in YAML_ENDINGS


def _opened(path: Path, content: bytes, shown: str) -> Opened:
    if _is_yaml(path):
        from pipeline.sources.opening.yaml.opening import open_yaml

        return open_yaml(content, shown)
    from pipeline.sources.opening.excel.opening import open_workbook

    return open_workbook(content, shown)


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
