"""A checked workbook opened with openpyxl, once, and nothing of openpyxl's complaints let out."""

import warnings
import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from pipeline.core.text import Text
from pipeline.sources.excel.refusal import RefusedError

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


def load(content: bytes) -> Workbook:
    """Open a workbook that has passed the preflight; formulas give their stored values.

    Raises:
        RefusedError: its parts do not fit together.
    """
    with warnings.catch_warnings():
        # openpyxl warns of what it will not write back; nothing is written back here.
        warnings.filterwarnings("ignore", module=r"openpyxl\.")
        try:
            return load_workbook(BytesIO(content), data_only=True, keep_links=False)
        except _FAULTS as fault:
            raise inconsistent() from fault


def inconsistent() -> RefusedError:
    """Return the refusal of a file whose parts contradict each other."""
    return RefusedError(
        "FI-05",
        Text("The file is damaged: its parts do not fit together."),
        Text("Open it in Excel, let Excel repair it, and save it again."),
    )
