"""YL-11: a text is given in every language of the documents that print it."""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always, levels
from pipeline.rules.subject import ProgrammeSubject, Seen
from pipeline.rules.walk import Spot
from schemas.fields import LocalizedText
from schemas.msgid import msgid

_SEVERITIES: Final = (*always(Severity.WARNING), *levels(error="G4"))
_ABOUT: Final = msgid(
    "A text that can be given in several languages is given in every language of the documents"
    " that print it; another language is never printed in its stead."
)
_EXAMPLE: Final = Example(
    wrong=msgid("Languages: Finnish and Swedish; name in Finnish only"),
    right=msgid("Name in Finnish and in Swedish"),
)


def _submission(subject: Seen) -> Iterator[Hit]:
    for spot in subject.form.spots:
        yield from _missing(spot, subject.form.languages)


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    for spot in subject.form.spots:
        yield from _missing(spot, (*subject.form.languages, *_own_languages(spot, subject)))


def _own_languages(spot: Spot, subject: ProgrammeSubject) -> Iterator[str]:
    match spot.path:
        case ("organisations", int() as index, "name"):
            yield from subject.programme.organisations[index].languages
        case _:
            return


def _missing(spot: Spot, languages: Iterable[str]) -> Iterator[Hit]:
    if not isinstance(spot.value, LocalizedText) or not spot.value:
        return
    for language in dict.fromkeys(languages):
        if not spot.value.get(language):
            message = _message(spot, Text(LocalizedText.model_fields[language].title or language))
            hint = Text("Documents are made in this language too; until then they show a gap.")
            yield Hit(message, (*spot.path, str(language)), hint)


def _message(spot: Spot, language: Text) -> Text:
    if spot.row:
        return Text(
            "{row}: “{field}” is missing {language}.",
            row=spot.row,
            field=spot.title,
            language=language,
        )
    return Text("“{field}” is missing {language}.", field=spot.title, language=language)


SUBMISSION_LANGUAGES: Final[Rule[Seen]] = Rule(
    id="YL-11",
    about=_ABOUT,
    severities=_SEVERITIES,
    check=_submission,
    example=_EXAMPLE,
)
PROGRAMME_LANGUAGES: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-11",
    about=_ABOUT,
    severities=_SEVERITIES,
    check=_programme,
    example=_EXAMPLE,
)
