"""Registries that import their values when they are asked for."""

import sys
from pathlib import Path

import pytest

from pipeline.contexts import CONTEXTS
from pipeline.report.formats import REPORTS
from schemas.lazy import LazyRegistry
from schemas.programme import ProgrammeModel
from schemas.submissions import SUBMISSIONS, academy_of, community_of, model_of


def test_a_value_is_imported_when_it_is_asked_for_and_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "laiska.py").write_text("arvo = object()\n")
    monkeypatch.syspath_prepend(tmp_path)
    registry: LazyRegistry[str, object] = LazyRegistry({"a": "laiska:arvo"})
    assert ("a" in registry, "b" in registry, list(registry), len(registry)) == (
        True,
        False,
        ["a"],
        1,
    )
    assert registry.loaded("a") is None
    assert "laiska" not in sys.modules
    value = registry["a"]
    assert registry["a"] is registry.loaded("a") is value
    assert registry.get("b") is None
    with pytest.raises(KeyError):
        registry["b"]
    sys.modules.pop("laiska")


@pytest.mark.parametrize("registry", [CONTEXTS, REPORTS, SUBMISSIONS], ids=["c", "r", "s"])
def test_every_place_of_the_registries_is_there(registry: LazyRegistry[object, object]) -> None:
    assert all(callable(value) for value in registry.values())
    assert len(set(registry.values())) == len(registry)


def test_a_submission_is_told_by_its_form() -> None:
    academy, community = (SUBMISSIONS[model] for model in ProgrammeModel)
    assert [model_of(form) for form in (academy, community, str)] == [*ProgrammeModel, None]
    one, other = academy.model_construct(), community.model_construct()
    assert (academy_of(one), community_of(one)) == (one, None)
    assert (academy_of(other), community_of(other)) == (None, other)
    assert (academy_of(None), community_of(None)) == (None, None)
