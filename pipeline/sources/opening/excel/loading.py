"""A checked workbook opened with openpyxl, once, and nothing of openpyxl's complaints let out."""

import warnings
import zlib
from typing import Final
from zipfile import BadZipFile

from openpyxl.utils.exceptions import InvalidFileException

from pipeline.core.text import Text
from pipeline.sources.opening.excel.cell_reader import CellReader, LoadedWorkbook
from pipeline.sources.opening.excel.refusal import RefusedError

#: What openpyxl was seen to raise for well-formed parts that make no sense together.
_FAULTS: Final = (
    ArithmeticError,
    AttributeError,
    AssertionError,
    BadZipFile,
    InvalidFileException,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


def load(content: bytes, parts: tuple[str, ...]) -> LoadedWorkbook:
    """Open a workbook that has passed the preflight, and read the sheets in some parts.

    Raises:
        RefusedError: its parts do not fit together.
    """
    with warnings.catch_warnings():
        # openpyxl warns of what it will not write back; nothing is written back here.
        warnings.filterwarnings("ignore", module=r"openpyxl\.")
        try:
            return CellReader(content, parts).loaded()
        except _FAULTS as fault:
            raise inconsistent() from fault


def inconsistent() -> RefusedError:
    """Return the refusal of a file whose parts contradict each other."""
    return RefusedError(
        "FI-05",
        Text("The file is damaged: its parts do not fit together."),
        Text("Open it in Excel, let Excel repair it, and save it again."),
    )
