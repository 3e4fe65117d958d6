"""The inventory finds every text that a person meets."""

from pipeline.language import inventory
from schemas.academy import AcademySubmission
from schemas.fields import Gate


def test_the_inventory_holds_what_a_person_meets_in_a_model() -> None:
    found = inventory.model_texts([AcademySubmission])
    assert "Measures" in found
    assert "What is done, by whom and when." in found
    # In a model in a collection, and in a model in that model.
    assert "Market dialogue on home care" in found
    assert "schedule|when|time" in found


def test_the_inventory_holds_labels_of_choices_and_texts_of_faults() -> None:
    wanted = inventory.msgids()
    assert Gate.G4.label in wanted
    assert "“{text}” is not one of the choices." in wanted
    assert "There is no language “{language}”." in wanted


def test_literals_are_found_in_both_markers_and_both_branches() -> None:
    source = """
a = msgid("one " "two")
b = core.Text("three {x}", x=Text("four"))
c = Text("five" if a else "six")
d = Text(label), PlainText("seven"), msgid()
"""
    assert set(inventory.literals(source)) == {"one two", "three {x}", "four", "five", "six"}


def test_a_text_with_a_plural_is_found_in_both_its_forms() -> None:
    source = """a = plural("{n} row", "{n} " "rows"), plural(one, "b"), msgid("c")"""
    assert set(inventory.plural_literals(source)) == {("{n} row", "{n} rows")}
    assert {form for pair in inventory.plurals() for form in pair} < inventory.msgids()


def test_no_text_of_the_source_is_put_together_before_it_is_translated() -> None:
    assert list(inventory.unreadable('Text(f"{x} y"), msgid("a" + b), Text("c"), Text(d)')) == [
        'f"{x} y"',
        '"a" + b',
    ]
    found = [
        (path.name, argument)
        for path in inventory.sources()
        for argument in inventory.unreadable(path.read_text(encoding="utf-8"))
    ]
    assert found == []
