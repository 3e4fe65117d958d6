"""Every template of the project with the contexts of its examples: paja's parts are docxtpl's."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.api import InputRequest, ProductionRequest, produce, validate
from pipeline.app import gap_lists
from pipeline.app.templates.fields import names_document, names_for
from pipeline.app.worker import Worker
from pipeline.app.worker_process import Rendered
from pipeline.render import CompiledTemplate, compile_template, shows_gap
from schemas.fields import LANGUAGES
from tests.unit.pipeline.render.differences import (
    assert_cell_order,
    cell_order,
    gap_style,
    one_run,
    plain_blocks,
    plain_languages,
    plain_links,
)
from tests.unit.pipeline.render.oracle import assert_equal
from tests.unit.pipeline.render.word import part, with_part

ROOT = Path(__file__).parents[4]
TEMPLATES = sorted((ROOT / "templates").rglob("*.docx"))
DOCUMENT = "word/document.xml"
DIFFERENCES = (cell_order, plain_links, plain_languages, gap_style, one_run)
#: What the house style's own page says nothing of.
NOTHING: Mapping[str, object] = {}


@dataclass
class Recorder:
    """Stands for the compiling of templates and keeps the contexts that each template is given."""

    contexts: dict[str, list[Mapping[str, object]]] = field(default_factory=dict)

    def compile(self, content: bytes, **options: str | None) -> object:
        """Compile as paja does, and keep each context from then on."""
        return Recorded(
            compile_template(content, **options),  # type: ignore[arg-type]  # as it was given
            self.contexts.setdefault(hashlib.sha256(content).hexdigest(), []),
        )


@dataclass
class Recorded:
    """A compiled template that keeps its contexts."""

    compiled: CompiledTemplate
    contexts: list[Mapping[str, object]]

    def render(self, context: Mapping[str, object], **options: Mapping[str, str]) -> bytes:
        """Render as paja does."""
        self.contexts.append(context)
        return self.compiled.render(context, **options)

    def rendered(self, context: Mapping[str, object], **options: Mapping[str, str]) -> Rendered:
        """Render as the process of the templates does."""
        content = self.render(context, **options)
        return Rendered(content, shows_gap(content))


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Mapping[str, object]]]:
    """Return the contexts of all examples by the hash of their template."""
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Worker, "compile", lambda _, *given, **options: recorder.compile(*given, **options)
        )
        for programme in ("innovaatio-akatemia", "yhteisollinen-innovointi"):
            produce(
                ProductionRequest(
                    inputs=InputRequest(paths=(ROOT / "examples" / programme,)),
                    out=tmp_path_factory.mktemp("oracle"),
                    organisers=True,
                )
            )
        patch.setattr(gap_lists, "compile_template", recorder.compile)
        faulty = InputRequest(
            paths=(ROOT / "examples" / "faulty",),
            programme=ROOT / "examples" / "innovaatio-akatemia",
        )
        gap_lists.write_gap_lists(validate(faulty), tmp_path_factory.mktemp("gaps"), "fi")
        for language in LANGUAGES:
            names_document(names_for("sparring-invitation", language=language, whole=True))
    return recorder.contexts


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.parent.name)
def test_the_parts_are_those_of_docxtpl(
    path: Path, contexts: dict[str, list[Mapping[str, object]]]
) -> None:
    content = path.read_bytes()
    plain = with_part(content, DOCUMENT, plain_blocks(part(content, DOCUMENT).encode()))
    given = contexts.get(hashlib.sha256(content).hexdigest(), [NOTHING])
    for context in given:
        parts = assert_equal(plain, context, *DIFFERENCES)
        assert_cell_order(parts[DOCUMENT])
