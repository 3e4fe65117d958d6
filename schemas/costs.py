"""What the plan costs, year by year (kustannukset)."""

from typing import Annotated

from schemas.fields import Choice, Money, RefTo, RequiredFrom, TitleText, WholeNumber
from schemas.filled import Filled, item
from schemas.msgid import msgid


class Funding(Choice):
    """Where the money comes from."""

    IN_BUDGET = "in_budget", msgid("in the budget")
    PROPOSED = "proposed", msgid("proposed")
    EXTERNAL = "external", msgid("external funding")


class Cost(Filled):
    """One cost of one year; sums are computed, never typed."""

    name: Annotated[TitleText | None, RequiredFrom("G4")] = item(
        "Cost item", "What the money is spent on.", example="Expert work", synonyms="item"
    )
    year: Annotated[Annotated[int, WholeNumber(2000, 2100)] | None, RequiredFrom("G4")] = item(
        "Year", "With four digits.", example="2022"
    )
    amount: Annotated[Money | None, RequiredFrom("G4")] = item(
        "Amount", "In euros, without VAT.", example="12 500 €", synonyms="euros|sum"
    )
    funding: Annotated[Funding | None, RequiredFrom("G4")] = item(
        "Funding", "Choose from the list.", example="in the budget"
    )
    measure: Annotated[TitleText | None, RefTo("measures")] = item(
        "Measure of the cost", "Id of the measure.", example="P1", synonyms="measure"
    )
