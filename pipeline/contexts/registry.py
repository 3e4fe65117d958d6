"""The contexts that a deliverable can name, by the name it uses."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from pipeline.contexts.action_plan import action_plan
from pipeline.contexts.facilitator_guide import facilitator_guide
from pipeline.contexts.invitations import kick_off_invitation, sparring_invitation
from pipeline.contexts.process_invitations import process_invitation, workshop_invitation
from pipeline.contexts.scene import Scene
from pipeline.contexts.workshop_guides import process_guide, workshop_guide
from schemas.contexts import DocumentContext

Builder = Callable[[Scene], DocumentContext]

CONTEXTS: Final[Mapping[str, Builder]] = MappingProxyType({
    "action_plan": action_plan,
    "facilitator_guide": facilitator_guide,
    "kick_off_invitation": kick_off_invitation,
    "process_guide": process_guide,
    "process_invitation": process_invitation,
    "sparring_invitation": sparring_invitation,
    "workshop_guide": workshop_guide,
    "workshop_invitation": workshop_invitation,
})
