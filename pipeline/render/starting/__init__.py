"""A first template, drawn from an outline in the styles of the house."""

from pipeline.render.starting.outline import Block, Column, Outline, Paragraph, Run, Table
from pipeline.render.starting.template import first_template

__all__ = ["Block", "Column", "Outline", "Paragraph", "Run", "Table", "first_template"]
