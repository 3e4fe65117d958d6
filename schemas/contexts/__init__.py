"""The types of what templates see, one module a document; values are plain."""

from schemas.contexts.action_plan import ActionPlanContext
from schemas.contexts.facilitator_guide import FacilitatorGuideContext
from schemas.contexts.gap import Gap
from schemas.contexts.invitations import KickOffInvitationContext, SparringInvitationContext
from schemas.contexts.picture import Picture
from schemas.contexts.view import DocumentContext, View
from schemas.contexts.workshop_guide import ProcessGuideContext, WorkshopGuideContext
from schemas.contexts.workshop_invitations import (
    ProcessInvitationContext,
    WorkshopInvitationContext,
)

__all__ = [
    "ActionPlanContext",
    "DocumentContext",
    "FacilitatorGuideContext",
    "Gap",
    "KickOffInvitationContext",
    "Picture",
    "ProcessGuideContext",
    "ProcessInvitationContext",
    "SparringInvitationContext",
    "View",
    "WorkshopGuideContext",
    "WorkshopInvitationContext",
]
