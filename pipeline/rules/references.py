"""YL-02: every reference points to one row, by its id or exact name."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.references import Target
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import Form, Seen
from pipeline.rules.walk import Spot
from schemas.fields import RefTo
from schemas.msgid import msgid

_BETWEEN_NAMES: Final = re.compile(r"[;,/\n]| (?:ja|sekä|och|and|&) ")
# Looking for likenesses is slow, and nobody reads hundreds of suggestions in one go.
_SUGGESTED: Final = 100


def several_names(text: str, form: Form, collections: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that a text holds where one is wanted, empty when it is only one.

    A semicolon always parts names; other marks and words do only if a known name is beside them.
    """
    parts = tuple(part.strip() for part in _BETWEEN_NAMES.split(text) if part.strip())
    known = any(form.references.find(part, collections) for part in parts)
    return parts if len(parts) > 1 and (known or ";" in text) else ()


def _check(subject: Seen) -> Iterator[Hit]:
    left = _SUGGESTED
    for spot in subject.form.spots:
        for mark in spot.marks(RefTo):
            for text in _texts(spot.value):
                hit = _look_up(text, spot, subject.form, mark.collections, suggest=left > 0)
                if hit is not None:
                    left -= 1
                    yield hit


def _texts(value: object) -> tuple[str, ...]:
    match value:
        case str() if value:
            return (value,)
        case tuple():
            return tuple(text for text in value if isinstance(text, str))
        case _:
            return ()


def _look_up(
    text: str, spot: Spot, form: Form, collections: tuple[str, ...], *, suggest: bool
) -> Hit | None:
    found = form.references.find(text, collections)
    if len(found) == 1:
        return None
    if found:
        return Hit(_ambiguous(text, found), spot.path, Text("Write the id instead of the name."))
    if form.lacks_rows(collections):
        return None  # it may point to a row that was said to be missing or unreadable
    sheets = form.sheets(collections)
    if not form.references.has_rows(collections):
        message = Text(
            "“{text}” cannot be found: there are no rows in {sheets}.", text=text, sheets=sheets
        )
        return Hit(message, spot.path, Text("Fill in {sheets} first.", sheets=sheets))
    if isinstance(spot.value, str) and several_names(text, form, collections):
        message = Text("“{text}” holds several names, but only one fits here.", text=text)
        return Hit(message, spot.path, Text("Leave one id or exact name in the cell."))
    near = form.references.near(text, collections) if suggest else ()
    hint = Text("Write an id or an exact name from {sheets}.", sheets=sheets)
    return Hit(_unknown(text, sheets, near), spot.path, hint)


def _unknown(text: str, sheets: Text, near: tuple[Target, ...]) -> Text:
    if not near:
        return Text("“{text}” is not in {sheets}.", text=text, sheets=sheets)
    suggestion = Text("“{name}”", name=near[0].label)
    for target in near[1:]:
        name = Text("“{name}”", name=target.label)
        suggestion = Text("{first} or {second}", first=suggestion, second=name)
    return Text(
        "“{text}” is not in {sheets}. Did you mean {suggestion}?",
        text=text,
        sheets=sheets,
        suggestion=suggestion,
    )


def _ambiguous(text: str, found: tuple[Target, ...]) -> Text:
    ids = ", ".join(target.id for target in found)
    return Text("The name “{text}” stands on several rows: {ids}.", text=text, ids=ids)


REFERENCES: Final[Rule[Seen]] = Rule(
    id="YL-02",
    about=msgid(
        "Every reference points to one row by its id or exact name, so that a document can print"
        " the row's present name."
    ),
    severities=always(Severity.ERROR),
    check=_check,
    example=Example(
        wrong=msgid("Accountable: “head of procurment”"),
        right=msgid("Accountable: “head of procurement”, or TEH1"),
    ),
)
