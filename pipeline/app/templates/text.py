"""The use case of `paja templates text`: the words of a Word document as lines."""

from dataclasses import replace
from pathlib import Path

from pipeline.app.opening import read_bytes
from pipeline.checks.wording.document import document_text
from pipeline.core.errors import TemplateError
from pipeline.render.inspecting import package_parts


def template_text(path: Path) -> str:
    """Return the text of a template or document: a line for each paragraph and row.

    Raises:
        TemplateError: it is no Word document, or damaged.
        EnvironmentFailedError: the file is missing or cannot be opened.
    """
    content = read_bytes(path)
    try:
        return document_text(package_parts(content))
    except TemplateError as fault:
        place = replace(fault.location, file=path.name)
        raise TemplateError(fault.message, hint=fault.hint, location=place) from fault
