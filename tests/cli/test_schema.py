"""paja schema: JSON Schemas that the examples fulfil."""

import json

import jsonschema
import pytest
from ruamel.yaml import YAML

from tests.cli.conftest import ACADEMY, Paja


@pytest.mark.parametrize("kind", ["submission", "programme"])
def test_the_schema_is_a_valid_json_schema(paja: Paja, kind: str) -> None:
    result = paja("schema", kind)
    schema = json.loads(result.out)
    assert result.code == 0
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_the_example_fulfils_the_schema_and_a_wrong_key_does_not(paja: Paja) -> None:
    schema = json.loads(paja("schema", "submission").out)
    loader = YAML(typ="base")
    submission = loader.load((ACADEMY / "submissions" / "keskimaa.yaml").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    submission["vierasavain"] = "x"
    wrong = {error.validator for error in validator.iter_errors(submission)}
    assert "additionalProperties" in wrong
