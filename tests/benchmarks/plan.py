"""The action plan of the example city: ours, docxtpl's, and the floor under ours."""

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

import jinja2
from docxtpl import DocxTemplate

from pipeline.api import InputRequest
from pipeline.app.deliverables import deliverables
from pipeline.app.template_files import templates_folder
from pipeline.app.validation import validate
from pipeline.contexts import CONTEXTS, Scene, plain
from pipeline.render import DEFAULT, CompiledTemplate, compile_template
from pipeline.render.sandbox.budget import with_budget
from pipeline.render.sandbox.filters import filters

ROOT = Path(__file__).parents[2]
ACADEMY = ROOT / "examples" / "innovaatio-akatemia"
TEMPLATE = ROOT / "templates" / "innovaatio-akatemia" / "action-plan" / "fi.docx"
PROPERTIES = {
    "title": "Toimenpidesuunnitelma",
    "author": "Esimerkkilän kaupunki",
    "language": "fi-FI",
    "created": "2022-01-31T00:00:00Z",
    "paja.version": "1.0",
    "paja.submission": "0" * 64,
    "paja.programme": "1" * 64,
    "paja.template": "2" * 64,
}


@dataclass(frozen=True)
class Plan:
    """The template and the context of one action plan."""

    content: bytes
    context: Mapping[str, object]
    compiled: CompiledTemplate

    def ours(self) -> bytes:
        """Return the document, made by the compiled template."""
        return self.compiled.render(self.context, properties=PROPERTIES)

    def compile(self) -> CompiledTemplate:
        """Compile the template anew."""
        return compile_template(self.content)

    def docxtpl(self) -> bytes:
        """Return docxtpl's document, made as its manual says: a fresh DocxTemplate for each.

        docxtpl has neither block paragraphs nor a contents list: it prints the texts as they are,
        and nothing for the contents, which is less work than ours.
        """
        environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
        environment.filters.update({**filters("fi", ()), "paragraphs": str})
        template = DocxTemplate(io.BytesIO(self.content))
        template.render({**self.context, "contents": ""}, environment, autoescape=True)
        target = io.BytesIO()
        template.save(target)
        return target.getvalue()

    def floor(self) -> None:
        """Do what no engine can leave out: print the same parts, parse them, deflate them."""
        context = with_budget(self.context, DEFAULT)
        for tagged in self.compiled._tagged:
            xml = tagged.template.render(context).encode()
            expat.ParserCreate().Parse(xml, True)
            zlib.compress(xml, 6)


def plan() -> Plan:
    """Return the example city's plan, ready to be rendered."""
    submission = ACADEMY / "submissions" / "esimerkkila.xlsx"
    validation = validate(InputRequest(paths=(submission,)))
    programme, checked = validation.programme.programme, validation.submissions[0]
    assert programme is not None
    found = deliverables(templates_folder(None), programme.programme.model.value, language="fi")
    scene = Scene(
        programme=programme,
        deliverable=next(
            each.deliverable for each in found if each.deliverable.context == "action_plan"
        ),
        language="fi",
        draft=False,
        submission=checked.submission,
        participant=checked.participant,
    )
    content = TEMPLATE.read_bytes()
    context = plain(CONTEXTS["action_plan"](scene))
    return Plan(content, context, compile_template(content))
