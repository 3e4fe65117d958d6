"""The process that opens files: what it finds is what opening gives, and its end is told kindly."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.app import child_process, processes
from pipeline.app import opener as parent
from pipeline.app.opener import Opener
from pipeline.app.opening import OpenedFile, open_file
from pipeline.app.processes import ChildBugError, WorkLimits
from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding
from pipeline.sources.opening.opened import OpenedWorkbook, OpenedYaml

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes")
MB = 1_000_000
ACADEMY = Path(__file__).parents[4] / "examples" / "innovaatio-akatemia"
YAML = ACADEMY / "submissions" / "keskimaa.yaml"
WORKBOOK = ACADEMY / "submissions" / "esimerkkila.xlsx"
FILES = [(YAML, "first"), (WORKBOOK, "second"), (ACADEMY / "programme.yaml", "third")]


def acting(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], *, at: str = "second"
) -> None:
    """Have the process do this where it opens the file that is called so."""

    def opened(path: Path, shown: str) -> OpenedFile:
        if shown == at and os.getpid() != own:
            act()
        return open_file(path, shown)

    own = os.getpid()
    monkeypatch.setattr(parent, "open_file", opened)


def refusal_of(file: OpenedFile, path: Path) -> Finding:
    """Return why a file could not be opened."""
    match file.opened:
        case OpenedWorkbook(refusal=Finding() as found, grids=()):
            assert path is WORKBOOK
            return found
        case OpenedYaml(faults=(found,), node=None):
            assert path is YAML
            return found
    raise AssertionError(file.opened)


def test_what_the_process_finds_is_what_opening_gives() -> None:
    with Opener() as opener:
        opener.expect(FILES)
        assert opener._child is not None
        for path, shown in FILES:
            assert opener.open(path, shown) == open_file(path, shown)


def test_files_may_be_wanted_in_another_order_and_others_too(tmp_path: Path) -> None:
    extra = tmp_path / "a.yaml"
    extra.write_text("a: b\n")
    with Opener() as opener:
        opener.expect(FILES)
        for path, shown in [FILES[2], (extra, "extra"), FILES[0], FILES[1]]:
            assert opener.open(path, shown) == open_file(path, shown)
        # A second time it is opened as it is now.
        assert opener.open(*FILES[0]) == open_file(*FILES[0])


def test_where_no_process_can_be_copied_files_are_opened_when_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "may_copy", lambda: False)
    with Opener() as opener:
        opener.expect(FILES)
        assert opener._child is None
        assert opener.open(*FILES[0]) == open_file(*FILES[0])


def test_a_file_that_cannot_be_opened_is_told_as_it_is_here(tmp_path: Path) -> None:
    missing = tmp_path / "puuttuu.xlsx"
    with Opener() as opener:
        opener.expect([(missing, missing.name), FILES[0]])
        with pytest.raises(EnvironmentFailedError, match="no such file") as caught:
            opener.open(missing, missing.name)
        assert caught.value.location.file == missing.name
        assert opener.open(*FILES[0]) == open_file(*FILES[0])


@pytest.mark.parametrize(
    ("act", "limits", "code", "said"),
    [
        (lambda: time.sleep(600), WorkLimits(seconds=1), "FI-07", "longer than 1 seconds"),
        (lambda: bytearray(900 * MB), WorkLimits(memory=500 * MB), "FI-07", "more than 500 MB"),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), WorkLimits(), "FI-05", "without a word"),
    ],
    ids=["time", "memory", "death"],
)
@pytest.mark.parametrize("second", [WORKBOOK, YAML], ids=["workbook", "yaml"])
def test_a_file_that_takes_too_much_is_refused_and_the_next_ones_are_opened(
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[], object],
    limits: WorkLimits,
    code: str,
    said: str,
    second: Path,
) -> None:
    acting(monkeypatch, act)
    files = [FILES[0], (second, "second"), FILES[2]]
    with Opener(limits) as opener:
        opener.expect(files)
        first, refused, third = (opener.open(*each) for each in files)
    assert (first, third) == (open_file(*files[0]), open_file(*files[2]))
    assert refused.sha256 == open_file(second, "").sha256
    found = refusal_of(refused, second)
    assert (found.code, found.location.file) == (code, "second")
    assert said in str(found.message)
    assert found.hint is not None


def test_a_lone_file_asked_for_late_took_too_long_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    acting(monkeypatch, lambda: time.sleep(600))
    with Opener(WorkLimits(seconds=1)) as opener:
        opener.expect([FILES[1]])
        assert opener._child is not None
        opener._child.process.join()
        found = refusal_of(opener.open(*FILES[1]), WORKBOOK)
    assert "longer than 1 seconds" in str(found.message)


def test_what_cannot_be_sent_is_a_fault_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "open_file", lambda *_: lambda: None)
    with Opener() as opener:
        opener.expect(FILES)
        with pytest.raises(ChildBugError, match="Error"):
            opener.open(*FILES[0])


def test_after_its_end_an_opener_begins_nothing() -> None:
    opener = Opener()
    opener.expect(FILES)
    opener.open(*FILES[0])
    opener.close()
    assert opener.open(*FILES[1]) == open_file(*FILES[1])
    assert opener._child is None
    opener.expect(FILES[:1])
    opener.expect(FILES)
    assert [opener.open(*each) for each in FILES] == [open_file(*each) for each in FILES]
    opener.close()


def test_where_the_system_allows_no_process_files_are_opened_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with Opener() as opener:
        opener.expect(FILES)
        assert opener.open(*FILES[0]) == open_file(*FILES[0])
        assert opener._child is not None
        opener._child.process.kill()
        opener._child.process.join()
        monkeypatch.setattr(os, "fork", refuse)
        assert [opener.open(*each) for each in FILES[1:]] == [
            open_file(*each) for each in FILES[1:]
        ]
        opener.expect(FILES)
        assert opener.open(*FILES[0]) == open_file(*FILES[0])


def test_a_fault_of_our_own_comes_with_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble() -> None:
        raise KeyError("salaisuus")

    acting(monkeypatch, stumble)
    with Opener() as opener:
        opener.expect(FILES)
        with pytest.raises(ChildBugError, match="KeyError") as caught:
            opener.open(*FILES[1])
    assert "in stumble" in caught.value.frames
    assert "salaisuus" not in str(caught.value)


def test_leaving_ends_the_process_in_the_middle_of_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "process"

    def work() -> None:
        told.write_text(str(os.getpid()))
        time.sleep(600)

    acting(monkeypatch, work)
    with Opener() as opener:
        opener.expect(FILES)
        while not (told.exists() and told.read_text()):
            time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)


def test_no_more_is_opened_ahead_than_will_be_taken_soon(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    told.write_text("")

    def tell(path: Path, shown: str) -> OpenedFile:
        told.write_text(f"{told.read_text()}{shown} ")
        return open_file(path, shown)

    monkeypatch.setattr(parent, "open_file", tell)
    many = [(WORKBOOK, str(number)) for number in range(24)]
    known = open_file(WORKBOOK, "").sha256
    with Opener() as opener:
        opener.expect(many)
        before = -1
        while before != (before := len(told.read_text().split())):
            time.sleep(1)
        assert before < len(many) / 2
        assert [opener.open(*each).sha256 for each in many] == [known] * len(many)
    assert told.read_text().split() == [shown for _, shown in many]


def test_memory_that_was_bounded_before_is_bounded_no_wider(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import resource

    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (5 * MB, 7 * MB))
    monkeypatch.setattr(resource, "setrlimit", lambda _, bounds: asked.append(bounds))
    child_process.bound_memory(100 * MB)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (-1, resource.RLIM_INFINITY))
    child_process.bound_memory(100 * MB)
    assert asked[0] == (7 * MB, 7 * MB)
    assert asked[1][0] > 100 * MB
