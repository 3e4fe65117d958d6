"""`.paja.toml`: its waivers with their lines, and every fault of the file with its place."""

import pytest

from pipeline.checks.waiving.settings import Settings, read_settings
from pipeline.core.finding import Severity

SOUND = """
# What we have agreed on.
[[templates.waivers]]
code = "TE-33"
reason = "Kaksi kuvaa vierekkäin"

[[ templates . waivers ]]
code = "TE-31"
file = "kutsu/*.docx"
where = " Liite "
reason = "Lyhyt"
"""


def read(text: str | bytes) -> Settings:
    return read_settings(text if isinstance(text, bytes) else text.encode(), ".paja.toml")


def test_waivers_come_with_the_lines_on_which_they_begin() -> None:
    settings = read(SOUND)
    assert settings.findings == []
    told = [(each.code, each.file, each.where, each.reason, each.place.line)
            for each in settings.waivers]  # fmt: skip
    assert told == [
        ("TE-33", None, None, "Kaksi kuvaa vierekkäin", 3),
        ("TE-31", "kutsu/*.docx", "Liite", "Lyhyt", 7),
    ]
    assert {each.place.file for each in settings.waivers} == {".paja.toml"}


@pytest.mark.parametrize("text", ["", "\ufeff# tyhjä\n", "[templates]\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert read(text) == Settings()


def test_a_waiver_without_a_reason_is_left_for_the_check_to_tell() -> None:
    (waiver,) = read('[[templates.waivers]]\ncode = "TE-33"\nreason = " "\n').waivers
    assert waiver.reason is None


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("[[templates.waivers]]\ncode = TE-33\n", ".paja.toml[2:8]", "cannot be read as TOML"),
        ("[[templates.waivers]\n", ".paja.toml[1:20]", "cannot be read as TOML"),
        ('code = "a', ".paja.toml", "cannot be read as TOML"),
        ("a = " + "[" * 50_000, ".paja.toml", "cannot be read as TOML"),
        (b"a = '\xff'", ".paja.toml", "not written in UTF-8"),
        ("#" * 200_001, ".paja.toml", "longer than 200000 bytes"),
        ("[template]\n", ".paja.toml", "no key “template”"),
        ("[templates]\nwaiver = []\n", ".paja.toml", "no key “waiver”"),
        ("templates = 1\n", ".paja.toml", "value of templates is"),
        ("[templates]\nwaivers = 'TE-33'\n", ".paja.toml", "value of templates.waivers is"),
        ("[templates]\nwaivers = ['TE-33']\n", ".paja.toml", "value of templates.waivers is"),
        ("\n[[templates.waivers]]\nreason = 'a'\n", ".paja.toml[2]", "which code"),
        ("[[templates.waivers]]\ncode='TE-33'\nwhy='a'\n", ".paja.toml[1]", "no key “why”"),
        ("[[templates.waivers]]\ncode='TE-33'\nreason=1\n", ".paja.toml[1]", "value of reason is"),
    ],
)  # fmt: skip
def test_each_fault_is_an_error_with_its_place_and_a_hint(
    text: str | bytes, place: str, says: str
) -> None:
    (found,) = read(text).findings
    assert (found.code, found.severity) == ("TE-91", Severity.ERROR)
    assert str(found.location) == place
    assert says in str(found.message)
    assert found.hint is not None


def test_a_faulty_waiver_does_not_hide_the_others() -> None:
    settings = read("[[templates.waivers]]\nreason = 'a'\n" + SOUND)
    assert [each.code for each in settings.waivers] == ["TE-33", "TE-31"]
    assert [each.place.line for each in settings.waivers] == [5, 9]
