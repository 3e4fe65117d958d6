"""How the organisation leads innovative procurement (toimintamalli)."""

from typing import Annotated

from schemas.fields import PlainText, RequiredFrom
from schemas.filled import Filled, item


class OperatingModel(Filled):
    """The way of working that the plan sets up."""

    description: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Description of the operating model",
        "How needs are found and become innovative procurements.",
        example="…",
        synonyms="description|operating model",
    )
    roles: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Roles", "Who leads, who decides, who prepares; a line for each.", example="…"
    )
    decision_making: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Decision-making", "The path of a decision and the bodies on it.", example="…"
    )
    market_cooperation: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Cooperation with the market", "How suppliers are met and heard.", example="…"
    )
    competence: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Competence", "What must be learned, by whom and how.", example="…", synonyms="skills"
    )
