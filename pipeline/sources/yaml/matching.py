"""Which row of a YAML list is which of the rows that it is to hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ruamel.yaml.nodes import MappingNode, Node

from pipeline.core.finding import Path
from pipeline.core.references import identifier_key
from pipeline.core.values import row_numbers
from pipeline.core.yaml_lines import Values
from pipeline.sources.yaml.spans import is_filled, keyed, text_of


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the file and the number of the row that it becomes; one of them may be missing."""

    item: Node | None
    number: int | None


def matched_rows(items: Sequence[Node], values: Values, path: Path) -> tuple[Match, ...] | None:
    """Return the rows of a list in the order of the file, None if they must change their order.

    Rows are the same if they have the same id, and where some have none, by their order. Rows
    without any value take in new ones, so that a form's comments stay with what is filled in.
    """
    filled = [item for item in items if is_filled(item)]
    blank = [item for item in items if not is_filled(item)]
    numbers = row_numbers(values, path)
    theirs = [_id_of(item) for item in filled]
    ours = [_key(values.get((*path, number, "id"))) for number in numbers]
    if None in theirs or None in ours or len({*theirs}) < len(theirs) or len({*ours}) < len(ours):
        return _in_order([*filled, *blank], numbers)
    if not filled:
        return _in_order(blank, numbers)
    common = [each for each in theirs if each in ours]
    if common != [each for each in ours if each in theirs]:
        return None
    return tuple(_merged(list(zip(theirs, filled, strict=True)), ours, numbers))


def _in_order(items: Sequence[Node], numbers: Sequence[int]) -> tuple[Match, ...]:
    pairs = (Match(item, number) for item, number in zip_longest(items, numbers))
    # A blank row that is not needed may stay: it is the form's own.
    return tuple(
        each
        for each in pairs
        if each.number is not None or (each.item is not None and is_filled(each.item))
    )


def _merged(
    theirs: list[tuple[str | None, Node]], ours: list[str | None], numbers: list[int]
) -> list[Match]:
    """Return both lists as one: rows of the file, with new ones behind those they follow."""
    merged: list[Match] = []
    waiting = list(theirs)
    known = {key for key, _ in theirs}
    for key, number in zip(ours, numbers, strict=True):
        if key not in known:
            merged.append(Match(None, number))
            continue
        while waiting:
            other, item = waiting.pop(0)
            merged.append(Match(item, number if other == key else None))
            if other == key:
                break
    return [*merged, *(Match(item, None) for _, item in waiting)]


def _id_of(item: Node) -> str | None:
    if not isinstance(item, MappingNode):
        return None
    present = keyed(item)
    return _key(text_of(present["id"].node)) if "id" in present else None


def _key(text: object) -> str | None:
    return identifier_key(text) if isinstance(text, str) else None
