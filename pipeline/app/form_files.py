"""Writing a form as a workbook or as YAML, without ever writing over a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from pipeline.app.opening import YAML_ENDINGS
from pipeline.core.errors import UsageError
from pipeline.core.finding import Path as FieldPath
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.helps import process_of
from pipeline.language.written import written_values
from pipeline.output.atomic import write_atomic
from pipeline.output.failures import not_written
from pipeline.workbook import Guide, write_workbook
from pipeline.workbook.guide import HOW_TO_YAML
from pipeline.workbook.yaml_form import yaml_form

WORKBOOK_ENDING: Final = ".xlsx"


def check_target(path: Path) -> None:
    """Check that a form may be written to a path.

    Raises:
        UsageError: there is a file already, or it is neither a workbook nor YAML.
    """
    if path.suffix.lower() not in {WORKBOOK_ENDING, *YAML_ENDINGS}:
        raise UsageError(
            Text("A form is a workbook (.xlsx) or a YAML file (.yaml), not “{name}”.",
                 name=path.name),
            hint=Text("Give the file a name that ends in .xlsx or .yaml."),
        )  # fmt: skip
    if _exists(path):
        raise UsageError(
            Text("There is already such a file; it is left as it is."),
            hint=Text("Give another name, or move the file away first."),
            location=Location(file=str(path)),
        )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as fault:  # the name is longer than any may be
        raise not_written(path, fault) from fault


def is_yaml(path: Path) -> bool:
    """Tell whether a file is YAML by its name."""
    return path.suffix.lower() in YAML_ENDINGS


def write_form(
    path: Path,
    model: type[BaseModel],
    values: Mapping[FieldPath, object],
    *,
    programme: str,
    language: str,
    guide: Guide | None = None,
    blank: bool = True,
) -> None:
    """Write a form with values to a new file; a YAML form is `blank` if it holds empty keys too.

    Raises:
        UsageError: there is such a file already, or its name is no form's.
        EnvironmentFailedError: it cannot be written.
    """
    check_target(path)
    if is_yaml(path):
        text = yaml_form(
            model,
            written_values(model, values, language),
            language=language,
            process=process_of(programme),
            head=() if guide is None else (guide.title, *HOW_TO_YAML, *guide.changes),
            blank=blank,
        )
        content = text.encode("utf-8")
    else:
        content = write_workbook(
            model, programme=programme, language=language, values=values, guide=guide
        )
    write_atomic(path, content)
