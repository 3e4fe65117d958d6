"""What is known before the submissions: the programme, its deliverables, the first template."""

import shutil
from pathlib import Path

import pytest

from pipeline.app.inputs import InputFiles, input_files
from pipeline.app.known import get_to_know
from pipeline.app.producing import produce
from pipeline.app.requests import InputRequest, ProductionRequest
from pipeline.app.worker import Worker
from pipeline.app.workforce import Workforce
from pipeline.core.errors import EnvironmentFailedError, TemplateError
from pipeline.core.text import Text

ROOT = Path(__file__).parents[4]
ACADEMY = ROOT / "examples" / "innovaatio-akatemia"
SUBMISSION = ACADEMY / "submissions" / "keskimaa.yaml"
PLAN = Path("innovaatio-akatemia") / "action-plan"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Return a folder with the action plan's template alone."""
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates" / PLAN, folder / PLAN)
    return folder


def asked(
    templates: Path, out: Path, language: str | None = None
) -> tuple[InputFiles, ProductionRequest]:
    inputs = InputRequest(paths=(SUBMISSION,))
    request = ProductionRequest(inputs=inputs, out=out, templates=templates, language=language)
    return input_files(inputs.paths, None), request


def test_the_first_template_is_compiled_before_the_submissions_are_looked_at(
    templates: Path, tmp_path: Path
) -> None:
    files, request = asked(templates, tmp_path / "out")
    workforce = Workforce()
    with workforce:
        known = get_to_know(files, request, workforce)
        assert [each.deliverable.id for each in known.found] == ["action-plan"]
        assert known.programme.bound.model is not None
        foreseen = workforce.worker._foreseen
        assert foreseen is not None
        assert foreseen.content == (templates / PLAN / "fi.docx").read_bytes()
        assert (foreseen.language, foreseen.accent) == (
            "fi",
            known.programme.bound.model.settings.accent_colour,
        )
        made = produce(request, workforce=workforce, known=known)
        assert workforce.worker.call(divmod, 7, 2) == (3, 1)  # it was not ended
    assert [each.draft for each in made.documents] == [False]
    again = produce(request)
    assert [each.path for each in again.documents] == [each.path for each in made.documents]
    assert {each.outcome.value for each in again.documents} == {"unchanged"}


def test_nothing_is_foreseen_without_a_template_of_the_language(
    templates: Path, tmp_path: Path
) -> None:
    files, request = asked(templates, tmp_path / "out", language="en")
    with Workforce() as workforce:
        get_to_know(files, request, workforce)
        assert workforce.worker._foreseen is None


def test_a_template_that_cannot_be_opened_is_told_where_it_is_wanted(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, request = asked(templates, tmp_path / "out")

    def refuse(_path: Path) -> bytes:
        raise EnvironmentFailedError(Text("locked"))

    monkeypatch.setattr("pipeline.app.known.read_bytes", refuse)
    with Workforce() as workforce:
        get_to_know(files, request, workforce)
        assert workforce.worker._foreseen is None


def test_a_folder_without_templates_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    files, request = asked(tmp_path / "templates", tmp_path / "out")
    with Workforce() as workforce, pytest.raises(TemplateError, match="no templates for"):
        get_to_know(files, request, workforce)


def test_both_processes_are_ended_though_one_does_not_end_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workforce = Workforce()
    ended: list[str] = []
    monkeypatch.setattr(Worker, "close", lambda _: ended.append("worker"))
    monkeypatch.setattr(type(workforce.opener), "close", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        workforce.close()
    assert ended == ["worker"]
