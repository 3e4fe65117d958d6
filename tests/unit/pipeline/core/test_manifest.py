"""The manifest: the same bytes for the same knowledge, and calm before a damaged file."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.core.errors import EnvironmentFailedError, ExitCode
from pipeline.core.finding import Severity
from pipeline.core.manifest import (
    Manifest,
    ManifestEntry,
    ManifestInput,
    RememberedFile,
    State,
    is_relative_inside,
)

HASH = "a" * 64
OTHER = "b" * 64


def entry(path: str) -> ManifestEntry:
    return ManifestEntry(
        path=path,
        organisation="esimerkkila",
        deliverable="action-plan",
        language="fi",
        state=State.DRAFT,
        sha256=HASH,
        parts_sha256=OTHER,
        inputs=(HASH,),
        template=OTHER,
    )


def whole() -> Manifest:
    return Manifest(
        paja="0.1.0",
        programme="innovaatio-akatemia",
        inputs=(
            ManifestInput(file="ä.xlsx", sha256=HASH),
            ManifestInput(file="programme.yaml", sha256=OTHER),
        ),
        entries=(entry("b/b.docx"), entry("a/ä.docx")),
        remembered=(RememberedFile(path="c.docx", sha256=HASH),),
    )


def test_comes_back_from_its_own_text() -> None:
    assert Manifest.from_json(whole().to_json()) == (whole(), ())


def test_the_text_is_sorted_readable_and_ends_with_a_break() -> None:
    text = whole().to_json().decode("utf-8")
    plain = json.loads(text)
    assert [item["path"] for item in plain["entries"]] == ["a/ä.docx", "b/b.docx"]
    assert [item["file"] for item in plain["inputs"]] == ["programme.yaml", "ä.xlsx"]
    assert list(plain) == sorted(plain)
    assert "ä.docx" in text
    assert text.endswith("}\n")
    assert '\n  "entries": [\n' in text


def test_the_order_of_knowledge_makes_no_difference() -> None:
    turned = Manifest(
        paja="0.1.0",
        programme="innovaatio-akatemia",
        inputs=(*whole().inputs[::-1], whole().inputs[0]),
        entries=whole().entries[::-1],
        remembered=whole().remembered * 2,
    )
    assert turned.to_json() == whole().to_json()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"name": "a web page", "icons": []}',
        b'{"format": 0}',
        b'{"format": 1, "entries": [{"path": "a.docx"}]}',
        whole().to_json()[:-40],
        whole().to_json().replace(b"a/", b"../"),
        whole().to_json().replace(HASH.encode(), b"A" * 64),
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_as_none_with_a_warning(content: bytes) -> None:
    known, findings = Manifest.from_json(content)
    assert known == Manifest()
    assert [(found.code, found.severity) for found in findings] == [("OUT-02", Severity.WARNING)]
    assert findings[0].location.file == "manifest.json"


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    known, findings = Manifest.from_json(content)
    assert (known == Manifest()) == bool(findings)


def test_a_newer_form_is_not_touched() -> None:
    with pytest.raises(EnvironmentFailedError, match="99") as caught:
        Manifest.from_json(b'{"format": 99, "entries": "of another shape"}')
    assert caught.value.exit_code is ExitCode.ENVIRONMENT
    assert caught.value.hint is not None


def test_unknown_keys_of_the_same_form_are_passed_over() -> None:
    known, findings = Manifest.from_json(b'{"format": 1, "note": 1}')
    assert (known, findings) == (Manifest(), ())


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/a",
        "a/../b",
        "../a",
        "a//b",
        "./a",
        "a/",
        "a\\b",
        "C:a",
        "a\nb",
        "a*",
        "a\0",
    ],
)
def test_paths_that_lead_elsewhere_are_refused(path: str) -> None:
    assert not is_relative_inside(path)
    with pytest.raises(ValidationError):
        RememberedFile(path=path, sha256=HASH)


@pytest.mark.parametrize("path", ["a", "a/b.docx", "_organisers/x_v1-0.docx", "å/ö.docx"])
def test_ordinary_paths_are_fine(path: str) -> None:
    assert is_relative_inside(path)
