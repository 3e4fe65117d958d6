"""How the applicants are weighed and chosen: interview, scores, decision (valinta)."""

from decimal import Decimal
from typing import Annotated, Final

from schemas.fields import Choice, Day, PlainText, RequiredFrom, TitleText, WholeNumber
from schemas.filled import Filled, item
from schemas.msgid import msgid

#: The four criteria; each has its score in `Assessment` and its weight in `CriterionWeights`.
CRITERIA: Final = ("will", "commitment", "need", "team")

Score = Annotated[int, WholeNumber(0, 100)]
Weight = Annotated[int, WholeNumber(0, 100)]


class Decision(Choice):
    """What became of an application."""

    CHOSEN = "chosen", msgid("chosen")
    RESERVE = "reserve", msgid("in reserve")
    NOT_CHOSEN = "not_chosen", msgid("not chosen")


class CriterionWeights(Filled):
    """How much each criterion counts; equal weights when nobody says otherwise."""

    will: Weight = item("Weight of the will to develop", "A whole number.", default=1)
    commitment: Weight = item(
        "Weight of the commitment of the management", "A whole number.", default=1
    )
    need: Weight = item("Weight of the renewal need", "A whole number.", default=1)
    team: Weight = item("Weight of the team", "A whole number.", default=1)


class Assessment(Filled):
    """One applicant as the organisers saw it; the weighted score is computed, never typed."""

    applicant: TitleText = item(
        "Applicant", "The id or the name of the organisation.", default=..., example="esimerkkila"
    )
    interviewed: Day | None = item("Interviewed on", "The day.", example="4.10.2021")
    interviewers: TitleText | None = item("Interviewers", "Names, split by semicolons.")
    will: Score | None = item("Score: will to develop", "Points.", example="4")
    commitment: Score | None = item("Score: commitment", "Points.", example="5")
    need: Score | None = item("Score: renewal need", "Points.", example="3")
    team: Score | None = item("Score: team", "Points.", example="4")
    decision: Annotated[Decision | None, RequiredFrom("G1")] = item(
        "Decision on the application", "Choose from the list.", example="chosen"
    )
    decided: Annotated[Day | None, RequiredFrom("G1")] = item(
        "Decided on", "The day.", example="8.10.2021"
    )
    reason: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Reason for the decision", "In one or two sentences.", example="…"
    )

    def weighted_score(self, weights: CriterionWeights) -> Decimal | None:
        """Return the weighted mean of the scores, None while one is missing or nothing weighs."""
        pairs: list[tuple[int | None, int]] = [
            (getattr(self, name), getattr(weights, name)) for name in CRITERIA
        ]
        known = [(score, weight) for score, weight in pairs if score is not None]
        total = sum(weight for _, weight in known)
        if len(known) < len(pairs) or not total:
            return None
        return Decimal(sum(score * weight for score, weight in known)) / total
