"""How much of everything the workshops need, one by one and all together."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from pipeline.contexts.gaps import Gaps
from pipeline.contexts.groups import workshop_groups
from pipeline.contexts.process_people import ProcessPeople
from pipeline.core.references import name_key
from schemas.contexts.workshops import AmountView
from schemas.materials import AmountBasis, Material
from schemas.workshops import Workshop


@dataclass(frozen=True, slots=True)
class _Need:
    """What one row of the materials comes to in one workshop, None while it is not known."""

    material: Material
    amount: Decimal | None


def workshop_amounts(
    materials: Iterable[Material], workshop: Workshop, people: ProcessPeople, gaps: Gaps
) -> list[AmountView]:
    """Return what one workshop needs, in the order of the materials."""
    return _views(_needs(materials, workshop), people, gaps)


def process_amounts(
    materials: Iterable[Material],
    workshops: Iterable[Workshop],
    people: ProcessPeople,
    gaps: Gaps,
) -> list[AmountView]:
    """Return what all workshops need together.

    Rows of one name and unit are one material. What is used again is needed once, as much as the
    workshop takes that needs most of it; all else is summed up.
    """
    rows = list(materials)
    needs = [need for workshop in workshops for need in _needs(rows, workshop)]
    grouped: dict[tuple[str, str], list[_Need]] = {}
    for need in needs:
        key = name_key(need.material.name), name_key(need.material.unit or "")
        grouped.setdefault(key, []).append(need)
    return _views((_together(each) for each in grouped.values()), people, gaps)


def needed(material: Material, workshop: Workshop) -> Decimal | None:
    """Return how much of a material a workshop needs, None while people are not counted.

    The reserve is included, and the amount rounded up to whole units.
    """
    times = _times(material.basis, workshop)
    if times is None:
        return None
    exact = material.amount.value * times * (100 + material.reserve) / 100
    return exact.to_integral_value(ROUND_CEILING)


def _times(basis: AmountBasis, workshop: Workshop) -> int | None:
    match basis:
        case AmountBasis.PARTICIPANT:
            return workshop.expected
        case AmountBasis.GROUP:
            groups = workshop_groups(workshop)
            return groups.count if groups else workshop.groups
        case AmountBasis.EVENT:
            return 1


def _needs(materials: Iterable[Material], workshop: Workshop) -> list[_Need]:
    return [
        _Need(material, needed(material, workshop))
        for material in materials
        if material.workshop in {None, workshop.number}
    ]


def _together(needs: list[_Need]) -> _Need:
    first = needs[0].material
    known = [need.amount for need in needs if need.amount is not None]
    if len(known) < len(needs):
        return _Need(first, None)
    reused = all(need.material.reused for need in needs)
    return _Need(first, max(known) if reused else sum(known, Decimal(0)))


def _views(needs: Iterable[_Need], people: ProcessPeople, gaps: Gaps) -> list[AmountView]:
    return [
        AmountView(
            name=need.material.name,
            amount=gaps.of(Workshop, "expected") if need.amount is None else need.amount,
            unit=need.material.unit,
            bringer=people.name(need.material.bringer),
            note=need.material.note,
        )
        for need in needs
    ]
