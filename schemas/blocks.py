"""The blocks of an event's programme; clock times are computed from their lengths."""

from typing import Annotated

from schemas.fields import Choice, Duration, PlainText, RequiredFrom, TitleText, YesNo
from schemas.filled import Filled, item
from schemas.msgid import msgid


class BlockType(Choice):
    """What a block is for."""

    PREPARATION = "preparation", msgid("preparation")
    OPENING = "opening", msgid("opening")
    WARM_UP = "warm_up", msgid("warm-up")
    TALK = "talk", msgid("talk")
    INDIVIDUAL = "individual", msgid("individual work")
    GROUP = "group", msgid("group work")
    BREAK = "break", msgid("break")
    SHARING = "sharing", msgid("sharing")
    CLOSING = "closing", msgid("closing")


class Block(Filled):
    """One block of a programme (ohjelmakohta)."""

    name: TitleText = item("Block", "What participants see.", default=..., example="Opening")
    duration: Duration = item("Length", "Such as 20 min.", default=..., example="20 min")
    type: BlockType = item("Type of block", "Choose from the list.", default=..., example="opening")
    goal: Annotated[PlainText | None, RequiredFrom("G1")] = item("Goal", "What it is for.")
    do: PlainText | None = item("Do", "What the facilitator does; a line for each step.")
    say: PlainText | None = item("Say", "What the facilitator says.")
    materials: PlainText | None = item("Materials", "What is needed.")
    lead: TitleText | None = item("Lead", "Who leads the block.")
    grouping: TitleText | None = item("Grouping", "How people are grouped.")
    output: PlainText | None = item("Output", "What exists afterwards.")
    tips: PlainText | None = item("Tips", "What makes it work.")
    what_if: PlainText | None = item("What if", "What to do when it does not go as planned.")
    public: YesNo | None = item("Seen by participants", "Yes or no; yes if empty.")
