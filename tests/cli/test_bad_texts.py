"""Texts that break other programs: printed exactly as written, or refused with their place."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.cli.bad_inputs import (
    TEMPLATES,
    YAML,
    Attempt,
    assert_readable,
    assert_stopped,
    attempt,
    line_of,
    with_part,
    workbook,
    yaml,
)
from tests.cli.conftest import Paja
from tests.documents.test_validity import W, audit, structural_faults

#: One for the name of each measure of both submissions, of which the YAML one has ten.
TEXTS = (
    "Smith & Co <Oy>: a < b, \"lainaus\" ja 'toinen'",
    "</w:t></w:r></w:p><w:p><w:r><w:t>LISÄTTY",
    "<w:p>",
    "<!-- kommentti",
    "<![CDATA[ loppu ]]>",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{_{ b }_} ja {# c #}",
    "{%p if x %} &amp; &lt;",
    "\u202ekäännetty\u202c ja näky\u200bmätön",
)
TITLE = " – ".join(TEXTS[:9])
LINES = "eka\r\ntoka\rkolmas_x000D_\nneljäs"


def in_the_workbook() -> bytes:
    names = {f"measures.name@{row}": text for row, text in enumerate(TEXTS, start=4)}
    return workbook({**names, "plan.title": TITLE, "plan.key_message": LINES})


def in_the_yaml() -> bytes:
    head, measures = YAML.read_text(encoding="utf-8").split("\nmeasures:\n")
    before, plan = head.split("\nplan:\n")
    for key, text in (("title", TITLE), ("key_message", LINES)):
        # A value takes the rest of its line and the lines indented under it.
        found = re.search(rf"(?m)^  {key}:.*\n(    .*\n)*", plan)
        assert found is not None
        plan = plan.replace(found[0], f"  {key}: {json.dumps(text)}\n")
    head = f"{before}\nplan:\n{plan}"
    written = measures.split("    name: ")
    assert len(written) > len(TEXTS)
    for number, each in enumerate(TEXTS, start=1):
        written[number] = json.dumps(each) + "\n" + written[number].partition("\n")[2]
    return f"{head}\nmeasures:\n{'    name: '.join(written)}".encode()


def paragraphs(file: Path) -> list[str]:
    """Return the text of every paragraph of the body, those in tables too."""
    body = Document(str(file)).element.body
    return [
        "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
    ]


def plan_of(tried: Attempt) -> Path:
    (plan,) = (
        path
        for path in tried.made
        if tried.bad in path.parts and "toimenpidesuunnitelma" in path.name
    )
    return plan


@pytest.mark.parametrize(
    ("name", "build", "tenth"),
    [
        ("mallivirasto.xlsx", in_the_workbook, "Toimenpiteet!B13"),
        ("keskimaa.yaml", in_the_yaml, r"\u202ek"),
    ],
)
def test_texts_appear_exactly_as_written_in_valid_documents(
    paja: Paja, tmp_path: Path, name: str, build: Callable[[], bytes], tenth: str
) -> None:
    content = build()
    tried = attempt(paja, tmp_path, content, name=name, templates=TEMPLATES)
    assert (tried.code, tried.errors, tried.drafts) == (0, [], ())
    assert_readable(tried)
    warning = tried.only("CE-05")
    assert warning.place == (tenth if "!" in tenth else f"{line_of(content, tenth)}:11")
    assert "U+202E, at position 1" in warning.message
    plan = plan_of(tried)
    printed = paragraphs(plan)
    for text in (*TEXTS, TITLE, "eka", "toka", "kolmas", "neljäs"):
        assert text in printed, text
    # The last words of the template: nothing after a text was swallowed.
    assert printed[-1].startswith("Palaute saavutettavuudesta: saavutettavuus@example.org.")
    assert Document(str(plan)).core_properties.title == TITLE
    for file in (each for each in tried.made if each.suffix == ".docx"):
        assert audit(file) == [], file.name
        assert structural_faults(file.read_bytes()) == [], file.name


def test_characters_that_word_cannot_hold_are_refused_one_by_one(
    paja: Paja, tmp_path: Path
) -> None:
    texts = {
        "plan.title": ("ab_x0007_", "U+0007 at position 3"),
        "plan.key_message": ("_x0000_a", "U+0000 at position 1"),
        "plan.summary": ("a_x001F_", "U+001F at position 2"),
        "plan.current_state": ("a\n_xFFFE_", "U+FFFE at position 3"),
        "plan.strategy_link": ("a_xD800_b", "U+D800 at position 2"),
        "plan.communication": ("a_x000B_b", "U+000B at position 2"),
        "plan.follow_up": ("a_x000C_b", "U+000C at position 2"),
    }
    bad = workbook({field: text for field, (text, _) in texts.items()})
    tried = attempt(paja, tmp_path, bad, name="mallivirasto.xlsx")
    assert_stopped(tried, *(("CE-01", f"Suunnitelma!B{row}") for row in (2, 4, 5, 6, 7, 8, 9)))
    order = (*list(texts)[:5], "plan.communication", "plan.follow_up")
    for found, field in zip(tried.errors, order, strict=True):
        assert f"The character {texts[field][1]} cannot be stored" in found.message
        assert ("line break" in found.hint) == (field in order[5:])


def test_they_are_refused_in_yaml_too(paja: Paja, tmp_path: Path) -> None:
    escapes = {
        "Aihio": (r"ab\x07", "U+0007 at position 3"),
        "Hankki": (r"\0", "U+0000 at position 1"),
        "Hoiva": (r"a\x0b", "U+000B at position 2"),
        "Kunto": (r"a\f", "U+000C at position 2"),
        "Kehi": (r"\ud800", "U+D800 at position 1"),
        "Talo": (r"aaa\ufffe", "U+FFFE at position 4"),
    }
    text = YAML.read_text(encoding="utf-8")
    lines = [line_of(text.encode(), f"first_name: {name}") for name in escapes]
    for name, (escape, _) in escapes.items():
        text = text.replace(f"first_name: {name}", f'first_name: "{escape}"')
    tried = attempt(paja, tmp_path, text.encode(), name="keskimaa.yaml")
    assert_stopped(tried, *(("CE-01", f"{line}:17") for line in lines))
    for found, (_, said) in zip(tried.errors, escapes.values(), strict=True):
        assert f"The character {said} cannot be stored" in found.message
        assert ("line break" in found.hint) == (said[:6] in {"U+000B", "U+000C"})


@pytest.mark.parametrize(
    ("raw", "code", "said"),
    [("\x07", "FI-21", "U+0007"), ("\x00", "FI-21", "U+0000"), ("\ud800", "FI-20", "UTF-8")],
)
def test_a_raw_control_character_stops_the_yaml_file_at_its_place(
    paja: Paja, tmp_path: Path, raw: str, code: str, said: str
) -> None:
    bad = yaml("case_number: KESHVA/214", f"case_number: ab{raw}")
    tried = attempt(paja, tmp_path, bad, name="keskimaa.yaml")
    assert_stopped(tried, (code, "15:18"))
    assert said in tried.errors[0].message


def test_a_raw_control_character_damages_a_workbook(paja: Paja, tmp_path: Path) -> None:
    bad = with_part("xl/sharedStrings.xml", b">Mallivirasto<", b">Malli\x07<")
    tried = attempt(paja, tmp_path, bad, name="mallivirasto.xlsx")
    assert_stopped(tried, ("FI-05", "xl/sharedStrings.xml"))


def test_texts_that_are_too_long_are_refused_with_both_numbers(paja: Paja, tmp_path: Path) -> None:
    # openpyxl itself would cut these, as it writes them.
    address, title = "Virastonaukio 2, 00000 Esimerkkilä", "MV 2284/02.04.02/2021"
    long = with_part("xl/sharedStrings.xml", address.encode(), b"a" * 1_000_000)
    tried = attempt(paja, tmp_path / "text", long, name="mallivirasto.xlsx")
    assert_stopped(tried, ("CE-02", "Organisaatio!B11"))
    assert "has 1000000 characters; at most 32767 fit" in tried.errors[0].message
    longish = with_part("xl/sharedStrings.xml", title.encode(), b"a" * 300)
    tried = attempt(paja, tmp_path / "title", longish, name="mallivirasto.xlsx")
    assert_stopped(tried, ("CE-02", "Organisaatio!B10"))
    assert "has 300 characters; at most 255 fit" in tried.errors[0].message


def test_texts_that_are_too_long_are_refused_in_yaml_too(paja: Paja, tmp_path: Path) -> None:
    bad = yaml("  case_number: KESHVA/214/02.08.00/2021\n  address: Mallikatu 3, 00000 Keskimaa",
               f"  case_number: {'a' * 256}\n  address: {'a' * 32_768}")  # fmt: skip
    tried = attempt(paja, tmp_path / "text", bad, name="keskimaa.yaml")
    assert_stopped(tried, ("CE-02", "15:16"), ("CE-02", "16:12"))
    assert "32768 characters; at most 32767" in tried.errors[1].message
    huge = yaml("  address: Mallikatu 3", f"  address: {'a' * 1_000_000}")
    tried = attempt(paja, tmp_path / "file", huge, name="keskimaa.yaml")
    assert_stopped(tried, ("FI-28", ""))
    assert "1000000" in tried.errors[0].message
