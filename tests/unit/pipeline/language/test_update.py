"""Updating keeps translations, drops what is obsolete, and writes the same bytes each time."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.language import update


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


def test_a_pair_is_one_message_with_a_plural(tmp_path: Path) -> None:
    po = tmp_path / "paja.po"
    words = {"{n} row": "{n} rivi", "{n} rows": "{n} riviä", "a": "ä"}
    update.write(po, update.build("fi", words, words, [("{n} row", "{n} rows")]))
    assert update.read(po) == words
    assert po.read_text(encoding="utf-8").count("msgid_plural") == 1
    compiled = gettext.GNUTranslations(BytesIO(po.with_suffix(".mo").read_bytes()))
    shown = [compiled.ngettext("{n} row", "{n} rows", number) for number in (0, 1, 2)]
    assert shown == ["{n} riviä", "{n} rivi", "{n} riviä"]


def test_the_command_brings_every_language_up_to_date_and_counts_what_is_lacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "xx" / "LC_MESSAGES" / "paja.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "Measures"\nmsgstr "X"\n\nmsgid "gone"\nmsgstr "Y"\n', "utf-8")
    monkeypatch.setattr(update, "LOCALE_FOLDER", tmp_path)
    monkeypatch.setattr(update, "msgids", lambda: frozenset({"Measures", "Risks"}))
    monkeypatch.setattr(update, "plurals", frozenset)
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
