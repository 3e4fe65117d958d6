"""Template cases: textual specs of small templates, and what the checks are to say of them.

A spec is YAML: `body` lists paragraphs, as texts, and `{heading: …}`, `{table: [[…], …]}` (with
`header: false` for one without a header row), `{picture: alternative text}`, `{hidden: text}` and
`{deleted: text}` for a tracked deletion; `header` is the text of the header, `properties` core
properties; `language: none` takes the language away, and `rsids: true` leaves Word's own marks of
editing. `context` is `sample` (the default) or the name of a context of paja. `expect` lists the
findings of the code that the folder bears: `at` is the place as findings name it, `says` a part of
the message, `hint` a part of the hint; `also` lists codes that come beside it.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import yaml
from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from pydantic import BaseModel

from pipeline.checks.template import check_template
from pipeline.contexts.models import context_model
from pipeline.core.finding import Finding
from tests.templates.sample import SampleContext

#: Codes that the proof by rendering finds.
PROVED: Final = frozenset({"TE-20", "TE-21"})
FOLDER: Final = Path(__file__).parent
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

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the checks say of the template; the proof looks at all that is sound."""
        proof = self.code in PROVED or not self.expected
        return check_template(built(self.spec), self.model, file="x.docx", proof=proof)


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
    if spec.get("language") == "none":
        _without(document.styles.element, "w:lang")
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    target = io.BytesIO()
    document.save(target)
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
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = "Pohja"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fi-FI")
    return document


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
