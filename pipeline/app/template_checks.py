"""The use case of `paja templates check`: every fault of every template in one run."""

from pathlib import Path

from pipeline.app.deliverables import templates_folder
from pipeline.app.reading import read_bytes
from pipeline.app.template_files import TemplateFile, find_templates
from pipeline.app.validation import Progress, silent
from pipeline.app.version import version
from pipeline.checks.template import check_template
from pipeline.core.errors import UsageError
from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.report.order import in_order
from pipeline.report.run import RunReport


def check_templates(
    paths: tuple[Path, ...],
    folder: Path | None = None,
    *,
    language: str = "fi",
    progress: Progress = silent,
) -> RunReport:
    """Check the templates among `paths`, or all of the templates folder where none are given.

    Raises:
        UsageError: there are no templates in what was given.
        EnvironmentFailedError: a file is missing or cannot be opened.
    """
    found = find_templates(paths or (templates_folder(folder),), language=language)
    if not found.paths:
        raise UsageError(
            Text("There are no templates in what was given."),
            hint=Text("Give templates, or the folder that holds them with --templates."),
        )
    findings = list(found.findings)
    for done, file in enumerate(found.files):
        progress(done, len(found.files), file.shown)
        findings += _checked(file)
    return RunReport(findings=in_order(findings), paths=found.paths, version=version())


def _checked(file: TemplateFile) -> tuple[Finding, ...]:
    content = read_bytes(file.path)
    return check_template(content, file.model, file=file.shown, language=file.language)
