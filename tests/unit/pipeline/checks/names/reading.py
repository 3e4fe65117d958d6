"""Templates of one line, read with the names and types of the sample context."""

from jinja2 import Environment

from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.shapes import Type
from pipeline.checks.names.statements import read_tree
from tests.templates.sample import SampleContext


def said(source: str, **types: Type) -> list[tuple[str, str, str]]:
    """Return the code, message and hint of each note on a template; `types` are further names."""
    names = {**fields_of(SampleContext), **types}
    notes = read_tree(Environment(autoescape=True).parse(source), names)
    return [(note.code, str(note.message), str(note.hint)) for note in notes]


def codes(source: str, **types: Type) -> list[str]:
    """Return the codes of the notes on a template."""
    return [code for code, _message, _hint in said(source, **types)]
