"""IA-17: the plan is tied to each instrument of the management system, or says why not."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.management_links import Instrument, ManagementLink
from schemas.msgid import msgid

_FIVE: Final = tuple(instrument for instrument in Instrument if instrument is not Instrument.OTHER)


def _check(subject: Subject) -> Iterator[Hit]:
    links = subject.submission.management_links
    named = {link.instrument for link in links}
    for instrument in _FIVE:
        if instrument not in named:
            message = Text(
                "The plan says nothing of this instrument: “{instrument}”.",
                instrument=Text(instrument.label),
            )
            hint = Text("Add a row for it, or write that it does not apply and why.")
            yield Hit(message, ("management_links",), hint)
    for index, link in enumerate(links):
        hit = _row(link, index)
        if hit is not None:
            yield hit


def _row(link: ManagementLink, index: int) -> Hit | None:
    instrument = (
        Text(link.instrument.label) if link.instrument else Text("Row {row}", row=index + 1)
    )
    if link.not_applicable and not link.reason:
        message = Text(
            "“{instrument}” does not apply, but no reason is given.", instrument=instrument
        )
        hint = Text("Write in one sentence why the organisation has no such instrument.")
        return Hit(message, ("management_links", index, "reason"), hint)
    if link.not_applicable and link.content:
        message = Text(
            "“{instrument}” does not apply, and yet it is linked to.", instrument=instrument
        )
        hint = Text("Remove one of the two: what is linked, or that it does not apply.")
        return Hit(message, ("management_links", index, "not_applicable"), hint)
    if not link.not_applicable and not link.content:
        message = Text("“{instrument}”: it is not said what is linked.", instrument=instrument)
        hint = Text("Write what is linked, or that the instrument does not apply and why.")
        return Hit(message, ("management_links", index, "content"), hint)
    return None


MANAGEMENT_LINKS: Final[Rule[Subject]] = Rule(
    id="IA-17",
    about=msgid(
        "The plan is tied to the budget cycle, the annual cycle, performance management, the"
        " investment plan and the procurement plan, or says why one of them does not apply."
    ),
    severities=levels(warning="G3", error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("No row for the investment plan"),
        right=msgid("Investment plan: does not apply; reason: we make no investments"),
    ),
)
