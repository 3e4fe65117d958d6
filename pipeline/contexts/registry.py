"""The contexts that a deliverable can name, by the name it uses."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from schemas.lazy import LazyRegistry

if TYPE_CHECKING:
    from pipeline.contexts.scene import Scene
    from schemas.contexts.view import DocumentContext

Builder = Callable[["Scene"], "DocumentContext"]

#: A run loads what makes the documents that it makes, and no more.
CONTEXTS: Final[LazyRegistry[str, Builder]] = LazyRegistry({
    "action_plan": "pipeline.contexts.action_plan:action_plan",
    "facilitator_guide": "pipeline.contexts.facilitator_guide:facilitator_guide",
    "kick_off_invitation": "pipeline.contexts.invitations:kick_off_invitation",
    "process_guide": "pipeline.contexts.workshop_guides:process_guide",
    "process_invitation": "pipeline.contexts.process_invitations:process_invitation",
    "sparring_invitation": "pipeline.contexts.invitations:sparring_invitation",
    "workshop_guide": "pipeline.contexts.workshop_guides:workshop_guide",
    "workshop_invitation": "pipeline.contexts.process_invitations:workshop_invitation",
})
