"""The filters that paja itself puts into tags: a template's author may not write them."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.text import Text
from pipeline.render.source.positions import Position

_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_OWN: Final = re.compile(r"\|\s*(_\w+)")


def refuse_own_filters(positions: Iterable[Position]) -> None:
    """Refuse tags in which an author wrote one.

    Raises:
        TemplateError: with the place of each such tag.
    """
    faults = tuple(
        TemplateError(
            Text("A template may not use this: {construct}", construct=name),
            hint=Text(
                "Print, if, for, set, macros of your own and the listed filters are allowed."
            ),
            location=each.location,
        )
        for each in positions
        for name in _OWN.findall(_QUOTED.sub("", each.location.tag or ""))
    )
    if faults:
        raise TemplateError.first_of(faults)
