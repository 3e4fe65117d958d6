"""Texts as sentences: of a long paragraph only what has changed is told."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.checks.comparing.matching import blocks
from pipeline.checks.comparing.tags import blanked, is_whole

_END: Final = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zåäö]|[\"”“({\[])")


def changed_sentences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield what was and what is, as few sentences as hold each change; either may be empty.

    Tags are shown, but a change in them alone is none.
    """
    old, new = sentences(before), sentences(after)
    found = blocks([blanked(each) for each in old], [blanked(each) for each in new])
    for block in found:
        if not block.same:
            yield _joined(old, block.before), _joined(new, block.after)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a tag is never cut in two."""
    whole: list[str] = []
    for piece in _END.split(text):
        if whole and not is_whole(whole[-1]):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return tuple(each for each in whole if each)


def _joined(pieces: Sequence[str], places: range) -> str:
    return " ".join(pieces[at] for at in places)
