"""The versions of a document and their states (muutoshistoria)."""

from typing import Annotated

from schemas.fields import Choice, Day, PlainText, RequiredFrom, TitleText, VersionNumber
from schemas.filled import Filled, item
from schemas.msgid import msgid


class VersionState(Choice):
    """What a version has been through."""

    DRAFT = "draft", msgid("draft")
    SPARRED = "sparred", msgid("sparred")
    FOR_MANAGEMENT = "for_management", msgid("for the management group")
    APPROVED = "approved", msgid("approved")
    UPDATED = "updated", msgid("updated")


class Version(Filled):
    """One version; the last one is the version that documents carry."""

    number: VersionNumber = item(
        "Version number", "Such as 0.5 or 1.0.", default=..., example="0.5", synonyms="version"
    )
    date: Day = item(
        "Date of the version", "The day.", default=..., example="1.12.2021", synonyms="date"
    )
    state: Annotated[VersionState | None, RequiredFrom("G2")] = item(
        "State of the version", "Choose from the list.", example="sparred", synonyms="state"
    )
    change: PlainText | None = item("Change", "What was changed.", example="…")
    author: TitleText | None = item("Author", "Name or post.", example="Malli Mallinen")
