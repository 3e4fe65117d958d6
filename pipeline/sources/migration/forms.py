"""The registry of the forms: by what their workbooks call themselves, their versions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from pipeline.core.own_names import SCHEMA_VERSION
from pipeline.sources.migration.history import History
from schemas.programme import Programme, ProgrammeModel
from schemas.submissions import SUBMISSIONS, model_of

#: What the workbook of the programme file itself calls its form.
PROGRAMME_FORM: Final = "programme"

#: A form whose version changes gets here the edition that it leaves behind: `Edition("1", …)`.
HISTORIES: Final[Mapping[str, History]] = MappingProxyType({
    PROGRAMME_FORM: History(SCHEMA_VERSION),
    **{model.value: History(SCHEMA_VERSION) for model in SUBMISSIONS},
})


def form_name(model: type[BaseModel]) -> str:
    """Return what the workbooks of a model call their form; the academy's for any other model."""
    if model is Programme:
        return PROGRAMME_FORM
    return (model_of(model) or ProgrammeModel.ACADEMY).value


def history_of(form: str) -> History:
    """Return the versions of a form."""
    return HISTORIES.get(form, History(SCHEMA_VERSION))
