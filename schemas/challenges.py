"""Innovation challenges: a renewal need and the procurement that answers it."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Identifier,
    Money,
    PlainText,
    ReferenceList,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class RenewalNeed(Choice):
    """What drives the renewal."""

    SERVICE_NEED = "service_need", msgid("change in the need for services")
    PRODUCTIVITY = "productivity", msgid("productivity challenge")
    DIGITALISATION = "digitalisation", msgid("digitalisation")
    CARBON_NEUTRALITY = "carbon_neutrality", msgid("carbon neutrality")
    INVESTMENT = "investment", msgid("significant investment")
    OTHER = "other", msgid("other")


class Challenge(Filled):
    """One innovation challenge (innovaatiohaaste); a plan has one to three."""

    id: Annotated[str, Identifier("H")] = item(
        "Challenge id", "H and a number.", default=..., example="H1", synonyms="id"
    )
    name: Annotated[TitleText | None, RequiredFrom("G2")] = item(
        "Innovation challenge", "A short name.", example="Safe evenings at home", synonyms="name"
    )
    renewal_kind: Annotated[RenewalNeed | None, RequiredFrom("G3")] = item(
        "Kind of renewal need", "Choose from the list.", example="change in the need for services"
    )
    renewal_need: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Renewal need", "What must change and why.", example="…", synonyms="need"
    )
    beneficiaries: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Beneficiaries", "Who gains when the challenge is solved.", example="…"
    )
    procurement_object: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Object of procurement", "What is bought, as a result or an effect.", example="…"
    )
    procurement_procedure: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Carrying out the procurement",
        "The procedure and how innovation is made possible in it.",
        example="…",
        synonyms="procurement procedure|procurement",
    )
    procurement_timing: Annotated[Timing | None, RequiredFrom("G4")] = item(
        "Timing of the procurement", "As exactly as it is known.", example="autumn 2022"
    )
    procurement_value: Money | None = item(
        "Estimated value", "In euros, without VAT.", example="250 000 €", synonyms="value"
    )
    market_dialogue: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Market dialogue", "Its form and the questions put to the market.", example="…"
    )
    market_dialogue_timing: Timing | None = item(
        "Timing of the market dialogue", "As exactly as it is known.", example="3/2022"
    )
    owner: Annotated[TitleText | None, RefTo("people", "posts"), RequiredFrom("G3")] = item(
        "Owner of the challenge", "A person or post: id or exact name.", example="TEH1"
    )
    objectives: Annotated[ReferenceList, RefTo("objectives")] = item(
        "Objectives of the challenge",
        "Ids of the objectives that the challenge serves.",
        default=(),
        example="T1",
        synonyms="objectives",
    )
