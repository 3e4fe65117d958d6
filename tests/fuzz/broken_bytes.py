"""Bytes broken as transport, editors and attackers break them, drawn for Hypothesis."""

from collections.abc import Callable
from typing import cast

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[object]], object]

_MOST_CHANGES = 8
_LONG = 3_000


@st.composite
def broken(draw: Draw, content: bytes, pieces: tuple[bytes, ...] = ()) -> bytes:
    """Draw the content with bytes changed, taken out, doubled or put in; `pieces` are put in."""
    for _ in range(whole(draw, 1, _MOST_CHANGES)):
        content = _changed(draw, content, pieces)
    return content


def whole(draw: Draw, least: int, most: int) -> int:
    """Draw a whole number."""
    return cast("int", draw(st.integers(least, max(least, most))))


def one_of(draw: Draw, choices: tuple[bytes, ...]) -> bytes:
    """Draw one of some texts."""
    return choices[whole(draw, 0, len(choices) - 1)]


def _changed(draw: Draw, content: bytes, pieces: tuple[bytes, ...]) -> bytes:
    start = whole(draw, 0, len(content))
    end = min(len(content), start + whole(draw, 0, 64))
    head, cut, tail = content[:start], content[start:end], content[end:]
    match whole(draw, 0, 5):
        case 0:
            changed = head + tail
        case 1:
            changed = head + cast("bytes", draw(st.binary(max_size=8))) + tail
        case 2:
            changed = head + cut + cut + tail
        case 3 if whole(draw, 0, 9) == 0:
            changed = head
        case 4 if pieces:
            times = whole(draw, 1, _LONG) if whole(draw, 0, 19) == 0 else 1
            changed = head + one_of(draw, pieces) * times + cut + tail
        case _:
            flipped = bytes(byte ^ (1 << whole(draw, 0, 7)) for byte in cut[:1])
            changed = head + flipped + cut[1:] + tail
    return changed
