"""The process of the templates: it does what is asked, and what is too much ends with it alone."""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from pipeline.app import child_process, processes
from pipeline.app import worker as parent
from pipeline.app import worker_process as child
from pipeline.app.processes import ChildBugError, WorkLimits
from pipeline.app.worker import Worker
from pipeline.core.errors import EnvironmentFailedError, TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import template

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes safely")
CONTENT = template("{{ x }}", "{{ gap }}", "{{ n|number }}")
CONTEXT = {"x": "Nimi & <b>", "gap": Gap("Täydennettävä: nimi"), "n": Decimal("1.5")}
MB = 1_000_000
MAY_COPY = processes.may_copy  # as it is before the suite replaces it


@dataclass(frozen=True, slots=True)
class Acting:
    """Stands for a compiled template whose rendering does what it should not."""

    act: Callable[[], object]

    def render(
        self, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
    ) -> bytes:
        if "act" in context:
            self.act()
        return b"made" + repr(properties).encode()


@pytest.fixture(params=[pytest.param(True, marks=LINUX), False], ids=["copied", "fresh"])
def worker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """Give a worker whose process begins either way."""
    monkeypatch.setattr(processes, "may_copy", lambda: request.param)
    with Worker() as made:
        yield made


def acting(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], limits: WorkLimits | None = None
) -> Worker:
    """Return a worker in whose process the template does this; a copied process knows of it."""
    monkeypatch.setattr(processes, "may_copy", lambda: True)
    monkeypatch.setattr(child, "compile_template", lambda _content, **_options: Acting(act))
    monkeypatch.setattr("pipeline.render.shows_gap", lambda _document: False)
    return Worker(limits or WorkLimits())


def compiled(worker: Worker) -> parent.WorkedTemplate:
    return worker.compile(CONTENT, language="fi", accent="1F4E79")


def test_a_worker_makes_what_the_engine_makes(worker: Worker) -> None:
    own = compile_template(CONTENT).render(CONTEXT, properties={"title": "Otsikko"})
    assert compiled(worker).render(CONTEXT, properties={"title": "Otsikko"}) == own
    swedish = worker.compile(CONTENT, language="sv", accent="1F4E79")
    assert swedish.render(CONTEXT) == compile_template(CONTENT, language="sv").render(CONTEXT)


def test_errors_come_whole_with_those_beside_them(worker: Worker) -> None:
    content = template("{{ x|puuttuu }}", "{{ y.__class__ }}", "{% include 'a' %}")
    with pytest.raises(TemplateError) as own:
        compile_template(content)
    with pytest.raises(TemplateError) as far:
        worker.compile(content, language="fi", accent="1F4E79")
    told = [(each.message, each.hint, each.location) for each in own.value.others]
    assert [(each.message, each.hint, each.location) for each in far.value.others] == told
    assert len(told) == 2
    with pytest.raises(TemplateError, match="the name gap, which does not exist"):
        compiled(worker).render({"x": "a"})
    assert compiled(worker).render(CONTEXT)


def test_an_error_is_the_same_when_it_has_been_sent() -> None:
    other = TemplateError(Text("other"), location=Location(part="b", paragraph=2))
    fault = TemplateError(
        Text("{a} and {b}", a=1, b=Text("c")), hint=Text("do"), location=Location(part="a")
    )
    sent = pickle.loads(pickle.dumps(TemplateError.first_of((fault, other))))  # noqa: S301 - our own
    assert (sent.message, sent.hint, sent.location) == (fault.message, fault.hint, fault.location)
    assert [each.location for each in sent.others] == [other.location]
    assert str(sent) == "1 and c"


@LINUX
def test_what_lasts_too_long_is_ended_and_the_next_document_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with acting(monkeypatch, lambda: time.sleep(600), WorkLimits(seconds=1)) as worker:
        made = compiled(worker)
        with pytest.raises(TemplateError, match="longer than 1 seconds") as caught:
            made.render({"act": 1})
        assert "--time-limit" in str(caught.value.hint)
        assert made.render({}, properties={"a": "b"}) == b"made{'a': 'b'}"


@LINUX
def test_a_template_that_fills_the_memory_is_refused_and_the_next_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = WorkLimits(memory=200 * MB)
    with acting(monkeypatch, lambda: bytearray(300 * MB), limits) as worker:
        made = compiled(worker)
        with pytest.raises(TemplateError, match="more than 200 MB") as caught:
            made.render({"act": 1})
        assert "--memory-limit" in str(caught.value.hint)
        assert made.render({})
    with acting(monkeypatch, lambda: bytearray(300 * MB), WorkLimits(memory=400 * MB)) as worker:
        assert compiled(worker).render({"act": 1})


@LINUX
def test_a_process_that_dies_is_replaced_once_and_then_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deaths = tmp_path / "deaths"
    deaths.write_text("")

    def die() -> None:
        deaths.write_text(deaths.read_text() + "x")
        os.kill(os.getpid(), signal.SIGKILL)

    def die_once() -> None:
        if deaths.read_text() == "xx":
            die()

    with acting(monkeypatch, die) as worker:
        made = compiled(worker)
        with pytest.raises(TemplateError, match="ended twice"):
            made.render({"act": 1})
        assert deaths.read_text() == "xx"
        assert made.render({})
    with acting(monkeypatch, die_once) as worker:
        assert compiled(worker).render({"act": 1})
    assert deaths.read_text() == "xxx"


@LINUX
def test_a_fault_of_our_own_is_none_of_the_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble() -> None:
        raise KeyError("salaisuus")

    with acting(monkeypatch, stumble) as worker:
        made = compiled(worker)
        with pytest.raises(ChildBugError, match="KeyError") as caught:
            made.render({"act": 1})
    assert "in stumble" in caught.value.frames
    assert "ValueError" not in caught.value.frames
    assert "salaisuus" not in str(caught.value)


@LINUX
def test_leaving_ends_the_process_also_in_the_middle_of_a_document(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "process"

    def work() -> None:
        told.write_text(str(os.getpid()))
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(600)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with acting(monkeypatch, work) as worker, pytest.raises(KeyboardInterrupt):
            compiled(worker).render({"act": 1})
    finally:
        signal.signal(signal.SIGINT, before)
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)


@LINUX
def test_the_process_ends_by_itself_when_its_parent_is_gone_and_holds_none_of_its_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "told"

    def tell() -> None:
        files = [os.path.realpath(each) for each in Path("/proc/self/fd").iterdir()]
        alarm = signal.alarm(0)
        told.write_text("\n".join([str(alarm), *files]), encoding="utf-8")

    lock = tmp_path / "lock"
    with lock.open("w"), acting(monkeypatch, tell, WorkLimits(seconds=100)) as worker:
        compiled(worker).render({"act": 1})
    alarm, *files = told.read_text(encoding="utf-8").splitlines()
    assert 100 < int(alarm) <= 102
    assert len(files) >= 3
    assert os.path.realpath(lock) not in files


def test_a_process_is_copied_only_where_no_other_thread_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not MAY_COPY()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert MAY_COPY() == (sys.platform == "linux")


@LINUX
def test_only_one_process_serves_a_run_and_none_before_it_is_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "processes"
    told.write_text("")

    def tell() -> None:
        told.write_text(f"{told.read_text()}{os.getpid()} ")

    with acting(monkeypatch, tell) as worker:
        assert worker._child is None
        for _ in range(3):
            compiled(worker).render({"act": 1})
    assert len(set(told.read_text().split())) == 1
    assert str(os.getpid()) not in told.read_text().split()


def test_a_function_is_called_in_the_workers_process(worker: Worker) -> None:
    assert worker.call(divmod, 7, 2) == (3, 1)
    assert worker.call(os.getpid) != os.getpid()
    with pytest.raises(TemplateError, match="not a whole Word document"):
        worker.call(compile_template, b"", language="fi")


def foreseen(worker: Worker, content: bytes = CONTENT) -> None:
    worker.foresee(content, language="fi", accent="1F4E79")


def test_a_template_that_was_foreseen_is_compiled_once_and_renders_as_ever(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    foreseen(worker)
    assert worker._child is not None
    send = worker._child.connection.send

    def noted(_: object, order: object) -> None:
        sent.append(order)
        send(order)

    monkeypatch.setattr(type(worker._child.connection), "send", noted)
    assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)
    assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)
    assert [type(each).__name__ for each in sent] == ["RenderOrder", "RenderOrder"]


def test_a_template_that_was_foreseen_in_vain_keeps_nothing_waiting(worker: Worker) -> None:
    foreseen(worker, template("{{ muu }}"))
    assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)
    foreseen(worker)
    assert worker.call(divmod, 7, 2) == (3, 1)


def test_what_is_wrong_with_a_foreseen_template_is_told_when_it_is_wanted(worker: Worker) -> None:
    faulty = template("{{ x|puuttuu }}")
    foreseen(worker, faulty)
    for _ in range(2):
        with pytest.raises(TemplateError, match="puuttuu"):
            worker.compile(faulty, language="fi", accent="1F4E79").render(CONTEXT)
    assert compiled(worker).render(CONTEXT)


@LINUX
def test_a_foreseen_template_that_lasts_too_long_is_tried_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "tries"
    told.write_text("")

    def compile_slowly(*_: object, **__: object) -> None:
        told.write_text(told.read_text() + "x")
        time.sleep(600)

    monkeypatch.setattr(processes, "may_copy", lambda: True)
    monkeypatch.setattr(child, "compile_template", compile_slowly)
    with Worker(WorkLimits(seconds=1)) as worker:
        foreseen(worker)
        for _ in range(2):
            with pytest.raises(TemplateError, match="longer than 1 seconds"):
                compiled(worker).render(CONTEXT)
    assert told.read_text() == "x"


@LINUX
def test_a_process_that_died_over_a_foreseen_template_gives_way_to_another() -> None:
    with Worker() as worker:
        foreseen(worker)
        assert worker._child is not None
        worker._child.process.kill()
        assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)
        assert worker._child is not None
        worker._child.process.kill()
        worker._child.process.join()
        foreseen(worker)
        foreseen(worker)
        assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)


def test_two_foreseen_templates_do_not_take_each_others_answers(worker: Worker) -> None:
    foreseen(worker, template("{{ x|puuttuu }}"))
    foreseen(worker, template("toinen"))
    foreseen(worker)
    assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)
    other = worker.compile(template("toinen"), language="fi", accent="1F4E79")
    assert other.render(CONTEXT) == compile_template(template("toinen")).render(CONTEXT)


@LINUX
@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda: time.sleep(600), "longer than 1 seconds"),
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "ended twice"),
    ],
    ids=["lasting", "deadly"],
)
def test_a_foreseen_template_asked_for_late_has_no_more_tries_than_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, act: Callable[[], object], said: str
) -> None:
    told = tmp_path / "tries"
    told.write_text("")

    def compile_badly(*_: object, **__: object) -> None:
        told.write_text(told.read_text() + "x")
        act()

    monkeypatch.setattr(processes, "may_copy", lambda: True)
    monkeypatch.setattr(child, "compile_template", compile_badly)
    with Worker(WorkLimits(seconds=1)) as worker:
        foreseen(worker)
        assert worker._child is not None
        worker._child.process.join()  # by its own alarm, or at once
        with pytest.raises(TemplateError, match=said):
            compiled(worker).render(CONTEXT)
    assert told.read_text() == ("x" if "longer" in said else "xx")


@LINUX
def test_a_fault_of_our_own_in_a_foreseen_template_is_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumble(content: bytes, *, language: str, accent: str) -> object:
        if content != CONTENT:
            raise KeyError("salaisuus")
        return compile_template(content, language=language, accent=accent)

    monkeypatch.setattr(processes, "may_copy", lambda: True)
    monkeypatch.setattr(child, "compile_template", stumble)
    with Worker() as worker:
        foreseen(worker, template("toinen"))
        assert compiled(worker).render(CONTEXT)
        with pytest.raises(ChildBugError, match="KeyError"):
            worker.compile(template("toinen"), language="fi", accent="1F4E79")


@LINUX
def test_where_the_system_allows_no_process_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(processes, "may_copy", lambda: True)
    monkeypatch.setattr(os, "fork", refuse)
    with Worker() as worker, pytest.raises(EnvironmentFailedError, match="no more processes"):
        compiled(worker)


@LINUX
def test_the_time_of_a_template_begins_when_its_process_is_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def settle_slowly(connection: Connection, *, is_copy: bool) -> None:
        time.sleep(2)
        child_process.settle_in(connection, is_copy=is_copy)

    monkeypatch.setattr(processes, "may_copy", lambda: True)
    monkeypatch.setattr(child, "settle_in", settle_slowly)
    with Worker(WorkLimits(seconds=1)) as worker:
        assert compiled(worker).render(CONTEXT) == compile_template(CONTENT).render(CONTEXT)
