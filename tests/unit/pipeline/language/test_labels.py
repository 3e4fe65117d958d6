"""Labels of choices in each language read back as their values."""

from pipeline.language import labels
from pipeline.language.catalogue import INTERFACES
from schemas.fields import Choice, Gate
from schemas.programme import Language
from schemas.risks import RiskCategory


def test_labels_of_choices_read_back_in_every_language() -> None:
    found = labels.choice_labels()
    assert found["Language"]["suomi"] == "fi"
    assert found["Language"]["Swedish"] == found["Language"]["svenska"] == "sv"
    for choice in labels.choices():
        for member in choice:
            for language in INTERFACES:
                shown = labels.label(member, language)
                assert choice.parse(shown, found[choice.__name__]) is member


def test_labels_of_the_reader_stand_first() -> None:
    assert next(iter(labels.choice_labels("fi")["Language"])) == "suomi"
    assert next(iter(labels.choice_labels("sv")["Language"])) == "finska"
    assert next(iter(labels.choice_labels("en")["Language"])) == "Finnish"


def test_a_label_of_each_language() -> None:
    assert labels.label(Language.SV, "fi") == "ruotsi"
    assert labels.label(Language.SV, "sv") == "svenska"
    assert labels.label(Language.SV, "en") == "Swedish"


def test_every_choice_of_the_schemas_is_there() -> None:
    assert RiskCategory in labels.choices()
    assert Gate in labels.choices()
    assert all(issubclass(choice, Choice) for choice in labels.choices())
