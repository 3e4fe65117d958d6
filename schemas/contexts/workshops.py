"""What is computed of a workshop for its documents: groups, and amounts of materials."""

from decimal import Decimal

from schemas.contexts.gap import Gap
from schemas.contexts.view import View


class GroupsView(View):
    """How many groups people make; from `least` to `most` of them are in one group."""

    people: int
    count: int
    least: int
    most: int


class AmountView(View):
    """How much of a material is needed, the reserve included, rounded up to whole units."""

    name: str
    amount: Decimal | Gap
    unit: str | None
    bringer: str | None
    note: str | None
