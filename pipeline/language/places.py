"""Places in a person's own file as the person looks for them: sheet and cell, or line."""

from dataclasses import replace

from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator


def shown_place(place: Location, translator: Translator) -> str:
    """Return where in its file a place is: `Toimenpiteet!F7`, `rivi 12`, or "" for all of it."""
    if place.sheet is None and place.line is not None:
        return translator.text(Text("line {line}", line=place.line))
    return str(replace(place, file=None))[1:-1]
