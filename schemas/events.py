"""How the programme's events are prepared: the kick-off and the sparrings."""

from typing import Annotated

from schemas.blocks import Block
from schemas.fields import Phone, PlainText, RequiredFrom, TitleText, UrlText, WholeNumber
from schemas.filled import Filled, item


class EventRole(Filled):
    """One task in running an event, and who has it."""

    role: TitleText = item("Role", "Such as facilitator or documenter.", default=...)
    name: Annotated[TitleText | None, RequiredFrom("G1")] = item("Name", "Who has the role.")
    phone: Phone | None = item("Phone", "For the internal guide only.")
    task: PlainText | None = item("Task", "What the role does.")


class Supply(Filled):
    """One thing that an event needs."""

    name: TitleText = item("Material", "What is needed.", default=...)
    amount: TitleText | None = item("Quantity", "How much of it.")
    bringer: TitleText | None = item("Brought by", "Who brings or prepares it.")


class ChecklistItem(Filled):
    """One thing to check, so many days before or after the event."""

    days: Annotated[int, WholeNumber(-60, 60)] = item(
        "Days from the event", "-14 is two weeks before, 0 the day itself.", default=...
    )
    task: PlainText = item("Task", "What is checked or done.", default=...)


class KickOff(Filled):
    """What is known of the kick-off beyond its stage row."""

    welcome: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Welcome", "The opening words of the invitation."
    )
    goal: Annotated[PlainText | None, RequiredFrom("G1")] = item("Goal", "Why the event is held.")
    outputs: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Outputs", "What exists afterwards; a line for each."
    )
    participants: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Participants", "Who come and what they expect."
    )
    expected: Annotated[int, WholeNumber(1, 10000)] | None = item(
        "Expected number", "Of participants."
    )
    group_size: Annotated[int, WholeNumber(2, 50)] | None = item(
        "Group size", "People in one group."
    )
    room: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Room", "The room or the online platform, in words."
    )
    online_variant: PlainText | None = item("Other form", "If the event moves online or on site.")
    documentation: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Documentation", "What is written down and where."
    )
    afterwards: PlainText | None = item("Afterwards", "What happens next, for participants.")
    accessibility_form: UrlText | None = item(
        "Accessibility form", "Link to the form for accessibility and diet needs."
    )
    technical_contact: TitleText | None = item("Technical contact", "Name and phone or e-mail.")
    blocks: tuple[Block, ...] = item(
        "Programme of the kick-off", "The blocks in order.", default=()
    )
    roles: tuple[EventRole, ...] = item("Roles", "Who does what.", default=())
    supplies: tuple[Supply, ...] = item("Materials", "What is needed.", default=())
    checklist: tuple[ChecklistItem, ...] = item("Checklist", "Before and after.", default=())


class SparringPlan(Filled):
    """What every organisation's sparring of one number has in common."""

    number: Annotated[int, WholeNumber(1, 9)] = item("Sparring number", "1 or 2.", default=...)
    goal: Annotated[PlainText | None, RequiredFrom("G1")] = item(
        "Goal", "What the sparring is for."
    )
    preparation: PlainText | None = item("Preparation", "What the team does before; a line each.")
    afterwards: PlainText | None = item("Afterwards", "What happens next.")


class SparringBlock(Block):
    """One block of the sparrings of one number."""

    sparring: Annotated[int, WholeNumber(1, 9)] = item(
        "Sparring number", "1 or 2.", default=..., example="1"
    )
