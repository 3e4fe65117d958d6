"""Findings that somebody has looked at and accepts, with the reason (ohitus)."""

from schemas.fields import PlainText, TitleText
from schemas.filled import Filled, item


class Acknowledgement(Filled):
    """One rule's findings, all of them or those in one place, that are accepted for a reason."""

    rule: TitleText = item(
        "Code of the rule", "As the finding shows it.", default=..., example="YL-14"
    )
    where: TitleText | None = item(
        "Place of the finding",
        "The id of the row, the cell, or the sheet; empty means every finding of the rule.",
        example="P3",
        synonyms="where",
    )
    reason: PlainText | None = item(
        "Reason for accepting it", "Why it is right as it is.", example="…"
    )
    who: TitleText | None = item("Accepted by", "Name or post.", example="Malli Mallinen")
