"""What is known of one sheet before its cells are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.core.layout import Sheet
from pipeline.sources.excel.headings import Vocabulary
from pipeline.sources.opening.excel.cell_range import Address
from pipeline.sources.opening.excel.grid import Grid


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One sheet to read: its cells, its words, what the defined names say, the language."""

    grid: Grid
    words: Vocabulary
    claimed: Mapping[str, Address]
    language: str

    @property
    def sheet(self) -> Sheet:
        """Return the sheet of the layout."""
        return self.words.sheet
