"""The Finnish catalogue is whole and in step with the code, and texts come out translated."""

import gettext
import string
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from pipeline.core.errors import UsageError
from pipeline.core.layout import Sheet, layout
from pipeline.core.text import Text
from pipeline.language import inventory, labels, update
from pipeline.language.catalogue import DOMAIN, LOCALE_FOLDER, translator
from pipeline.language.headers import header_synonyms, header_text, sheet_title
from schemas.academy import AcademySubmission
from schemas.fields import Choice, Gate
from schemas.programme import Language, Programme
from schemas.risks import RiskCategory

FINNISH = LOCALE_FOLDER / "fi" / "LC_MESSAGES" / f"{DOMAIN}.po"


def placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


@pytest.fixture(scope="module")
def wanted() -> frozenset[str]:
    return inventory.msgids()


@pytest.fixture(scope="module")
def finnish() -> dict[str, str]:
    return dict(update.read(FINNISH))


def test_every_text_has_a_finnish_translation(
    wanted: frozenset[str], finnish: dict[str, str]
) -> None:
    assert [text for text in sorted(wanted) if not finnish.get(text, "").strip()] == []


def test_translations_have_the_placeholders_of_their_texts(
    wanted: frozenset[str], finnish: dict[str, str]
) -> None:
    differing = {
        text: finnish[text]
        for text in sorted(wanted & finnish.keys())
        if placeholders(finnish[text]) != placeholders(text)
    }
    assert differing == {}


def test_finnish_has_finnish_quotation_marks_and_the_stops_of_its_texts(
    finnish: dict[str, str],
) -> None:
    assert [text for text in finnish.values() if "“" in text or "  " in text] == []
    assert [
        (text, translation)
        for text, translation in finnish.items()
        if text.endswith((".", ":", "?")) and text[-1] != translation[-1]
    ] == []


def test_the_catalogues_are_in_step_with_the_code(wanted: frozenset[str]) -> None:
    """`make messages` puts this right."""
    for po in LOCALE_FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        catalog = update.build(po.parents[1].name, wanted, update.read(po))
        assert (po.read_bytes(), po.with_suffix(".mo").read_bytes()) == update.rendered(catalog)


def test_a_catalogue_names_no_time_person_or_tool() -> None:
    header = FINNISH.read_text(encoding="utf-8").partition("\n\n")[0]
    assert "fi" in header
    for word in ("Date", "Translator", "Generated", "Babel", "/"):
        assert word not in header.replace("text/plain", "").replace("paja. B", "")


def test_the_inventory_holds_what_a_person_meets_in_a_model() -> None:
    found = inventory.model_texts([AcademySubmission])
    assert "Measures" in found
    assert "What is done, by whom and when." in found
    # In a model in a collection, and in a model in that model.
    assert "Market dialogue on home care" in found
    assert "schedule|when|time" in found


def test_the_inventory_holds_labels_of_choices_and_texts_of_faults(wanted: frozenset[str]) -> None:
    assert Gate.G4.label in wanted
    assert "“{text}” is not one of the choices." in wanted
    assert "There is no language “{language}”." in wanted


def test_literals_are_found_in_both_markers_and_both_branches() -> None:
    source = """
a = msgid("one " "two")
b = core.Text("three {x}", x=Text("four"))
c = Text("five" if a else "six")
d = Text(label), PlainText("seven"), msgid()
"""
    assert set(inventory.literals(source)) == {"one two", "three {x}", "four", "five", "six"}


def test_no_text_of_the_source_is_put_together_before_it_is_translated() -> None:
    assert list(inventory.unreadable('Text(f"{x} y"), msgid("a" + b), Text("c"), Text(d)')) == [
        'f"{x} y"',
        '"a" + b',
    ]
    found = [
        (path.name, argument)
        for path in inventory.sources()
        for argument in inventory.unreadable(path.read_text(encoding="utf-8"))
    ]
    assert found == []


SHEETS = [*layout(AcademySubmission), *layout(Programme)]


@pytest.mark.parametrize("model", [AcademySubmission, Programme])
@pytest.mark.parametrize("language", ["fi", "en"])
def test_sheets_have_names_of_their_own_that_excel_takes_whole(
    model: type[BaseModel], language: str
) -> None:
    titles = [translator(language).text(sheet.title) for sheet in layout(model)]
    assert repeated(titles) == []
    assert [sheet_title(sheet, translator(language)) for sheet in layout(model)] == titles


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_word_heads_two_columns_of_a_sheet(sheet: Sheet, language: str) -> None:
    words = [
        name.strip()
        for column in sheet.columns
        for name in {
            header_text(column, translator(language)).casefold(),
            *(name.casefold() for name in header_synonyms(column, [translator(language)])),
        }
    ]
    assert repeated(words) == []


EXAMPLES = [
    (f"{model.__name__}.{name}", field, example)
    for model in inventory.reachable(labels.MODELS)
    for name, field in model.model_fields.items()
    if (example := inventory.declared(field, "example"))
]


@pytest.mark.parametrize(
    ("field", "example"), [pytest.param(*rest, id=name) for name, *rest in EXAMPLES]
)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_an_example_row_says_is_what_its_field_accepts(
    field: FieldInfo, example: str, language: str
) -> None:
    shown = translator(language).text(example)
    form = create_model("Form", value=(cast("type[object]", field.annotation), field))
    context = {"labels": labels.choice_labels(language)}
    assert form.model_validate({"value": shown}, context=context).model_fields_set == {"value"}


def repeated(words: list[str]) -> list[str]:
    return sorted(word for word, count in Counter(map(str.casefold, words)).items() if count > 1)


def test_a_text_is_translated_with_its_parameters() -> None:
    inner = Text("Measures")
    text = Text("There is no language “{language}”.", language=inner)
    assert translator("fi").text(text) == "Kieltä ”Toimenpiteet” ei ole."
    assert translator("en").text(text) == "There is no language “Measures”."


def test_parameters_that_are_plain_stand_as_they_are() -> None:
    text = Text("There is no language “{language}”.", language="Measures {0} %s")
    assert translator("fi").text(text) == "Kieltä ”Measures {0} %s” ei ole."


def test_a_msgid_alone_is_translated_and_never_filled_in() -> None:
    assert translator("fi").text("Measures") == "Toimenpiteet"
    assert translator("fi").text("not known {here}") == "not known {here}"
    assert translator("fi").text("") == ""


@pytest.mark.parametrize("message", ["{missing} {x}", "{x.y}", "{x:d}", "{", "{}", "{x!z}"])
def test_a_faulty_message_never_raises(message: str) -> None:
    assert translator("fi").text(Text(message, x="value"))


def test_an_unknown_placeholder_stands_as_itself() -> None:
    assert translator("en").text(Text("{missing} and {x}", x="value")) == "{missing} and value"


@given(st.text())
def test_no_message_at_all_raises(message: str) -> None:
    shown = translator("fi").text(Text(message, name="value"))
    assert isinstance(shown, str)


def test_swedish_readers_get_finnish_until_there_is_a_swedish_catalogue() -> None:
    assert translator("sv").language == "fi"
    assert translator("sv").text("Measures") == "Toimenpiteet"


def test_a_translator_is_made_once() -> None:
    assert translator("fi") is translator("fi")
    assert translator("en").language == "en"


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="xx") as caught:
        translator("xx")
    assert "fi" in str(caught.value.hint)


def test_labels_of_choices_read_back_in_both_languages() -> None:
    found = labels.choice_labels()
    assert found["Language"]["suomi"] == "fi"
    assert found["Language"]["Swedish"] == "sv"
    for choice in labels.choices():
        for member in choice:
            for language in ("fi", "en"):
                shown = labels.label(member, language)
                assert choice.parse(shown, found[choice.__name__]) is member


def test_labels_of_the_reader_stand_first() -> None:
    assert next(iter(labels.choice_labels("fi")["Language"])) == "suomi"
    assert next(iter(labels.choice_labels("en")["Language"])) == "Finnish"


def test_a_label_of_each_language() -> None:
    assert labels.label(Language.SV, "fi") == "ruotsi"
    assert labels.label(Language.SV, "en") == "Swedish"


def test_every_choice_of_the_schemas_is_there() -> None:
    assert RiskCategory in labels.choices()
    assert Gate in labels.choices()
    assert all(issubclass(choice, Choice) for choice in labels.choices())


def test_update_keeps_translations_and_drops_obsolete_ones(tmp_path: Path) -> None:
    po = tmp_path / "paja.po"
    update.write(po, update.build("fi", ["b", "{a}"], {"{a}": "ä {a}", "gone": "pois"}))
    assert update.read(po) == {"{a}": "ä {a}"}
    text = po.read_text(encoding="utf-8")
    assert text.index('msgid "b"') < text.index('msgid "{a}"')
    assert "gone" not in text
    first = po.read_bytes(), po.with_suffix(".mo").read_bytes()
    update.write(po, update.build("fi", ["{a}", "b"], update.read(po)))
    assert (po.read_bytes(), po.with_suffix(".mo").read_bytes()) == first


def test_the_command_brings_every_language_up_to_date_and_counts_what_is_lacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "xx" / "LC_MESSAGES" / "paja.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Measures"\nmsgstr "X"\n\nmsgid "gone"\nmsgstr "Y"\n', "utf-8")
    monkeypatch.setattr(update, "LOCALE_FOLDER", tmp_path)
    monkeypatch.setattr(update, "msgids", lambda: frozenset({"Measures", "Risks"}))
    assert update.main() == 1
    assert capsys.readouterr().out == "xx: 2 texts, 1 without a translation\n"
    assert update.read(po) == {"Measures": "X"}
    compiled = gettext.GNUTranslations(BytesIO(po.with_suffix(".mo").read_bytes()))
    assert compiled.gettext("Measures") == "X"
    assert compiled.gettext("Risks") == "Risks"


def test_update_does_not_take_fuzzy_translations(tmp_path: Path) -> None:
    po = tmp_path / "paja.po"
    po.write_text('#, fuzzy\nmsgid "a"\nmsgstr "maybe"\n\nmsgid "b"\nmsgstr "sure"\n', "utf-8")
    assert update.read(po) == {"b": "sure"}
