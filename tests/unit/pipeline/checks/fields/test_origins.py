"""Where values come from: every text is followed from its field to where a template sees it."""

from collections.abc import Mapping

import pytest

from pipeline.checks.fields import inputs
from pipeline.checks.fields.cells import Change
from pipeline.checks.fields.following import followed
from pipeline.checks.fields.inputs import Form, inputs_of, samples_of
from pipeline.checks.fields.origins import Origin, origins
from pipeline.checks.fields.tree import every, names_of
from pipeline.contexts import CONTEXTS
from pipeline.contexts.scene import Scene
from pipeline.contexts.subjects import SUBJECTS
from schemas.contexts.view import DocumentContext

#: What is computed from more than one field or from no text, by context.
COMPUTED: Mapping[str, Mapping[str, set[str]]] = {
    "action_plan": {
        "risks.score": {"risks.probability", "risks.impact"},
        "risks.level": {"risks.probability", "risks.impact", "settings.high_risk"},
        "cost_total": {"costs.amount"},
        "annual_clock.month": {"management_links.months"},
        "challenges.procurement_value": {"challenges.procurement_value"},
        "measures.timing": {"measures.timing"},
        "document.state": {"versions.state"},
        "document.draft": set(),
        "switches.risks": {"settings.risks"},
        "team.contact_person": {"team.contact_person"},
        "challenges.measures": {"measures.id", "measures.challenge"},
        "objectives.measures.objectives": {"measures.objectives", "objectives.id"},
    },
    "facilitator_guide": {
        "event.ends": {"stages.starts", "stages.duration"},
        "groups": {"kick_off.expected", "kick_off.group_size"},
        "checks.date": {"stages.timing", "kick_off.checklist.days"},
        "run.quiet": {"kick_off.blocks.type"},
    },
    "kick_off_invitation": {"pre_assignment.due": {"pre_assignment.due"}},
    "sparring_invitation": {
        "event.minutes": {"sparrings.duration", "stages.duration"},
        "event.registration_by": set(),
        "number": {"sparrings.number"},
    },
    "process_guide": {
        "workshops.spare": {"workshops.duration", "blocks.duration"},
        "workshops.amounts.amount": {
            "workshops.expected",
            "materials.amount",
            "materials.reserve",
        },
        "organisations.is_client": {"organisations.role"},
    },
    "process_invitation": {"process.own_names": {"process.names_confirmed"}},
    "workshop_guide": {
        "workshop.groups.count": {
            "workshops.expected",
            "workshops.groups",
            "workshops.group_size",
        },
        "workshop.next_workshop.timing": {"workshops.timing"},
    },
    "workshop_invitation": {
        "former.present": {"memos.present"},
        "is_first": set(),
        "tasks.due": {"between_tasks.due"},
    },
}


#: The sheets of whose words an invitation to a sparring prints some.
PRINTED = {
    Form.SUBMISSION: {"organisation", "people", "posts", "team", "sparrings"},
    Form.PROGRAMME: {"programme", "versions", "stages", "mentors", "sparrings", "sparring_blocks"},
}


def test_words_come_from_where_a_change_of_them_shows() -> None:
    """Marks tell where words come from; here each is changed by itself instead."""
    samples = samples_of("sparring_invitation", "fi")
    usual = inputs_of("sparring_invitation", samples)
    before = usual.values()
    changed: dict[tuple[str, ...], set[str]] = {}
    for form, sample in samples.items():
        for field in sample.free:
            if field.sheet.key in PRINTED[form]:
                other = sample.changed(usual.form(form), Change(field.key))
                after = usual.with_form(form, other).values()
                for place in followed(before, after, lambda _value: True):
                    key = Origin(form, field.sheet, field.column).key
                    changed.setdefault(place, set()).add(key)
    free = {each.key for sample in samples.values() for each in sample.free}

    told = origins("sparring_invitation", "fi")

    assert len(changed) > 15
    assert changed == {
        place: keys
        for place, found in told.items()
        if (keys := {each.key for each in found if _asked(each) in free})
    }


def _asked(origin: Origin) -> str:
    return f"{origin.sheet.key}.{origin.column.key}"


@pytest.mark.parametrize("context", CONTEXTS)
def test_computed_values_come_from_the_fields_that_they_are_computed_of(context: str) -> None:
    named = {".".join(each.path): each for each in every(names_of(context, "fi"))}

    told = {path: {each.key for each in named[path].origins} for path in COMPUTED[context]}

    assert told == COMPUTED[context]


def test_what_a_builder_takes_from_elsewhere_is_told_to_come_from_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def other(scene: Scene) -> DocumentContext:
        made = CONTEXTS["sparring_invitation"](scene)
        assert scene.sparring is not None
        return made.model_copy(update={"goal": scene.sparring.observations})

    monkeypatch.setattr(inputs, "CONTEXTS", {"sparring_invitation": other})

    found = origins.__wrapped__("sparring_invitation", "fi")[("goal",)]

    assert [each.key for each in found] == ["sparrings.observations"]


def test_each_context_is_known_by_its_subject() -> None:
    assert set(SUBJECTS) == set(CONTEXTS)
