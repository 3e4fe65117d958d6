"""Every code that findings carry has an explanation, and wrong codes get the nearest ones."""

import re
from pathlib import Path

import pytest

import pipeline
import schemas
from pipeline.app.explaining import all_codes, explain, rules
from pipeline.core.codes import CODES
from pipeline.core.errors import UsageError
from pipeline.core.finding import Severity
from pipeline.language.catalogue import translator
from pipeline.report.explanations import explanation_text
from pipeline.rules.community.registry import COMMUNITY_RULES
from pipeline.rules.registry import PROGRAMME_RULES, RULES
from schemas.fields import FAULTS, Gate

_CODE = re.compile(r'"((?:FI|HE|CE|IN|YL|IA|YI|PR|TE|OUT|EN)-\d{2})"')
#: Explained for who asks by the number of the rule; its findings carry another code.
_TOLD_ELSEWHERE = {"YL-12"}


def _in_the_source() -> set[str]:
    """Return the codes that stand in the source, those of explanations and examples left out."""
    packages = [Path(folder) for each in (pipeline, schemas) for folder in each.__path__]
    files = [file for folder in packages for file in folder.rglob("*.py")]
    explaining = {"codes", "locale"}
    return {
        code
        for file in files
        if explaining.isdisjoint(file.parts)
        for code in _CODE.findall(file.read_text(encoding="utf-8"))
    }


def test_every_code_of_the_source_has_an_explanation_and_every_explanation_a_code() -> None:
    assert len(_in_the_source()) > 90
    assert _in_the_source() == set(all_codes()) - _TOLD_ELSEWHERE


def test_every_fault_of_a_value_has_an_explanation() -> None:
    assert {fault.code for fault in FAULTS.values()} <= set(all_codes())


def test_no_code_of_a_rule_is_explained_twice() -> None:
    assert set(CODES).isdisjoint({*RULES, *PROGRAMME_RULES, *COMMUNITY_RULES})


@pytest.mark.parametrize("code", all_codes())
@pytest.mark.parametrize("language", ["fi", "en"])
def test_an_explanation_says_what_is_wanted_and_shows_what_is_noticed_and_mended(
    code: str, language: str
) -> None:
    told = explain(code)

    text = explanation_text(told, translator(language))

    assert told.code == code
    assert all(about.endswith(".") for about in told.abouts)
    assert told.examples
    assert all(each.wrong and each.right and each.wrong != each.right for each in told.examples)
    assert text.startswith(f"{code}\n")
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("written", ["ia-1", "IA 01", " ia1 ", "IA–1", "Ia-001"])
def test_a_code_is_known_however_it_is_written(written: str) -> None:
    assert explain(written).code == "IA-01"


def test_an_unknown_code_gets_the_nearest_ones() -> None:
    with pytest.raises(UsageError) as caught:
        explain("IA-32")

    assert "IA-22" in str(caught.value.hint)


def test_what_is_like_no_code_gets_told_what_a_code_is_like() -> None:
    with pytest.raises(UsageError) as caught:
        explain("hankinta")

    assert "IA-12" in str(caught.value.hint)


def test_the_severities_are_those_of_each_kind_of_file() -> None:
    told = explain("YL-10")

    grades = {grade.file: dict(grade.severities) for grade in told.grades}
    assert grades["programme"] == {Gate.G1: Severity.ERROR}
    assert grades["submission"][Gate.G0] is Severity.WARNING


def test_rules_of_one_programme_have_its_gates_only() -> None:
    for rule in rules():
        gates = {gate.process for grade in rule.grades for gate, _ in grade.severities}
        if rule.code.startswith("IA"):
            assert (rule.programmes, gates) == (("innovaatio-akatemia",), {"G"})
        if rule.code.startswith("YI"):
            assert (rule.programmes, gates) == (("yhteisollinen-innovointi",), {"P"})


def test_only_what_people_may_know_better_can_be_accepted() -> None:
    accepted = {rule.code for rule in rules() if rule.may_be_acknowledged}

    assert {"YL-09", "YL-14", "IA-14", "IA-19"} <= accepted
    assert accepted.isdisjoint({"YL-02", "YL-03", "YL-17", "IA-12", "IA-22", "PR-01"})
