"""What each context is made of: whose form it needs, and what one document is made for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.deliverable import DeliverableScope
from schemas.programme import ProgrammeModel

_ACADEMY: Final = ProgrammeModel.ACADEMY
_COMMUNITY: Final = ProgrammeModel.COMMUNITY


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document with some context is about; `model` is the programme that has such."""

    model: ProgrammeModel
    scope: DeliverableScope


SUBJECTS: Final[Mapping[str, Subject]] = MappingProxyType({
    "action_plan": Subject(_ACADEMY, DeliverableScope.ORGANISATION),
    "facilitator_guide": Subject(_ACADEMY, DeliverableScope.PROGRAMME),
    "kick_off_invitation": Subject(_ACADEMY, DeliverableScope.ORGANISATION),
    "process_guide": Subject(_COMMUNITY, DeliverableScope.ORGANISATION),
    "process_invitation": Subject(_COMMUNITY, DeliverableScope.ORGANISATION),
    "sparring_invitation": Subject(_ACADEMY, DeliverableScope.SPARRING),
    "workshop_guide": Subject(_COMMUNITY, DeliverableScope.WORKSHOP),
    "workshop_invitation": Subject(_COMMUNITY, DeliverableScope.WORKSHOP),
})
