"""CE-05: characters that nobody sees or that turn the direction of a text."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import Seen
from schemas.fields import suspicious
from schemas.msgid import msgid


def _check(subject: Seen) -> Iterator[Hit]:
    for spot in subject.form.spots:
        for text in spot.value if isinstance(spot.value, tuple) else (spot.value,):
            for character, position in suspicious(text)[:1] if isinstance(text, str) else ():
                message = Text(
                    "“{field}” has an invisible or direction-changing character, {character}, at"
                    " position {position}.",
                    field=spot.title,
                    character=character,
                    position=position,
                )
                yield Hit(message, spot.path, Text("If it is not meant, write the text anew."))


CHARACTERS: Final[Rule[Seen]] = Rule(
    id="CE-05",
    about=msgid(
        "A text has no invisible characters and none that turn its direction: they come along when"
        " copying and can make a text read otherwise than it is."
    ),
    severities=always(Severity.WARNING),
    check=_check,
    example=Example(
        wrong=msgid("A text copied from a web page with a zero-width space in it"),
        right=msgid("The same text, typed anew"),
    ),
    may_be_acknowledged=True,
)
