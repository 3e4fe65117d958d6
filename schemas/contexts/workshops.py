"""What is computed of a workshop for its documents: groups, and amounts of materials."""

from decimal import Decimal

from pydantic import Field

from schemas.contexts.gap import Gap
from schemas.contexts.view import View
from schemas.msgid import msgid


class GroupsView(View):
    """How many groups people make; from `least` to `most` of them are in one group."""

    people: int = Field(title=msgid("Expected number"))
    count: int = Field(title=msgid("Number of groups"))
    least: int = Field(title=msgid("People in the smallest group"))
    most: int = Field(title=msgid("People in the largest group"))


class AmountView(View):
    """How much of a material is needed, the reserve included, rounded up to whole units."""

    name: str
    amount: Decimal | Gap
    unit: str | None
    bringer: str | None
    note: str | None
