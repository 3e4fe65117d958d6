"""What all tests share: where nothing may be skipped, a skipped test fails the run."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pipeline.render import CompiledTemplate

TEMPLATES = Path(__file__).parents[1] / "templates"

# A busy machine is no fault of an example; where a change is judged, every run tries the same ones.
settings.register_profile("paja", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("paja")


@pytest.fixture(autouse=True, scope="session")
def _fast_workers() -> Iterator[None]:
    """Start processes as copies, though the runner of tests has idle threads.

    What they work with is loaded, and templates of paja itself are compiled, once for all tests: a
    copy finds them in its memory.
    """
    import pipeline.sources.opening.yaml.opening  # noqa: F401
    from pipeline.app import processes, worker
    from pipeline.render import compile_template

    own = {path.read_bytes() for path in TEMPLATES.rglob("*.docx")}
    compiled = cache(compile_template)
    ask_worker = worker.Worker.compile

    def compile_once(content: bytes, *, language: str, accent: str | None) -> "CompiledTemplate":
        known = compiled if content in own else compile_template
        return known(content, language=language, accent=accent)

    def compile_before(
        self: worker.Worker, content: bytes, *, language: str, accent: str
    ) -> "worker.WorkedTemplate":
        if content in own:
            compile_once(content, language=language, accent=accent)
        return ask_worker(self, content, language=language, accent=accent)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "may_copy", lambda: sys.platform == "linux")
        patch.setattr(worker.Worker, "compile", compile_before)
        patch.setattr("pipeline.app.worker_process.compile_template", compile_once)
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was skipped where everything must run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("PAJA_FAIL_ON_SKIP"):
        terminalreporter.write_line(f"{len(skipped)} skipped where nothing may be", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in which something was skipped, if the environment asks for it."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("PAJA_FAIL_ON_SKIP"):
        return
    if reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
