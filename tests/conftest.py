"""What all tests share: where nothing may be skipped, a skipped test fails the run."""

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A busy machine is no fault of an example; where a change is judged, every run tries the same ones.
settings.register_profile("paja", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("paja")


@pytest.fixture(autouse=True, scope="session")
def _fast_workers() -> Iterator[None]:
    """Start the processes of templates as copies, though the runner of tests has idle threads."""
    from pipeline.app import worker

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker, "may_copy", lambda: sys.platform == "linux")
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
