"""Workbooks made from the schemas: blank ones to fill in, and ones with values in place."""

from pipeline.workbook.guide import Guide
from pipeline.workbook.writer import record_values, write_workbook

__all__ = ["Guide", "record_values", "write_workbook"]
