"""The thresholds of the rules of Yhteisöllinen innovointi, which each programme may set."""

from typing import Annotated

from schemas.fields import WholeNumber
from schemas.filled import Filled, item

_Days = Annotated[int, WholeNumber(0, 400)]
_Minutes = Annotated[int, WholeNumber(1, 1440)]
_People = Annotated[int, WholeNumber(1, 50)]


class WorkshopRules(Filled):
    """What the workshops of a process are measured by."""

    workshops: Annotated[int, WholeNumber(1, 20)] = item(
        "Number of workshops", "In one process.", default=5
    )
    clients_least: Annotated[int, WholeNumber(1, 20)] = item(
        "Clients at least", "When the process crosses the borders of organisations.", default=2
    )
    months_least: Annotated[int, WholeNumber(0, 36)] = item(
        "Months at least", "How long a process takes.", default=3
    )
    days_between_least: _Days = item("Days between workshops", "At least.", default=7)
    days_for_experiments_least: _Days = item(
        "Days for experiments", "At least, between the last two workshops.", default=14
    )
    minutes_least: _Minutes = item("Minutes at least", "Of one workshop.", default=150)
    minutes_most: _Minutes = item("Minutes at most", "Of one workshop.", default=300)
    minutes_without_break: _Minutes = item(
        "Minutes without a break", "At most, one after another.", default=90
    )
    group_least: _People = item("Group at least", "People in one group.", default=3)
    group_most: _People = item("Group at most", "People in one group.", default=8)
