"""What is fuzzed, by name: where the inputs come from, and how each is judged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hypothesis import strategies as st

from schemas.academy import AcademySubmission
from schemas.programme import Programme
from tests.fuzz import workbooks, yaml_texts
from tests.fuzz.broken_bytes import broken
from tests.fuzz.judging import judge_workbook, judge_yaml
from tests.unit.pipeline.sources.excel.small_form import Record, filled, saved

_ACADEMY = Path(__file__).parents[2] / "examples" / "innovaatio-akatemia"
_SMALL = saved(filled(A4="P1", B4="Sweep", C4="1.3.2022", D4=3))
_WHOLE = (_ACADEMY / "submissions" / "mallivirasto.xlsx").read_bytes()
_SUBMISSION = (_ACADEMY / "submissions" / "keskimaa.yaml").read_bytes()
_PROGRAMME = (_ACADEMY / "programme.yaml").read_bytes()


@dataclass(frozen=True)
class Target:
    """Inputs of one kind, and what must hold of each; `ending` is that of their files."""

    inputs: st.SearchStrategy[bytes]
    judge: Callable[[bytes], None]
    ending: str


def _small(inputs: st.SearchStrategy[bytes]) -> Target:
    return Target(inputs, partial(judge_workbook, model=Record), ".xlsx")


def _whole(inputs: st.SearchStrategy[bytes]) -> Target:
    return Target(inputs, partial(judge_workbook, model=AcademySubmission), ".xlsx")


def _yaml(inputs: st.SearchStrategy[bytes]) -> Target:
    return Target(inputs, partial(judge_yaml, model=AcademySubmission), ".yaml")


TARGETS: Mapping[str, Target] = {
    "odd-workbooks": _small(workbooks.odd_workbooks(_SMALL)),
    "broken-parts": _small(workbooks.broken_workbooks(_SMALL)),
    "broken-package": _small(broken(_SMALL)),
    "whole-odd-workbooks": _whole(workbooks.odd_workbooks(_WHOLE)),
    "whole-broken-parts": _whole(workbooks.broken_workbooks(_WHOLE)),
    "whole-broken-package": _whole(broken(_WHOLE)),
    "broken-yaml": _yaml(yaml_texts.broken_texts(_SUBMISSION)),
    "broken-programme": Target(
        yaml_texts.broken_texts(_PROGRAMME), partial(judge_yaml, model=Programme), ".yaml"
    ),
    "odd-yaml": _yaml(yaml_texts.odd_texts()),
    "endless-yaml": _yaml(yaml_texts.endless_texts()),
}
