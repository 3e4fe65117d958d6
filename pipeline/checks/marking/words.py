"""What the comments of a marked template say."""

import re
from dataclasses import replace
from typing import Final

from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.core.visible import visible
from pipeline.language.catalogue import Translator
from pipeline.language.severities import severity_name

#: Tags in a comment would be read as the template's own: they stand as authors write those that
#: are to be seen, `{_{`.
_BRACE: Final = re.compile(r"\{(?=[{%#])|[}%#](?=\})")
_LONGEST: Final = 2_000


def comment_lines(finding: Finding, translator: Translator, *, apart: bool) -> tuple[str, ...]:
    """Return the paragraphs of a finding's comment; `apart` if it stands at another place."""
    name = severity_name(finding.severity, translator)
    texts = [f"{name} {finding.code}: {translator.text(finding.message)}"]
    if finding.hint is not None:
        texts.append(translator.text(finding.hint))
    place = str(replace(finding.location, file=None))[1:-1]
    if apart and place:
        texts.append(translator.text(Text("Place: {place}", place=place)))
    return tuple(map(_shown, texts))


def more_lines(count: int, translator: Translator) -> tuple[str, ...]:
    """Return the paragraphs of the comment that tells of findings without one."""
    return (translator.text(Text("There are {count} more findings.", count=count)),)


def _shown(text: str) -> str:
    safe = _BRACE.sub(r"\g<0>_", visible(" ".join(text.split())))
    return safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 1]}…"
