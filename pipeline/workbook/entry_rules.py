"""What Excel says and checks while a person fills in a cell, by the kind of the field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.core.shape import FieldKind, Leaf
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from schemas.fields.timing_span import EARLIEST_YEAR, LATEST_YEAR
from schemas.msgid import msgid

_Check = Literal["date", "time", "decimal", "whole"]

#: Excel shows no longer title and no longer message.
_TITLE: Final = 32
_MESSAGE: Final = 255

#: What a person is told in a cell of each kind; kinds that explain themselves have no prompt.
_PROMPTS: Final = {
    FieldKind.DATE: msgid("Write the day with its year, such as 19.10.2021."),
    FieldKind.TIMING: msgid(
        "As exactly as it is known: 19.10.2021, 1.–22.3.2022, November 2021, spring 2022,"
        " Q1/2022 or 2022."
    ),
    FieldKind.CLOCK: msgid("Write the clock time, such as 9.00."),
    FieldKind.DURATION: msgid("Write the length with its unit, such as 45 min or 1 h 30 min."),
    FieldKind.NUMBER: msgid("Write a number, such as 12 or 12,5."),
    FieldKind.MONEY: msgid("Write the sum in euros, such as 12 500 or 12 500,50."),
    FieldKind.YES_NO: msgid("Choose yes or no from the list."),
    FieldKind.CHOICE: msgid("Choose a value from the list."),
}
_ONE_REFERENCE: Final = msgid("Choose an id from the list, or write an exact name.")
_REFERENCES: Final = msgid(
    "Choose an id from the list, or write several with semicolons between them."
)
_CHOICES: Final = msgid("One or more of these with semicolons between them: {choices}.")


@dataclass(frozen=True, slots=True)
class Place:
    """The cells of one field: a range, and its first cell."""

    cells: str
    first: str


def entry_rule(
    leaf: Leaf, words: Translator, place: Place, source: str | None
) -> DataValidation | None:
    """Return the rule of a field's cells, None if nothing is said of them.

    `source` is the list that its values come from, if there is one. What a list of choices lacks
    is refused; a date or number that is written otherwise is only asked about, as text is read.
    """
    prompt = _prompt(leaf, words)
    rule = DataValidation(allow_blank=True)
    if source is not None:
        rule.type, rule.formula1 = "list", source
        _refuse(rule, words, prompt, strict=not leaf.references)
    elif leaf.name == "id" and place.first != place.cells:
        rule.type = "custom"
        rule.formula1 = f"COUNTIF({_absolute(place.cells)},{place.first})=1"
        _ask(rule, words, words.text(msgid("Another row has this id; each row needs its own.")))
    elif not leaf.many and leaf.kind in _CHECKS:
        _check(rule, leaf, words, prompt)
    if not prompt and rule.type is None:
        return None
    _show_prompt(rule, words.text(leaf.title), prompt)
    rule.add(place.cells)
    return rule


def _prompt(leaf: Leaf, words: Translator) -> str:
    if leaf.references:
        return words.text(_REFERENCES if leaf.many else _ONE_REFERENCE)
    if leaf.many and leaf.choice is not None:
        choices = "; ".join(words.text(member.label) for member in leaf.choice)
        return words.text(Text(_CHOICES, choices=choices))
    if leaf.many:
        return ""
    if leaf.kind is FieldKind.WHOLE_NUMBER and leaf.bounds is not None:
        least, most = leaf.bounds
        return words.text(
            Text("Write a whole number from {least} to {most}.", least=least, most=most)
        )
    found = _PROMPTS.get(leaf.kind)
    return words.text(found) if found else ""


#: Excel counts days from here, for days after February 1900.
_DAY_ZERO: Final = date(1899, 12, 30)
#: The type of Excel's own check for each kind, and its limits as formulas.
_CHECKS: Final[Mapping[FieldKind, tuple[_Check, str, str]]] = {
    FieldKind.DATE: (
        "date",
        str((date(EARLIEST_YEAR, 1, 1) - _DAY_ZERO).days),
        str((date(LATEST_YEAR, 12, 31) - _DAY_ZERO).days),
    ),
    FieldKind.CLOCK: ("time", "0", "0.999988425925926"),
    FieldKind.NUMBER: ("decimal", "-1000000000000", "1000000000000"),
    FieldKind.MONEY: ("decimal", "0", "1000000000000"),
    FieldKind.WHOLE_NUMBER: ("whole", "-1000000000", "1000000000"),
}


def _check(rule: DataValidation, leaf: Leaf, words: Translator, prompt: str) -> None:
    kind, least, most = _CHECKS[leaf.kind]
    if leaf.bounds is not None:
        least, most = (str(limit) for limit in leaf.bounds)
    rule.type, rule.operator = kind, "between"
    rule.formula1, rule.formula2 = least, most
    if leaf.bounds is not None:
        _refuse(rule, words, prompt, strict=True)
    else:
        _ask(rule, words, prompt)


def _refuse(rule: DataValidation, words: Translator, message: str, *, strict: bool) -> None:
    rule.showErrorMessage = strict
    rule.errorTitle = words.text(msgid("This does not fit here"))[:_TITLE]
    rule.error = _cut(message)


def _ask(rule: DataValidation, words: Translator, message: str) -> None:
    _refuse(rule, words, message, strict=True)
    rule.errorStyle = "warning"


def _show_prompt(rule: DataValidation, title: str, prompt: str) -> None:
    if prompt:
        rule.showInputMessage = True
        rule.promptTitle = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
        rule.prompt = _cut(prompt)


def _cut(message: str) -> str:
    return message if len(message) <= _MESSAGE else f"{message[: _MESSAGE - 1]}…"


def _absolute(cells: str) -> str:
    """Return a range such as A4:A103 as $A$4:$A$103."""
    first, _, last = cells.partition(":")
    return ":".join(
        f"${each.rstrip('0123456789')}${each.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
        for each in (first, last)
    )
