"""The names of a context: whole, each with its meaning, and written so that they work."""

import pytest
from jinja2 import Environment
from jinja2.exceptions import TemplateAssertionError

from pipeline.checks.fields.columns import tag_of
from pipeline.checks.fields.naming import row_name
from pipeline.checks.fields.printed import printed
from pipeline.checks.fields.tree import Named, Presence, every, names_of
from pipeline.checks.fields.words import name_list
from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.shapes import Kind
from pipeline.checks.names.signatures import FILTERS
from pipeline.checks.names.statements import read_tree
from pipeline.contexts import CONTEXTS
from pipeline.contexts.models import FIELD_LIST, GAP_LIST, context_model
from schemas.contexts.action_plan import FollowUpView, MeasureView

LISTS = (GAP_LIST, FIELD_LIST)


def environment() -> Environment:
    """Return what reads the tags of templates; what filters do does not matter."""
    made = Environment(autoescape=True)
    made.filters.update(dict.fromkeys(FILTERS, str))
    made.tests.update(gap=str.isalpha)
    return made


def used(named: Named) -> str:
    """Return a piece of a template that uses a name as the list says it is used."""
    inner = "".join(map(used, named.inner))
    tag = printed(named)
    match tag[:4]:
        case "{%tr":
            text = tag.replace("{%tr", "{%").replace("…", inner + f"{{# {named.row} #}}")
        case "{% i" | "{% f":
            text = tag.replace("…", inner or "x")
        case "":
            text = inner
        case _:
            text = tag.replace("{{p", "{{").replace("paragraphs", "paragraphs|_block")
    if Kind.GAP in named.kind and named.inner:
        text = f"{{% if {named.tag} is not gap %}}{text}{{% endif %}}"
    if named.presence in {Presence.OPTIONAL, Presence.NEVER} and not tag.startswith("{% if"):
        text = f"{{% if {named.tag} %}}{text}{{% endif %}}"
    return text


@pytest.mark.parametrize("context", [*CONTEXTS, *LISTS])
def test_each_name_is_written_so_that_the_checks_have_nothing_to_say(context: str) -> None:
    source = "".join(map(used, names_of(context, "fi")))
    model = context_model(context)
    assert model is not None
    try:
        tree = environment().parse(source)
    except TemplateAssertionError as fault:
        pytest.fail(str(fault))

    notes = list(read_tree(tree, fields_of(model)))

    assert [each.message for each in notes] == []


@pytest.mark.parametrize("context", [*CONTEXTS, *LISTS])
def test_each_name_has_a_meaning_and_none_is_left_out(context: str) -> None:
    names = list(every(names_of(context, "fi")))
    model = context_model(context)
    assert model is not None

    assert [".".join(each.path) for each in names if not each.title] == []
    assert {each.path[0] for each in names} == set(model.model_fields)
    assert len({each.path for each in names}) == len(names)


@pytest.mark.parametrize("context", CONTEXTS)
def test_the_name_of_a_row_hides_no_other_name(context: str) -> None:
    tree = names_of(context, "fi")
    top = {each.name for each in tree}
    rows = [each for each in every(tree) if each.row]

    assert [each.row for each in rows if each.row in top] == []
    assert [
        each.row
        for each in rows
        for inner in every(each.inner)
        if inner.row is not None and inner.row == each.row
    ] == []


def test_a_row_is_named_by_one_of_what_the_list_names() -> None:
    assert row_name(("measures",), MeasureView, frozenset()) == "measure"
    assert row_name(("timeline",), MeasureView, frozenset()) == "measure"
    assert row_name(("follow_ups",), FollowUpView, frozenset({"follow_up"})) == "follow_up_row"
    assert row_name(("bodies",), MeasureView, frozenset()) == "body"


def test_a_name_tells_its_kind_presence_example_and_fields() -> None:
    names = {each.path: each for each in name_list("action_plan", "Suunnitelma", "fi").names}
    accountable = names["measures.accountable"]
    value = names["challenges.procurement_value"]

    assert accountable.tag == "measure.accountable"
    assert (accountable.titles["fi"], accountable.titles["en"]) == ("Vastuuhenkilö", "Accountable")
    assert accountable.presence == "tarvitaan portista G3 alkaen, sitä ennen näkyy puutteena"
    assert accountable.example == "hankintapäällikkö (Malli Mallinen)"
    assert accountable.origins[0].key == "measures.responsibility.accountable"
    assert accountable.origins[0].sheet == "Toimenpiteet"
    assert accountable.origins[0].column == "Vastuuhenkilö"
    assert (value.kind, value.example) == ("rahasumma", "250\u00a0000\u00a0€")
    assert value.printed == "{{ challenge.procurement_value|money }}"
    assert value.presence == "voi puuttua: laita ympärille if"
    assert names["measures.state"].kind.startswith("yksi näistä: ei aloitettu, käynnissä")
    assert names["document.title"].example == "Innovatiivisten hankintojen johtaminen"
    assert names["document.kind"].example == "Suunnitelma"


def test_what_a_document_never_has_is_told() -> None:
    names = {each.path: each for each in name_list("sparring_invitation", "x", "fi").names}

    assert names["event.registration_by"].presence == "aina tyhjä tässä asiakirjassa"
    assert names["event.link"].presence == "voi puuttua: laita ympärille if"


def test_a_list_with_rows_like_anothers_points_at_it() -> None:
    short = {each.path: each for each in name_list("action_plan", "x", "fi", whole=False).names}
    whole = {each.path for each in name_list("action_plan", "x", "fi").names}

    assert short["timeline"].like == short["objectives.measures"].like == "measures"
    assert "timeline.name" not in short
    assert {"timeline.name", "objectives.measures.name"} <= whole


def test_a_tag_within_a_line_has_its_filter() -> None:
    names = {".".join(each.path): each for each in every(names_of("sparring_invitation", "fi"))}

    assert tag_of(names["event.date"]) == "{{ event.date|date }}"
    assert tag_of(names["event.minutes"]) == "{{ event.minutes|duration }}"
    assert tag_of(names["experts"]) == "{{ experts|join_comma }}"
    assert tag_of(names["mentor"]) == "{{ mentor }}"
