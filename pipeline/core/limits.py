"""How much of an input is read before it is refused."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input that is read; anything larger is refused with the limit named.

    Sizes are in bytes. They hold for what comes out while a file is unpacked, whatever its own
    headers say.
    """

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 120_000_000
    #: How many times larger a part of a workbook may come out, once it is past `ratio_from`.
    ratio: int = 150
    ratio_from: int = 4_000_000
    members: int = 2_000
    #: Reading, checking and telling so many, each of them wrong, takes some five seconds.
    filled_cells: int = 40_000
    #: Cells with or without a value: formatting alone costs a reader as much.
    cells: int = 250_000
    rows: int = 60_000
    last_row: int = 100_000
    last_column: int = 1_000
    strings: int = 150_000
    #: The cells that merged ranges and ranges with a link may cover in all.
    range_area: int = 50_000
    #: Elements of the parts of a workbook that hold no cells: styles, drawings and the like.
    elements: int = 50_000
    yaml_depth: int = 20
    yaml_bytes: int = 1_000_000
    #: Texts, mappings and lists of a YAML file, keys included.
    yaml_values: int = 10_000


DEFAULT: Final = Limits()
