"""Marked copies of filled-in files: faults shown where they stand, and nothing else changed."""

from pipeline.workbook.marking.marker import LIST_SHEET, mark_workbook
from pipeline.workbook.marking.parts import CannotMarkError
from pipeline.workbook.marking.yaml_comments import mark_yaml

__all__ = ["LIST_SHEET", "CannotMarkError", "mark_workbook", "mark_yaml"]
