"""What a document tells of its making: custom properties, and the hash of what it says."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from openxml_audit import OpenXmlValidator

from pipeline.render import DEFAULT, compile_template
from pipeline.render.package.members import member, write_members
from pipeline.render.package.reading import read_parts
from pipeline.render.package.sealed import content_hash
from tests.unit.pipeline.render.word import part, replaced, template, with_part, write_parts

PLAIN = template("{{ x }}", header="{{ x }}")
ORIGIN = {"title": "Nimi", "paja.version": "1.0", 'a & "b"': "<c>"}


def custom(content: bytes) -> dict[str, str]:
    root = ET.fromstring(part(content, "docProps/custom.xml"))
    assert [each.get("pid") for each in root] == [str(2 + each) for each in range(len(root))]
    return {str(each.get("name")): str(each[0].text) for each in root}


def test_other_names_are_custom_properties_in_the_order_of_names() -> None:
    made = compile_template(PLAIN).render({"x": "a"}, properties=ORIGIN)
    told = custom(made)
    assert list(told) == ['a & "b"', "paja.content", "paja.version"]
    assert told['a & "b"'] == "<c>"
    assert told["paja.content"] == content_hash(read_parts(made, DEFAULT))
    again = compile_template(PLAIN).render(
        {"x": "a"}, properties=dict(reversed(list(ORIGIN.items())))
    )
    assert again == made


def test_core_properties_alone_make_no_custom_part() -> None:
    made = compile_template(PLAIN).render({"x": "a"}, properties={"title": "Nimi"})
    assert "docProps/custom.xml" not in read_parts(made, DEFAULT)
    assert "docProps/custom" not in part(made, "[Content_Types].xml")


def test_the_package_declares_the_custom_part_once(tmp_path: Path) -> None:
    first = compile_template(PLAIN).render({"x": "a"}, properties=ORIGIN)
    made = compile_template(first).render({}, properties={"paja.version": "2.0"})
    assert part(made, "[Content_Types].xml").count("/docProps/custom.xml") == 1
    assert part(made, "_rels/.rels").count("custom-properties") == 1
    assert custom(made)["paja.version"] == "2.0"
    assert list(custom(made)) == ['a & "b"', "paja.content", "paja.version"]
    file = tmp_path / "made.docx"
    file.write_bytes(made)
    errors = OpenXmlValidator(max_errors=0).validate(str(file)).errors
    # The styles are python-docx's own.
    assert [each.part_uri for each in errors if "styles" not in each.description] == []


def test_the_hash_tells_an_edit_of_the_text_and_nothing_else() -> None:
    made = compile_template(PLAIN).render({"x": "teksti"}, properties=ORIGIN)
    told = custom(made)["paja.content"]
    for name in ("word/document.xml", "word/header1.xml"):
        edited = replaced(made, name, "teksti", "muutettu")
        assert content_hash(read_parts(edited, DEFAULT)) != told
    restyled = with_part(made, "word/theme/theme1.xml", b"<x/>")
    assert content_hash(read_parts(restyled, DEFAULT)) == told


def test_the_hash_follows_the_text_alone() -> None:
    compiled = compile_template(PLAIN)
    hashes = [
        custom(compiled.render({"x": x}, properties={"paja.version": version}))["paja.content"]
        for x, version in (("a", "1"), ("a", "2"), ("b", "1"))
    ]
    assert hashes[0] == hashes[1] != hashes[2]


def test_packages_are_written_as_zipfile_writes_them() -> None:
    parts = {"word/ä.xml": b"y" * 10_000, "[Content_Types].xml": b"<x/>", "a/empty": b""}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "word/ä.xml", "a/empty"):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name], compresslevel=3)
    written = write_parts(parts)
    assert written == target.getvalue()
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
    assert write_members([member(name, parts[name]) for name in parts]) == written
