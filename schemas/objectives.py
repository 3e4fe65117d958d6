"""What the organisation aims at: impact goals and the objectives under them."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Identifier,
    PlainText,
    ReferenceList,
    RefTo,
    RequiredFrom,
    TitleText,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class ObjectiveLevel(Choice):
    """On which level the effect is looked for."""

    SOCIETY = "society", msgid("society")
    COMPANY = "company", msgid("companies")
    ORGANISATION = "organisation", msgid("organisation")


class ImpactGoal(Filled):
    """A benefit to society that the organisation's strategy wants (vaikuttavuustavoite)."""

    id: Annotated[str, Identifier("V")] = item(
        "Impact goal id", "V and a number.", default=..., example="V1", synonyms="id"
    )
    text: Annotated[PlainText | None, RequiredFrom("G2")] = item(
        "Impact goal",
        "The benefit to society, in one sentence.",
        example="Older people live safely at home for longer.",
        synonyms="goal|text",
    )
    source: TitleText | None = item(
        "Source", "The strategy or programme it comes from.", example="Strategy 2025"
    )


class Objective(Filled):
    """A concrete change that serves an impact goal (tavoite)."""

    id: Annotated[str, Identifier("T")] = item(
        "Objective id", "T and a number.", default=..., example="T1", synonyms="id"
    )
    name: Annotated[TitleText | None, RequiredFrom("G2")] = item(
        "Objective", "A short name for the change.", example="Home care supported by technology"
    )
    description: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Description", "What will be different when the objective is met.", example="…"
    )
    impact_goals: Annotated[ReferenceList, RefTo("impact_goals"), RequiredFrom("G3")] = item(
        "Impact goals",
        "Ids of the impact goals that the objective serves.",
        default=(),
        example="V1",
    )
    level: ObjectiveLevel | None = item(
        "Level of effect", "Choose from the list.", example="society", synonyms="level"
    )
