"""Excel workbooks: checked before they are opened, then read into records with A1 places."""

from pipeline.sources.excel.preflight import is_sound
from pipeline.sources.excel.reader import read_workbook

__all__ = ["is_sound", "read_workbook"]
