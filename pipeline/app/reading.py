"""From a path to a record: the file is opened, and the reader of its kind does the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from pipeline.app.opening import OpenedFile, open_file
from pipeline.core.record import RawRecord
from pipeline.sources.opening.opened import Opened, OpenedYaml

#: Opens a file, given what findings call it; raises what `open_file` does.
Open = Callable[[Path, str], OpenedFile]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: its record, and the hash of its bytes."""

    path: Path
    record: RawRecord
    sha256: str


def read_file(
    path: Path,
    model: type[BaseModel],
    *,
    language: str,
    shown: str | None = None,
    opening: Open = open_file,
) -> ReadFile:
    """Read a workbook or a YAML file as the record of a model; `language` is the messages'.

    `shown` is what findings call the file, where its own name does not tell it from others;
    `opening` opens it.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    file = opening(path, shown or path.name)
    return ReadFile(path, _record(file.opened, model, language), file.sha256)


def _record(opened: Opened, model: type[BaseModel], language: str) -> RawRecord:
    if isinstance(opened, OpenedYaml):
        from pipeline.sources.yaml import yaml_record

        return yaml_record(opened, model)
    from pipeline.sources.excel import workbook_record

    return workbook_record(opened, model, language=language)
