"""What is asked of every input, however odd: an answer in words, in time, and no exception."""

import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

from pydantic import BaseModel

from pipeline.core.record import RawRecord
from pipeline.language.catalogue import translator
from pipeline.language.labels import choice_labels
from pipeline.report.findings_json import validation_json
from pipeline.sources.binding import bind
from pipeline.sources.excel import read_workbook
from pipeline.sources.yaml import read_yaml
from tests.effort import at_most

#: What reading or refusing a file may cost, in times of the known work: some five seconds.
WORK = 300
#: Seconds after which the alarm goes off.
SECONDS = 10
MEMORY = 512_000_000
_WINDOW = (date(2021, 10, 1), date(2022, 3, 31))
#: What stands in words only when words have failed.
_TRACES = ("Traceback", "openpyxl", "pydantic", "ruamel", "object at 0x")


class TooSlowError(BaseException):
    """An input took longer than it may; no reader may catch this."""


def judge_workbook(content: bytes, model: type[BaseModel]) -> None:
    """Read the bytes as a workbook of a model, bind them, and put all findings into words."""
    with at_most(WORK):
        _judge(read_workbook(content, "fuzz.xlsx", model, language="fi"), model)


def judge_yaml(content: bytes, model: type[BaseModel]) -> None:
    """Read the bytes as YAML of a model, bind them, and put all findings into words."""
    with at_most(WORK):
        _judge(read_yaml(content, "fuzz.yaml", model), model)


def _judge(record: RawRecord, model: type[BaseModel]) -> None:
    bound = bind(record, model, window=_WINDOW, labels=choice_labels("fi"))
    shown = validation_json(bound.findings, [], translator("fi"))
    # An answer: values that were read, or a reason why there are none.
    assert bound.model is not None or bound.findings
    for finding in bound.findings:
        words = translator("fi").text(finding.message)
        assert not [trace for trace in _TRACES if trace in words], words
    shown.encode()


def limit_process(told: Callable[[], None]) -> None:
    """Limit this process: its memory, and by an alarm the time since the last `restart_alarm`.

    `told` is called when the alarm goes off, before the exception. Only where signals and
    limits are POSIX; elsewhere nothing happens.
    """
    if sys.platform == "win32":
        return
    import resource

    def ring(_number: int, _frame: FrameType | None) -> None:
        told()
        raise TooSlowError

    signal.signal(signal.SIGVTALRM, ring)
    resident = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    most = resident + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def restart_alarm() -> None:
    """Give the next input its whole time."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
