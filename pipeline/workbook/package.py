"""The file of a workbook, byte for byte the same for the same content."""

import io
import zipfile
from datetime import datetime
from typing import Final

from openpyxl.workbook import Workbook
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from pipeline.workbook.tidying import tidied

#: The earliest time that a zip archive can hold; the archive's own times say nothing.
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_FILE_MODE: Final = 0o644 << 16


def packed(workbook: Workbook, stamp: datetime) -> bytes:
    """Return the bytes of a workbook that says it was made at `stamp`."""
    saved = io.BytesIO()
    workbook.properties.created = stamp
    workbook.save(saved)
    # Saving sets the time of change to the present.
    workbook.properties.modified = stamp
    core = tostring(workbook.properties.to_tree())
    with zipfile.ZipFile(saved) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as target:
        for name, content in tidied(parts | {ARC_CORE: core}).items():
            target.writestr(_member(name), content)
    return result.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _ZIP_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = _UNIX
    member.external_attr = _FILE_MODE
    return member
