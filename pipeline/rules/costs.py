"""IA-19: the sums that the management group reads are those of the costs."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.costs import Cost, Funding
from schemas.fields import Money
from schemas.management_items import ItemNature
from schemas.msgid import msgid

_SUM: Final = re.compile(
    r"(?<![\d,.])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,12})(?:,(\d\d))?[ \u00a0\u202f]?"
    r"(?:€|eur(?:o|oa|on|os)?\b)"
)

_GROUPINGS: Final = ((), ("year",), ("funding",), ("year", "funding"), ("measure",), ("name",))


def _check(subject: Subject) -> Iterator[Hit]:
    if subject.settings.costs and subject.submission.costs and not _has_gaps(subject):
        yield from _strange_sums(subject)
        yield from _unproposed(subject)


def _has_gaps(subject: Subject) -> bool:
    """Tell whether some cost could not be read, so that no sum of them is known."""
    unreadable = subject.record.unreadable if subject.record else ()
    return any(path[:1] == ("costs",) for path in unreadable)


def _strange_sums(subject: Subject) -> Iterator[Hit]:
    known = _known(subject)
    for index, item in enumerate(subject.submission.management_items):
        for name in ("proposal", "economic_effects"):
            for amount in _sums(getattr(item, name)):
                if amount not in known:
                    message = Text(
                        "The text says {amount}, which is no sum of the costs.",
                        amount=str(Money(amount)),
                    )
                    hint = Text("The costs together are {total}.", total=_total(subject))
                    yield Hit(message, ("management_items", index, name), hint)


def _unproposed(subject: Subject) -> Iterator[Hit]:
    proposed = [
        cost
        for cost in subject.submission.costs
        if cost.funding is Funding.PROPOSED and cost.amount
    ]
    items = [
        (index, item)
        for index, item in enumerate(subject.submission.management_items)
        if item.nature is ItemNature.DECISION and item.proposal
    ]
    if not proposed or not items:
        return  # that there is no proposal at all is told by IA-22
    written = {amount for _, item in items for amount in _sums(item.proposal)}
    rows, years = _by("name", costs=proposed), _by("year", costs=proposed)
    total = sum(cost.amount.cents for cost in proposed if cost.amount)
    if total not in written and not rows <= written and not years <= written:
        message = Text(
            "The proposed decision does not say that {amount} of new money is proposed.",
            amount=str(Money(total)),
        )
        hint = Text("Write the sum that is proposed, together or year by year.")
        yield Hit(message, ("management_items", items[0][0], "proposal"), hint)


def _known(subject: Subject) -> set[int]:
    """Return every sum that a text may mention, in cents."""
    costs = subject.submission.costs
    single = {spot.value.cents for spot in subject.form.spots if isinstance(spot.value, Money)}
    groups = (_by(*names, costs=costs) for names in _GROUPINGS)
    return single | set(chain.from_iterable(groups))


def _by(*names: str, costs: tuple[Cost, ...] | list[Cost]) -> set[int]:
    """Return the sums of the costs that have the same values in some fields, in cents."""
    sums: dict[tuple[object, ...], int] = defaultdict(int)
    for cost in costs:
        if cost.amount is not None:
            sums[tuple(getattr(cost, name) for name in names)] += cost.amount.cents
    return set(sums.values())


def _sums(text: str | None) -> Iterator[int]:
    for found in _SUM.finditer(text or ""):
        whole = re.sub(r"\D", "", found[1])
        yield int(whole) * 100 + int(found[2] or 0)


def _total(subject: Subject) -> str:
    return str(Money(sum(c.amount.cents for c in subject.submission.costs if c.amount)))


COSTS: Final[Rule[Subject]] = Rule(
    id="IA-19",
    about=msgid(
        "The sums in the proposal to the management group are sums of the costs, and new money that"
        " is proposed stands in the proposed decision."
    ),
    severities=levels(error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("Costs together: 12 500 €; effects on the economy: “costs 15 000 euros”"),
        right=msgid("Costs together: 12 500 €; effects on the economy: “costs 12 500 euros”"),
    ),
    may_be_acknowledged=True,
)
