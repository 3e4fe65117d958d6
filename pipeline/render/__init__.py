"""Compile a Word template once and render it many times; the only importer of docx and docxtpl."""

from pipeline.render.limits import DEFAULT, Limits
from pipeline.render.shown_gaps import shows_gap
from pipeline.render.template import CompiledTemplate, compile_template

__all__ = ["DEFAULT", "CompiledTemplate", "Limits", "compile_template", "shows_gap"]
