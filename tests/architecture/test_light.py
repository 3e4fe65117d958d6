"""What begins before the rest of paja, or works beside it, loads no more than it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODELS = ("pydantic", "schemas.fields", "schemas.academy", "schemas.community")
COMMUNITY = ("schemas.community", "schemas.workshops", "pipeline.rules.community")
WORD = ("docx", "docxtpl", "jinja2", "lxml")


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("pipeline.cli.ahead", (*MODELS, *WORD, "openpyxl", "yaml", "ruamel", "babel")),
        ("pipeline.app.workforce", (*MODELS, *WORD, "openpyxl", "yaml", "ruamel", "babel")),
        ("pipeline.sources.opening.excel.opening", (*MODELS, "yaml", "babel", "docx")),
        ("pipeline.sources.opening.yaml.opening", (*MODELS, *WORD, "openpyxl", "babel")),
        ("pipeline.render", (*MODELS, "openpyxl", "yaml", "ruamel")),
        (
            "pipeline.app.validation",
            (*COMMUNITY, *WORD, "openpyxl", "yaml", "ruamel", "pipeline.render"),
        ),
        ("pipeline.app.known", (*COMMUNITY, *WORD, "schemas.academy", "pipeline.rules")),
        (
            "pipeline.cli.production",
            (*COMMUNITY, *WORD, "openpyxl", "yaml", "ruamel", "pipeline.render"),
        ),
    ],
)
def test_a_module_loads_no_more_than_it_needs(module: str, forbidden: tuple[str, ...]) -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())
    assert module in loaded
    assert sorted(loaded & set(forbidden)) == []
