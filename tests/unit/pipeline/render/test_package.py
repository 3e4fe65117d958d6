"""Rendered packages: the same bytes, one core part, contents, colours and language."""

import io
import os
import subprocess
import sys
import zipfile

import pytest
from docx import Document

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template, shows_gap
from pipeline.render.package.reading import read_parts
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import (
    part,
    rendered,
    replaced,
    saved,
    template,
    texts,
    write_parts,
)


def test_the_same_input_gives_the_same_bytes() -> None:
    content = template("{{ x }}", header="{{ x }}")
    first = rendered(content, {"x": "a"})
    assert rendered(content, {"x": "a"}) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        members = archive.infolist()
    assert members[0].filename == "[Content_Types].xml"
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert len({member.filename for member in members}) == len(members)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_bytes_under_another_hash_seed_and_time_zone(seed: str) -> None:
    code = (
        "import sys, hashlib; from pipeline.render import compile_template;"
        "made = compile_template(sys.stdin.buffer.read())"
        ".render({'x': 'a', 'y': 'b\\n- c'}, properties={'title': 't', 'author': 'o'});"
        "print(hashlib.sha256(made).hexdigest())"
    )
    content = template("{{ x }}", "{{p y|paragraphs }}")
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=content,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": each, "TZ": zone},
        ).stdout
        for each, zone in ((seed, "Asia/Tokyo"), ("99", "America/New_York"))
    }
    assert len(digests) == 1


def test_one_core_part_even_if_the_template_names_it_otherwise() -> None:
    odd = replaced(
        template("x"),
        "_rels/.rels",
        "package/2006/relationships/metadata/core-properties",
        "officedocument/2006/relationships/metadata/core-properties",
    )
    made = compile_template(odd).render({}, properties={"title": "Nimi"})
    relations = part(made, "_rels/.rels")
    assert relations.count("core-properties") == 1
    assert Document(io.BytesIO(made)).core_properties.title == "Nimi"


def test_the_contents_list_links_to_each_first_level_heading() -> None:
    document = Document()
    document.add_paragraph("{{p contents }}")
    document.add_heading("Alku & {{ x }}", 1)
    document.add_heading("Ala", 2)
    document.add_paragraph("{%p if x %}")
    document.add_heading("Loppu", 1)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if not x %}")
    document.add_heading("Ei tule", 1)
    document.add_paragraph("{%p endif %}")
    made = rendered(saved(document), {"x": "a < b"})
    xml = part(made, "word/document.xml")
    assert texts(made)[:2] == ["Alku & a < b", "Loppu"]
    for number in (1, 2):
        assert f'w:anchor="_paja_{number}"' in xml
        assert xml.count(f'w:name="_paja_{number}"') == 1
    assert "_paja_3" not in xml
    assert "paja-contents" not in xml


def test_the_accent_and_the_language_are_the_documents_own() -> None:
    document = Document()
    run = document.add_paragraph().add_run("x")
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    content = saved(document)
    made = compile_template(content, accent="#7A3600", language="sv").render({})
    assert 'w:val="7A3600"' in part(made, "word/document.xml")
    assert "1F4E79" not in part(made, "word/document.xml")
    assert 'w:val="sv-FI"' in part(made, "word/styles.xml")
    same = compile_template(content).render({})
    assert 'w:val="1F4E79"' in part(same, "word/document.xml")


def test_parts_are_read_and_written_back_as_they_were() -> None:
    from pipeline.render import DEFAULT

    parts = read_parts(template("x"), DEFAULT)
    assert read_parts(write_parts(parts), DEFAULT) == parts


@pytest.mark.parametrize("lost", ["word/document.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_package_that_is_no_word_document_is_refused(lost: str) -> None:
    with zipfile.ZipFile(io.BytesIO(template("x"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != lost}
    with pytest.raises(TemplateError, match="not a whole Word document"):
        compile_template(write_parts(parts))


def test_a_document_tells_whether_it_shows_a_gap() -> None:
    for content in (template("{{ x }}"), template("y", header="{{ x }}")):
        assert shows_gap(rendered(content, {"x": Gap("Täydennettävä: nimi")}))
        assert not shows_gap(rendered(content, {"x": "Täydennettävä: nimi"}))
