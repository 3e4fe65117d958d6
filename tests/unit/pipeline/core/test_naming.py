"""Names of files: safe on every system, short, and telling documents apart."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.errors import TemplateError
from pipeline.core.naming import NAME_LENGTH, SLUG_LENGTH, file_name, folded, slug

PATTERN = "{date}_{deliverable}_{organisation}_{language}_v{version}"


def name_of(organisation: str = "Esimerkkilä", *, pattern: str = PATTERN) -> str:
    return file_name(
        pattern,
        date=date(2022, 2, 1),
        deliverable="toimenpidesuunnitelma",
        organisation=organisation,
        language="fi",
        version="1.0",
        extension="docx",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Esimerkkilän kaupunki", "esimerkkilan-kaupunki"),
        ("Åbo Öhman & Co. Oy", "abo-ohman-co-oy"),
        ("Café Straße", "cafe-strasse"),
        ("Cafe\u0301", "cafe"),
        ("../../x", "x"),
        ("a/b\\c:d", "a-b-c-d"),
        ("CON", "con-x"),
        ("Nul", "nul-x"),
        ("COM1", "com1-x"),
        ("lpt⁹", "lpt9-x"),
        ("com10", "com10"),
        ("con-x", "con-x"),
        ("İstanbul Łódź", "istanbul-lodz"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_slug_of_names(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_texts_without_latin_letters_stay_apart() -> None:
    slugs = {slug(""), slug("日本"), slug("中国"), slug("…")}
    assert len(slugs) == 4
    assert all(re.fullmatch("x-[0-9a-f]{8}", name) for name in slugs)


def test_long_texts_that_differ_at_the_end_stay_apart() -> None:
    first, second = slug("a" * 300 + "1"), slug("a" * 300 + "2")
    assert first != second
    assert len(first) == len(second) == SLUG_LENGTH


@settings(deadline=None)
@given(st.text())
def test_slug_is_safe_and_idempotent(text: str) -> None:
    name = slug(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= SLUG_LENGTH
    assert slug(name) == name


def test_slug_of_a_lone_surrogate_is_a_name() -> None:
    assert re.fullmatch("x-[0-9a-f]{8}", slug("\ud800"))


def test_file_name_by_the_pattern() -> None:
    expected = "2022-02-01_toimenpidesuunnitelma_esimerkkila_fi_v1-0.docx"
    assert name_of() == expected


def test_parts_without_a_value_are_left_out() -> None:
    name = file_name(
        PATTERN,
        date=None,
        deliverable="plan",
        organisation="Esimerkkilä",
        language="sv",
        version=None,
        extension=".ICS",
    )
    assert name == "plan_esimerkkila_sv.ics"


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("../{organisation}/{language}", "esimerkkila-fi.docx"),
        ("Kutsu {organisation}", "kutsu-esimerkkila.docx"),
        ("_{language}__{organisation}_", "fi_esimerkkila.docx"),
        ("con", "con-x.docx"),
        ("{deliverable}", "toimenpidesuunnitelma.docx"),
    ],
)
def test_a_pattern_gives_a_bare_name(pattern: str, name: str) -> None:
    assert name_of(pattern=pattern) == name


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{organization}", "organization"),
        ("{date!r}", "brace"),
        ("{date:>99}", "brace"),
        ("{date", "brace"),
        ("date}", "brace"),
        ("{organisation.__class__}", "brace"),
        ("{}", "brace"),
        ("", "empty"),
        ("_ _", "empty"),
    ],
)
def test_a_faulty_pattern_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason) as caught:
        name_of(pattern=pattern)
    assert "{organisation}" in str(caught.value.hint)


def test_long_organisations_are_cut_and_stay_apart() -> None:
    first, second = name_of("Pitkä nimi " * 30 + "A"), name_of("Pitkä nimi " * 30 + "B")
    assert first != second
    assert first.startswith("2022-02-01_toimenpidesuunnitelma_pitka-nimi-")
    assert first.endswith("_fi_v1-0.docx")
    assert len(first) <= NAME_LENGTH


def test_a_name_too_long_for_other_reasons_is_cut_as_a_whole() -> None:
    pattern = "{deliverable}_{deliverable}_{deliverable}_{deliverable}_{deliverable}_{organisation}"
    first, second = name_of("Testilä", pattern=pattern), name_of("Koelä", pattern=pattern)
    assert first != second
    assert max(len(first), len(second)) <= NAME_LENGTH
    assert first.endswith(".docx")


@settings(deadline=None)
@given(organisation=st.text(), deliverable=st.text(), version=st.none() | st.text())
def test_any_texts_give_a_safe_bare_name(
    organisation: str, deliverable: str, version: str | None
) -> None:
    name = file_name(
        PATTERN,
        date=date(2021, 10, 19),
        deliverable=deliverable,
        organisation=organisation,
        language="fi",
        version=version,
        extension="docx",
    )
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.docx", name)
    assert len(name.encode()) <= 110


def test_folding_ignores_case_and_the_form_of_letters() -> None:
    assert folded("A.docx") == folded("a.docx")
    assert folded("\u00e9.docx") == folded("E\u0301.docx")
    assert folded("a") != folded("b")


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
