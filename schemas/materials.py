"""What the workshops need, by participant, by group or by event; totals are computed."""

from typing import Annotated

from schemas.fields import Choice, PlainText, Quantity, TitleText, WholeNumber, YesNo
from schemas.filled import Filled, item
from schemas.msgid import msgid
from schemas.workshops import WorkshopNumber


class AmountBasis(Choice):
    """What an amount is counted by."""

    PARTICIPANT = "participant", msgid("participant")
    GROUP = "group", msgid("group")
    EVENT = "event", msgid("event")


class Material(Filled):
    """One thing that is needed in one workshop, or in each of them."""

    name: TitleText = item("Material", "What is needed.", default=..., example="sticky notes")
    workshop: WorkshopNumber | None = item(
        "Workshop number", "Empty for every workshop.", example="1", synonyms="workshop"
    )
    amount: Quantity = item(
        "Amount for each", "For one participant, one group or the event.", default=..., example="10"
    )
    unit: TitleText | None = item("Unit", "What is counted.", example="pcs")
    basis: AmountBasis = item(
        "Counted by", "Choose from the list.", default=..., example="participant"
    )
    reserve: Annotated[int, WholeNumber(0, 500)] = item(
        "Reserve %", "How much is added in case.", default=0, example="10"
    )
    reused: YesNo | None = item(
        "Used again", "Yes, if the same things serve in every workshop.", example="no"
    )
    bringer: TitleText | None = item("Brought by", "Who brings or prepares it.", example="HLO2")
    note: PlainText | None = item("Note", "Size, colour, where it is kept.")
