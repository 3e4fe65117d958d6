"""The method basket: ways of working with the lengths and group sizes that they fit."""

from typing import Annotated

from schemas.fields import Duration, Identifier, PlainText, TitleText, UrlText, WholeNumber
from schemas.filled import Filled, item

_GroupSize = Annotated[int, WholeNumber(1, 10000)]


class Method(Filled):
    """One way of working (menetelmä)."""

    id: Annotated[str, Identifier("M")] = item(
        "Method id", "M and a number.", default=..., example="M1", synonyms="id"
    )
    name: TitleText = item("Method", "Its name.", default=..., example="Circle of questions")
    purpose: PlainText | None = item("Purpose", "What it is good for.", example="…")
    duration_least: Duration | None = item(
        "Shortest length", "Below this it does not work.", example="20 min"
    )
    duration_most: Duration | None = item(
        "Longest length", "Beyond this people tire.", example="45 min"
    )
    group_least: _GroupSize | None = item(
        "Smallest group", "People who work together.", example="3"
    )
    group_most: _GroupSize | None = item("Largest group", "People who work together.", example="6")
    steps: PlainText | None = item("Steps", "A line for each.", example="…")
    materials: PlainText | None = item("Materials", "What is needed.", example="…")
    space: PlainText | None = item("Space", "What kind of room it needs.", example="…")
    online: PlainText | None = item("Online", "How it is done at a distance.", example="…")
    tips: PlainText | None = item("Tips", "What makes it work.", example="…")
    what_if: PlainText | None = item("What if", "What to do when it does not go as planned.")
    source: TitleText | None = item("Source", "Where it comes from.", example="…")
    source_url: UrlText | None = item("Link to the source", "If there is one.")
    licence: TitleText | None = item(
        "Licence", "On what terms the text may be used.", example="our own text"
    )
