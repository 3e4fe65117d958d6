"""The JSON Schemas of what people fill in."""

from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel

from schemas.academy import AcademySubmission
from schemas.programme import Programme

MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "submission": AcademySubmission,
    "programme": Programme,
}
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> dict[str, object]:
    """Return the JSON Schema of a `submission` or a `programme` file."""
    return {"$schema": _DIALECT, **MODELS[kind].model_json_schema(mode="validation")}
