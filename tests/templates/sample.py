"""A small context with every kind of type that a context may declare."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas.contexts.gap import Gap
from schemas.contexts.picture import Picture
from schemas.contexts.view import Shown, TimingView, View


class Stage(StrEnum):
    """A choice that is declared as an enumeration."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"


class Person(View):
    """Somebody, with a post that may be missing."""

    name: Shown
    post: str | None
    email: str


class Step(View):
    """One row of a table."""

    name: str
    due: dt.date | None
    starts: dt.time | Gap
    cost: Decimal | None
    hours: int | None
    owner: Person | None
    stage: Stage
    level: Literal["low", "high"] | None
    tags: list[str]
    timing: TimingView | Gap
    done: bool


class SampleContext(View):
    """What the templates of the cases see."""

    title: str
    subtitle: str | None
    date: dt.date | Gap
    lead: Person
    deputy: Person | None
    steps: list[Step]
    nights: list[dt.date] | None
    names: list[str]
    helpers: list[str] | Gap
    grid: list[list[str]]
    prices: dict[str, Decimal]
    state: Literal["draft", "final"]
    total: Annotated[Decimal, Field(ge=0)]
    count: int
    share: float
    open: bool
    missing: Gap
    figure: Picture | Gap
