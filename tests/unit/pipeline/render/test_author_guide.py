"""The guide for template authors names all that a template may use."""

import re
from pathlib import Path

import pytest

from pipeline.render.limits import DEFAULT
from pipeline.render.sandbox import conditions
from pipeline.render.sandbox.environment import TemplateEnvironment
from pipeline.render.values.blocks import BlockStyle

GUIDE = (Path(__file__).parents[4] / "templates" / "README.md").read_text("utf-8")
STYLES: tuple[BlockStyle, ...] = ()
FILTERS = sorted(
    name for name in TemplateEnvironment("fi", STYLES, DEFAULT).filters if not name.startswith("_")
)


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE


@pytest.mark.parametrize("name", sorted(conditions.tests()))
def test_each_test_is_in_the_guide(name: str) -> None:
    assert re.search(rf"`\w is {name}\b", GUIDE)


def test_the_guide_names_no_filter_that_does_not_exist() -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| `\{\{", GUIDE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == set(FILTERS)
