"""What `paja generate` and `paja batch` share: make, report, and return the exit code."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.app.known import Known
from pipeline.app.producing import ORGANISERS_FOLDER, Production, WrittenDocument, produce
from pipeline.app.reporting import report_of
from pipeline.app.requests import ProductionRequest
from pipeline.app.validation import exit_code
from pipeline.app.workforce import Workforce
from pipeline.cli.printing import end_progress, print_findings, progress_for
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.report.findings_json import production_json
from pipeline.report.formats import REPORTS
from pipeline.report.run_table import run_table

if TYPE_CHECKING:
    from pipeline.core.errors import ExitCode


def make(
    request: ProductionRequest, workforce: Workforce, known: Known, *, form: str, strict: bool
) -> "ExitCode":
    """Make the documents that are asked for, report, and return the exit code."""
    quiet = form != "text"
    outcome = produce(request, progress_for(quiet=quiet), workforce=workforce, known=known)
    end_progress(quiet=quiet)
    words = translator(request.inputs.language)
    if form == "json":
        click.echo(production_json(outcome.findings, _documents(outcome), words), nl=False)
    elif quiet:
        made = tuple(finding for _, finding in outcome.made_findings)
        click.echo(REPORTS[form](report_of(outcome.validation, made), words), nl=False)
    else:
        _print(outcome, request.out, words)
    return exit_code(outcome.findings, strict=strict)


def _documents(outcome: Production) -> list[dict[str, object]]:
    return [
        {
            "path": str(each.path),
            "organisation": each.organisation,
            "deliverable": each.deliverable,
            "language": each.language,
            "draft": each.draft,
            "outcome": each.outcome.value,
        }
        for each in outcome.documents
    ]


def _print(outcome: Production, out: Path, words: Translator) -> None:
    print_findings(outcome.findings, words)
    titles = (Text("Organisation"), Text("Documents"), Text("Drafts"), Text("Findings"))
    headers = (*map(words.text, titles), words.text(Text("Where")))
    rows = [*_organisation_rows(outcome, out), *_organisers_row(outcome, out, words)]
    if rows:
        click.echo("")
        click.echo(run_table(headers, rows), nl=False)


def _word_files(outcome: Production) -> list[WrittenDocument]:
    """Return the documents without the calendar files that go with some of them."""
    return [each for each in outcome.documents if each.path.suffix == ".docx"]


def _organisation_rows(outcome: Production, out: Path) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for checked in outcome.validation.submissions:
        owner = checked.participant.id if checked.participant else None
        own = [each for each in _word_files(outcome) if owner and each.organisation == owner]
        rows.append((
            checked.organisation or checked.path.name,
            str(len(own)),
            str(sum(each.draft for each in own)),
            str(len(outcome.findings_of(checked))),
            str(out / own[0].path.parent) if own else "–",
        ))
    return rows


def _organisers_row(outcome: Production, out: Path, words: Translator) -> list[tuple[str, ...]]:
    own = [each for each in _word_files(outcome) if each.organisation is None]
    if not own:
        return []
    findings = [finding for owner, finding in outcome.made_findings if owner is None]
    found = len(findings) + len(outcome.validation.programme.findings)
    drafts = sum(each.draft for each in own)
    where = str(out / ORGANISERS_FOLDER)
    return [(words.text(Text("Organisers")), str(len(own)), str(drafts), str(found), where)]
