"""The use case of `paja templates diff`: what a change of templates changes in them and beyond."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.app.comparing.blast import Blast, Trial, blast_of
from pipeline.app.comparing.sides import TEMPLATE_ENDING, Side, sides
from pipeline.app.failures import failure_findings
from pipeline.app.validation import Progress, silent
from pipeline.checks.comparing.comparison import differences
from pipeline.checks.wording.document import document_lines
from pipeline.checks.wording.line import Line
from pipeline.checks.wording.plain import plain_lines
from pipeline.core.difference import Act
from pipeline.core.errors import ExitCode, TemplateError
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.render.inspecting import package_parts
from pipeline.report.template_diff import Fate, TemplateChange, TemplateDiff


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffRequest:
    """What is compared: files, folders or revisions; without `new`, the working tree.

    `trial` says what documents are made with both.
    """

    old: str
    new: str | None = None
    templates: Path | None = None
    trial: Trial = field(default_factory=Trial)


def diff_templates(request: DiffRequest, progress: Progress = silent) -> TemplateDiff:
    """Compare templates, and the documents of all submissions made with either.

    Raises:
        PajaError: one of the sides cannot be read; what concerns one template or document alone
            is told in the outcome.
    """
    before, after = sides(request.old, request.new, request.templates)
    changes = tuple(_changes(before, after))
    blast = blast_of(before, after, request.trial, progress) if changes else Blast()
    names = set(before.templates) | set(after.templates)
    return TemplateDiff(
        old=_called(before, request),
        new=_called(after, request),
        templates=changes,
        unchanged=len(names - {each.path for each in changes}),
        documents=tuple(blast.documents),
        inputs=tuple(blast.inputs),
        left_out=tuple(blast.left_out),
        notes=tuple(blast.notes),
    )


def diff_exit_code(diff: TemplateDiff, *, strict: bool) -> ExitCode:
    """Return what a comparison ends with: 1 where something can no longer be made or read.

    With `strict`, also where a document that was final is a draft now.
    """
    unread = any(each.faults for each in diff.templates)
    lost = diff.of_fate(Fate.LOST)
    return ExitCode.FINDINGS if unread or lost or (strict and diff.drafts) else ExitCode.OK


def _called(side: Side, request: DiffRequest) -> str:
    name = side.name
    return translator(request.trial.language).text(name) if isinstance(name, Text) else name


def _changes(before: Side, after: Side) -> Iterator[TemplateChange]:
    for path in sorted({*before.files, *after.files}):
        old, new = before.files.get(path), after.files.get(path)
        if old is None:
            yield TemplateChange(path, Act.ADDED)
        elif new is None:
            yield TemplateChange(path, Act.REMOVED)
        elif old != new:
            yield _change(path, old, new)


def _change(path: str, old: bytes, new: bytes) -> TemplateChange:
    try:
        found = differences(_lines(path, old), _lines(path, new))
    except TemplateError as fault:
        place = replace(fault.location, file=path)
        told = TemplateError(fault.message, hint=fault.hint, location=place)
        return TemplateChange(path, Act.CHANGED, faults=failure_findings(told))
    return TemplateChange(path, Act.CHANGED, found)


def _lines(path: str, content: bytes) -> tuple[Line, ...]:
    """Return the lines of a template, or of the description of a deliverable."""
    if path.endswith(TEMPLATE_ENDING):
        return document_lines(package_parts(content))
    return plain_lines(content)
