"""The JSON Schemas of what people fill in."""

from typing import Final

from schemas.programme import Programme, ProgrammeModel
from schemas.submissions import SUBMISSIONS

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str, model: str) -> dict[str, object]:
    """Return the JSON Schema of a `programme` file, or of a `submission` to a programme model."""
    form = Programme if kind == "programme" else SUBMISSIONS[ProgrammeModel(model)]
    return {"$schema": _DIALECT, **form.model_json_schema(mode="validation")}
