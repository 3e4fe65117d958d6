"""YAML texts drawn for Hypothesis: examples gone wrong, nesting, odd signs, other encodings."""

from typing import cast

from hypothesis import strategies as st

from tests.fuzz.broken_bytes import Draw, broken, whole

_DEEP = 100_000
#: Signs by which YAML means something, and characters that it, or a terminal, takes amiss.
_SIGNS = (
    "[", "]", "{", "}", ":", ",", "-", "?", "&", "*", "!", "|", ">", "'", '"', "%", "@", "`", "#",
    "~", "=", "\\", "+", "a", "0", "é", "😀", " ", "  ", "\t", "\n", "\r", "\r\n", "\ufeff", "\x85",
    "\u2028", "\u2029", "\xa0", "\u202e", "\u0301", "\ufffe", "\x00", "\x07", "\x1b", "\x7f",
    "\U0010ffff", "- ", ": ", "? ", "---\n", "...\n", "%YAML 1.1\n", "%YAML 9.9\n",
    "%TAG ! tag:x,2000:\n", "&a ", "*a", "!!str ", "!<x>", "<<: *a", "|\n", ">-\n", "|9+\n",
    "\\x41", "\\ud800", "\\U00110000", "null", "~", "yes", "0x1F", "1_000", "190:20:30",
    "2022-02-30", ".inf", "key: ", "# ", " #4",
)  # fmt: skip
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1")
_OPENINGS = (
    "[", "{", "- ", "? ", "{a: ", "[[", "a: [", "!!str ", "&a ", "*a ", "'", '"', "|\n", "---\n",
    "\t", " ", "\n", "#", "%", ":", "- - ", "? - ", "{? ", "<<: ", "\\", "é", "\u2028", "a\n\n",
)  # fmt: skip


@st.composite
def broken_texts(draw: Draw, example: bytes) -> bytes:
    """Draw the example broken in places, perhaps in another encoding or with other line ends."""
    changed = draw(broken(example, tuple(sign.encode("utf-8") for sign in _SIGNS)))
    content = cast("bytes", changed)
    match whole(draw, 0, 9):
        case 0:
            return content.replace(b"\n", b"\r\n")
        case 1:
            return content.replace(b"\n", b"\r")
        case 2:
            return content.replace(b"  ", b"\t")
        case 3:
            encoding = _ENCODINGS[whole(draw, 0, len(_ENCODINGS) - 1)]
            text = content.decode("utf-8", "replace")
            return text.encode(encoding, "replace")
        case _:
            return content


@st.composite
def odd_texts(draw: Draw) -> bytes:
    """Draw a text of signs, some of them many times over."""
    signs = cast("list[str]", draw(st.lists(st.sampled_from(_SIGNS), max_size=40)))
    text = "".join(signs)
    if whole(draw, 0, 3) == 0:
        text += cast("str", draw(st.text(max_size=30)))
    return text.encode("utf-8", "surrogatepass")


@st.composite
def endless_texts(draw: Draw) -> bytes:
    """Draw a text in which one thing is opened, or said, thousands of times."""
    opening = _OPENINGS[whole(draw, 0, len(_OPENINGS) - 1)]
    times = min(_DEEP, 10 ** whole(draw, 1, 5) * whole(draw, 1, 9))
    head = ("", "organisation:\n  name: ", "key: ", "- ")[whole(draw, 0, 3)]
    match whole(draw, 0, 3):
        case 0:
            text = "\n".join(f"{' ' * at}a:" for at in range(min(times, 1_000)))
        case 1:
            text = head + opening * times + "]" * whole(draw, 0, 9)
        case 2:
            text = head + f"{opening}x\n" * times
        case _:
            text = "".join(f"k{at}: {opening}\n" for at in range(min(times, 30_000)))
    return text.encode()
