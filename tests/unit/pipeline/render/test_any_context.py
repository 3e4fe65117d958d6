"""Any context that fits the types of a document is printed whole, into a document that opens."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.render import CompiledTemplate, compile_template
from schemas.contexts.action_plan import ActionPlanContext
from schemas.contexts.facilitator_guide import FacilitatorGuideContext
from schemas.contexts.invitations import KickOffInvitationContext, SparringInvitationContext
from schemas.contexts.view import DocumentContext
from tests.documents.test_validity import audit, structural_faults
from tests.unit.pipeline.render import word
from tests.unit.pipeline.render.any_context import Printing, contexts, expected

MODELS = [
    ActionPlanContext,
    FacilitatorGuideContext,
    KickOffInvitationContext,
    SparringInvitationContext,
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(
    max_examples=15,
    suppress_health_check=list(HealthCheck),
    # Making a failing context smaller takes minutes, and tells little more.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(data=st.data())
def test_every_value_stands_in_the_document_once_and_whole(
    model: type[DocumentContext], data: st.DataObject
) -> None:
    context = data.draw(contexts(model))
    document = _template(model).render(context)
    assert word.texts(document) == list(expected(model, context))
    assert structural_faults(document) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=1, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(data=st.data())
def test_such_a_document_has_no_fault_that_its_template_has_not(
    model: type[DocumentContext], data: st.DataObject
) -> None:
    document = _template(model).render(data.draw(contexts(model)))
    assert _faults(document) <= _faults(word.template("x"))


@cache
def _template(model: type[DocumentContext]) -> CompiledTemplate:
    return compile_template(word.template(*Printing().view(model, "").paragraphs))


def _faults(content: bytes) -> set[str]:
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(content)
        file.flush()
        # python-docx's template has two parts of styles, of which Word reads one.
        return {each for each in audit(Path(file.name)) if "stylesWithEffects" not in each}
