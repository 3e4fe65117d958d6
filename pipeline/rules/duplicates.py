"""YL-03: an id stands on one row only, and a cell names each row once."""

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from pipeline.core.finding import Severity
from pipeline.core.references import identifier_key, name_key
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import Form, Seen
from pipeline.rules.walk import Spot
from schemas.fields import RefTo
from schemas.msgid import msgid

_KEYS: Final = ("id", "number")


def _check(subject: Seen) -> Iterator[Hit]:
    for spot in subject.form.spots:
        if isinstance(spot.value, tuple):
            yield from _double_rows(spot, subject.form)
            for mark in spot.marks(RefTo):
                yield from _double_names(spot, subject.form, mark.collections)


def _double_rows(spot: Spot, form: Form) -> Iterator[Hit]:
    firsts: dict[str, int] = {}
    for index, (field, written) in _keys(spot.value):
        first = firsts.setdefault(identifier_key(written), index)
        if first != index:
            message = Text(
                "“{text}” stands twice: {first} and {second}.",
                text=written,
                first=form.place((*spot.path, first, field)),
                second=form.place((*spot.path, index, field)),
            )
            hint = Text("Give one of the rows another id, also where it is referred to.")
            yield Hit(message, (*spot.path, index, field), hint)


def _keys(rows: object) -> Iterator[tuple[int, tuple[str, str]]]:
    for index, row in enumerate(rows if isinstance(rows, tuple) else ()):
        if isinstance(row, BaseModel):
            for field in _KEYS:
                if getattr(row, field, None) is not None:
                    yield index, (field, str(getattr(row, field)))


def _double_names(spot: Spot, form: Form, collections: tuple[str, ...]) -> Iterator[Hit]:
    seen: set[object] = set()
    for text in spot.value if isinstance(spot.value, tuple) else ():
        target = form.references.resolve(text, collections)
        who = (target.collection, target.index) if target else name_key(text)
        if who in seen:
            message = Text("“{text}” is named twice in the same cell.", text=text)
            hint = Text("Leave it there once.")
            yield Hit(message, spot.path, hint, always(Severity.WARNING))
        seen.add(who)


DUPLICATES: Final[Rule[Seen]] = Rule(
    id="YL-03",
    about=msgid(
        "An id belongs to one row of its sheet, because references and version histories rest on"
        " it; and a cell names each row once."
    ),
    severities=always(Severity.ERROR),
    check=_check,
    example=Example(
        wrong=msgid("P2 on two rows of the measures"),
        right=msgid("P2 on one row, P3 on the other"),
    ),
)
