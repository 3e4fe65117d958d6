"""The quick parser of YAML and the careful one: what both can read, they read alike."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from pipeline.sources.opening.yaml.careful import careful_events
from pipeline.sources.opening.yaml.events import (
    Event,
    ScalarEvent,
    UnreadableError,
    kind,
    quick_events,
)

EXAMPLES = Path(__file__).parents[5] / "examples"
Read = tuple[tuple[object, ...], ...]

#: No second document, which is refused as soon as it begins.
PIECES = st.sampled_from([
    "a", "b: ", "- ", ": ", ":", " # c", "\\", "[", "]", "{", "}", ", ", "?", "? ", "!",
    "%", "@", "`", "'", '"', "\\n", "é", "€", "1.10", "22:30", "no", "~", "=", "<<: ", "\n", "\n  ",
    "\n    ", "|\n", ">\n", "|-\n", ">+\n", "\t", "\N{NO-BREAK SPACE}",
])  # fmt: skip


def read(events: Callable[[str], Iterator[Event]], text: str) -> Read | None:
    """Return what a parser says of a text, None if it cannot read it."""
    try:
        return tuple(_plain(event) for event in events(text) if _counts(event))
    except (UnreadableError, YAMLError):
        return None


def _counts(event: Event) -> bool:
    return kind(event) not in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}


def _plain(event: Event) -> tuple[object, ...]:
    """Return what reading takes of an event; where nothing stands, each has a place of its own."""
    start = (event.start_mark.line, event.start_mark.column)
    if kind(event) != "ScalarEvent":
        return kind(event), start if kind(event).endswith("StartEvent") else None
    scalar = cast("ScalarEvent", event)
    if not scalar.value and not scalar.style:
        return (kind(event),)
    return kind(event), start, scalar.value, scalar.style or ""


@given(st.lists(PIECES, max_size=14).map(lambda pieces: f"k: {''.join(pieces)}"))
def test_what_both_parsers_can_read_they_read_alike(text: str) -> None:
    quick, careful = read(quick_events, text), read(careful_events, text)
    # Only the quick one lets a tab stand at the end of a line, which nobody sees.
    assert quick == careful or quick is None or careful is None


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_examples_need_the_quick_parser_only(path: Path) -> None:
    text = path.read_text("utf-8")
    quick = read(quick_events, text)
    assert quick is not None
    assert quick == read(careful_events, text)
