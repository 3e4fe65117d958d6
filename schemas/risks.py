"""What may go wrong and how it is managed (riskit)."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Identifier,
    PlainText,
    ReferenceList,
    RefTo,
    RequiredFrom,
    TitleText,
    WholeNumber,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class RiskCategory(Choice):
    """What the risk comes from."""

    OBJECT = "object", msgid("object of procurement")
    PARTIES = "parties", msgid("action of buyer and suppliers")
    PROCESS = "process", msgid("procurement process")
    MARKET = "market", msgid("market and ecosystem")
    OTHER = "other", msgid("other")


class Risk(Filled):
    """One risk with its size and its management."""

    id: Annotated[str, Identifier("R")] = item(
        "Risk id", "R and a number.", default=..., example="R1", synonyms="id"
    )
    description: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Risk", "What may happen and what follows.", example="The market gives no offers."
    )
    category: RiskCategory | None = item(
        "Risk category", "Choose from the list.", example="market and ecosystem"
    )
    probability: Annotated[Annotated[int, WholeNumber(1, 5)] | None, RequiredFrom("G3")] = item(
        "Probability 1–5", "1 rare, 5 almost certain.", example="2", synonyms="probability"
    )
    impact: Annotated[Annotated[int, WholeNumber(1, 5)] | None, RequiredFrom("G3")] = item(
        "Impact 1–5", "1 slight, 5 very serious.", example="4", synonyms="impact"
    )
    mitigation: PlainText | None = item(
        "How the risk is managed", "What is done to avoid or lessen it.", synonyms="mitigation"
    )
    owner: Annotated[TitleText | None, RefTo("people", "posts")] = item(
        "Owner of the risk", "A person or post: id or exact name.", example="TEH1"
    )
    related: Annotated[ReferenceList, RefTo("challenges", "measures", "objectives")] = item(
        "Relates to", "Ids of challenges, measures or objectives.", default=(), example="H1"
    )

    @property
    def score(self) -> int | None:
        """Return probability times impact, None while either is missing."""
        if self.probability is None or self.impact is None:
            return None
        return self.probability * self.impact
