"""Excel workbooks as records of a model's form, each value with the place of its cell."""

from pipeline.sources.excel.reader import read_workbook, workbook_record

__all__ = ["read_workbook", "workbook_record"]
