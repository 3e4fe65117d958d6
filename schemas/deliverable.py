"""What a deliverable is: the `deliverable.yaml` beside its templates."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from schemas.fields import Blank, Gate, LocalizedText, PlainText, TitleText

_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class DeliverableScope(StrEnum):
    """What one document of the kind is made for."""

    PROGRAMME = "programme"
    ORGANISATION = "organisation"
    SPARRING = "sparring"
    WORKSHOP = "workshop"


class CalendarKind(StrEnum):
    """Which event goes with the document as a calendar file."""

    KICK_OFF = "kick_off"
    SPARRING = "sparring"
    WORKSHOP = "workshop"


class Waiver(BaseModel):
    """What the check of templates notices here and somebody accepts, with the reason.

    `file` is one of the templates, `where` words of the place; without them all are meant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    code: TitleText
    reason: Annotated[PlainText | None, Blank] = None
    file: Annotated[TitleText | None, Blank] = None
    where: Annotated[TitleText | None, Blank] = None


class Deliverable(BaseModel):
    """One kind of document, found by its folder.

    `context` names the values that its templates see; below `gate` it is made as a draft.
    `filename` may use {date}, {deliverable}, {organisation}, {language} and {version}; `slugs` is
    the {deliverable} of each language.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: _Slug
    context: str = Field(pattern=r"^[a-z_]+$")
    titles: LocalizedText
    slugs: LocalizedText
    scope: DeliverableScope
    # Not a call: that would build a validator while this module is imported.
    audience: LocalizedText = LocalizedText.model_construct()
    gate: Gate
    filename: str = "{date}_{deliverable}_{organisation}_{language}_v{version}"
    calendar: CalendarKind | None = None
    waivers: tuple[Waiver, ...] = ()
