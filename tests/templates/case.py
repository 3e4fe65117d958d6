"""Template cases: textual specs of small templates, and what the checks are to say of them.

A spec is YAML: `body` lists paragraphs, as texts, and `{heading: …}`, `{table: [[…], …]}` (with
`header: false` for one without a header row), `{picture: alternative text}`, `{hidden: text}`,
`{deleted: text}` for a tracked deletion, and `{xml: …}` for what is written in Word's own XML, with
the prefixes w, r, wp, a, wps, mc and v; `parts` are further parts of the package by name, `replace`
maps a part's name to `[old, new]`; `header` is the text of the header, `properties` core
properties; `language: none` takes the language away, and `rsids: true` leaves Word's own marks of
editing; `house: true` has the template keep to the house style that it is built from; `sv` is the
template in the other language, for what the two are to share.

`context` is `sample` (the default) or the name of a context of paja. `expect` lists the findings of
the code that the folder bears: `at` is the place as findings name it, `file` the file if it is not
x.docx, `says` a part of the message, `hint` a part of the hint; `also` lists codes that come beside
it.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import yaml
from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree
from pydantic import BaseModel

from pipeline.checks.coverage import COVERAGE, coverage, fields_used
from pipeline.checks.parity import PARITY, contents_of, parity
from pipeline.checks.quality.house import house_style_of
from pipeline.checks.template import check_template
from pipeline.contexts.models import context_model
from pipeline.core.finding import Finding
from pipeline.render.inspecting import package_parts
from tests.templates.sample import SampleContext

#: Codes that the proof by rendering finds.
PROVED: Final = frozenset({"TE-20", "TE-21"})
#: Codes of names and types: where they have nothing to say, the document can be made.
NOTED: Final = frozenset(f"TE-{number}" for number in range(10, 20))
FOLDER: Final = Path(__file__).parent
_OFFICE: Final = "http://schemas.openxmlformats.org"
_DECLARED: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_UNUSED: Final = ("/thumbnail", "/customXml", "/stylesWithEffects", "/theme", "/webSettings")
_PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


@dataclass(frozen=True)
class Case:
    """One spec and the code that its folder bears."""

    path: Path
    code: str

    @cached_property
    def spec(self) -> dict[str, object]:
        """Return what the file says."""
        loaded = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        assert isinstance(loaded, dict)
        return loaded

    @property
    def expected(self) -> list[Mapping[str, str]]:
        """Return the findings that are to be made."""
        expected = self.spec.get("expect", [])
        assert isinstance(expected, list)
        return expected

    @property
    def model(self) -> type[BaseModel]:
        """Return the type of the context."""
        name = str(self.spec.get("context", "sample"))
        model = SampleContext if name == "sample" else context_model(name)
        assert model is not None
        return model

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the checks say of the template; the proof looks at names that are sound."""
        if self.code == PARITY:
            other = self.spec["sv"]
            assert isinstance(other, dict)
            finnish, swedish = built(self.spec), built(other)
            contents = contents_of(finnish, file="fi.docx"), contents_of(swedish, file="x.docx")
            return tuple(parity(contents))
        if self.code == COVERAGE:
            used = fields_used(built(self.spec), self.model)
            return tuple(coverage("x.docx", [self.model], used))
        proof = self.code in PROVED or (not self.expected and self.code in NOTED)
        house = house_style_of(package_parts(_base())) if self.spec.get("house") else None
        return check_template(built(self.spec), self.model, file="x.docx", proof=proof, house=house)


def cases(kind: str) -> list[Case]:
    """Return all cases that must pass, or that must fail."""
    files = sorted(FOLDER.glob(f"*/{kind}/*.yaml"))
    return [Case(path, path.parent.parent.name) for path in files]


def built(spec: Mapping[str, object]) -> bytes:
    """Return the .docx of a spec."""
    document = _plain()
    body = spec["body"]
    assert isinstance(body, list)
    for block in body:
        _add(document, block)
    if "header" in spec:
        document.sections[0].header.paragraphs[0].text = str(spec["header"])
    properties = spec.get("properties", {})
    assert isinstance(properties, dict)
    if not spec.get("rsids"):
        _without(document.settings.element, "w:rsids")
        _without_marks(document.element)
    if spec.get("language") == "none":
        _without(document.styles.element, "w:lang")
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    target = io.BytesIO()
    document.save(target)
    return _repacked(target.getvalue(), spec)


def _repacked(content: bytes, spec: Mapping[str, object]) -> bytes:
    """Return a package with the further parts and the replaced words of a spec."""
    added, replaced = spec.get("parts", {}), spec.get("replace", {})
    assert isinstance(added, dict)
    assert isinstance(replaced, dict)
    if not added and not replaced:
        return content
    target = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in [replaced[name]] if name in replaced else []:
                assert before.encode() in data, (name, before)
                data = data.replace(before.encode(), after.encode(), 1)
            new.writestr(name, data)
        for name, data in added.items():
            new.writestr(name, data)
    return target.getvalue()


def _add(document: Word, block: object) -> None:
    match block:
        case {"heading": text, **rest}:
            document.add_heading(str(text), int(str(rest.get("level", 1))))
        case {"table": rows, **rest}:
            texts = [[str(cell) for cell in row] for row in rows]
            _add_table(document, texts, header=bool(rest.get("header", True)))
        case {"hidden": text}:
            document.add_paragraph().add_run(str(text)).font.hidden = True
        case {"deleted": text}:
            document.add_paragraph()._p.append(_deletion(str(text)))
        case {"xml": xml}:
            document.element.body.insert_element_before(
                parse_xml(f"<w:body {_DECLARED}>{xml}</w:body>")[0], "w:sectPr"
            )
        case {"picture": alternative}:
            document.add_picture(io.BytesIO(_PIXEL))
            for named in document.element.body.iter("{*}docPr"):
                named.set("descr", named.get("descr") or str(alternative or ""))
        case _:
            document.add_paragraph(str(block))


def _without(root: etree._Element, name: str) -> None:
    for element in list(root.iter(qn(name))):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def _without_marks(root: etree._Element) -> None:
    for element in root.iter():
        for name in [each for each in element.attrib if "rsid" in str(each)]:
            del element.attrib[name]


def _deletion(text: str) -> etree._Element:
    deletion = OxmlElement("w:del")
    for name, value in {"id": "1", "author": "Testi Testaaja"}.items():
        deletion.set(qn(f"w:{name}"), value)
    run = OxmlElement("w:r")
    deleted = OxmlElement("w:delText")
    deleted.text = text
    run.append(deleted)
    deletion.append(run)
    return deletion


def _plain() -> Word:
    """Return an empty document in Finnish that tells nothing of its maker."""
    return Document(io.BytesIO(_base()))


@cache
def _base() -> bytes:
    """Return an empty document without what no case needs: it is read and written in each."""
    document = Document()
    for related in (document.part.package.rels, document.part.rels):
        for number in [each for each, rel in related.items() if rel.reltype.endswith(_UNUSED)]:
            del related[number]
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for name in ("w:latentStyles", "w:color"):
        _without(document.styles.element, name)
    document.core_properties.author = ""
    document.core_properties.title = "Pohja"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fi-FI")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_table(document: Word, rows: list[list[str]], *, header: bool) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if header:
        first = next(row for row in table.rows if "{%tr" not in row.cells[0].text)
        first._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def summaries(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield findings as a reader of a failed test wants them."""
    for each in findings:
        yield f"{each.location} {each.code} {each.message} | {each.hint}"
