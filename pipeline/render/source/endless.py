"""Tags without end in such numbers that reading them would take for ever: refused before that.

docxtpl looks for the end of each tag through all that follows, so that many without an end cost
the square of their number.
"""

import re
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text

#: So many are more than anybody mistypes.
_MOST: Final = 100
_MARKUP: Final = re.compile(rb"<[^>]*>")
_RAW: Final = re.compile(rb"\{%[-+]?\s*(end)?raw\b")


def refuse_endless(name: str, content: bytes) -> None:
    """Refuse a part with far too many tags that are opened and not closed.

    Raises:
        TemplateError: there are such.
    """
    if content.count(b"{") <= _MOST:
        return
    text = _MARKUP.sub(b"", content)
    ends = text.count(b"}}") + text.count(b"%}")
    if text.count(b"{{") + text.count(b"{%") - ends > _MOST or _has_endless_raw(text):
        raise TemplateError(
            Text("A tag is opened and not closed."),
            hint=Text("Check that each tag is closed and each if and for has its end."),
            location=Location(part=name),
        )


def _has_endless_raw(content: bytes) -> bool:
    ends = [found[1] is not None for found in _RAW.finditer(content)]
    return len(ends) - 2 * sum(ends) > _MOST
