"""A run as one page for people: who is ready, who must act, and what to write to them."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final
from urllib.parse import quote

from pipeline.core.duty import Answerer, Duty, by_person
from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.language.places import shown_place
from pipeline.language.severities import severity_name
from pipeline.report.findings_text import summary_line
from pipeline.report.gap_text import person_name, person_text
from pipeline.report.html_style import STYLE
from pipeline.report.order import in_order
from pipeline.report.run import CheckedFile, RunReport
from pipeline.report.visible import visible
from schemas.msgid import msgid

#: The page loads nothing and runs nothing, whatever an input may have smuggled in.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_COLUMNS: Final = (
    msgid("Where"),
    msgid("Severity"),
    msgid("What is wrong"),
    msgid("What to do"),
    msgid("Code"),
)
_STATE_COLUMNS: Final = (
    msgid("Organisation"),
    msgid("State"),
    msgid("Gate"),
    msgid("Errors"),
    msgid("Warnings"),
    msgid("Who must act"),
    msgid("File"),
)


def html_page(report: RunReport, translator: Translator) -> str:
    """Return the run as a self-contained page of HTML, in the translator's language."""
    return "\n".join(_Page(report, translator).lines()) + "\n"


class _Page:
    def __init__(self, report: RunReport, translator: Translator) -> None:
        self._report = report
        self._words = translator

    def lines(self) -> Iterator[str]:
        title = escape(self._say(Text("Check of submissions")))
        if self._report.programme:
            title = f"{title}: {_safe(self._report.programme)}"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self._words.language}">'
        yield f'<head><meta charset="utf-8"><title>{title}</title>'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<style>{STYLE}</style></head>"
        yield f"<body><main><h1>{title}</h1>"
        yield f"<p>{escape(summary_line(self._report.findings, self._words))}</p>"
        yield from self._states()
        yield from self._people()
        yield from self._others()
        yield "</main></body></html>"

    def _states(self) -> Iterator[str]:
        if not self._report.files:
            return
        yield f"<h2>{self._text(Text('How the submissions stand'))}</h2>"
        yield f'<div class="wide"><table>{self._head(_STATE_COLUMNS)}<tbody>'
        for number, file in enumerate(self._report.files, start=1):
            yield self._state(number, file)
        yield "</tbody></table></div>"

    def _state(self, number: int, file: CheckedFile) -> str:
        summary = file.summary
        ready = self._text(Text("Ready") if summary.ready else Text("Must be mended"))
        name = _safe(file.name)
        link = f'<a href="#f{number}">{name}</a>' if file.open_duties else name
        people = ", ".join(
            escape(person_name(person, self._words)) for person, _ in by_person(file.open_duties)
        )
        cells = (
            f'<td class="{"ready" if summary.ready else "blocked"}">{ready}</td>',
            f"<td>{_safe(summary.gate)}</td>",
            f'<td class="number">{summary.errors}</td><td class="number">{summary.warnings}</td>',
            f"<td>{people or '–'}</td><td>{_safe(summary.file)}</td>",
        )
        return f'<tr><th scope="row">{link}</th>{"".join(cells)}</tr>'

    def _people(self) -> Iterator[str]:
        waiting = [each for each in enumerate(self._report.files, start=1) if each[1].open_duties]
        if waiting:
            yield f"<h2>{self._text(Text('Who must mend what'))}</h2>"
        for number, file in waiting:
            yield f'<section id="f{number}"><h3>{_safe(file.name)}</h3>'
            for person, duties in by_person(file.open_duties):
                yield from self._person(file, person, duties)
            yield "</section>"

    def _person(
        self, file: CheckedFile, person: Answerer | None, duties: tuple[Duty, ...]
    ) -> Iterator[str]:
        name = escape(person_name(person, self._words))
        yield f"<h4>{name}</h4>"
        if person and person.email:
            address = quote(person.email, safe="@")
            yield f'<p><a href="mailto:{address}">{_safe(person.email)}</a></p>'
        yield from self._table(duty.finding for duty in duties)
        letter = escape(person_text(file, duties, self._words))
        title = self._text(Text("Text for an e-mail"))
        yield f"<details><summary>{title}: {name}</summary><pre>{letter}</pre></details>"

    def _others(self) -> Iterator[str]:
        if self._report.others:
            yield f"<h2>{self._text(Text('Other findings'))}</h2>"
            yield from self._table(in_order(self._report.others), whole=True)

    def _table(self, findings: Iterable[Finding], *, whole: bool = False) -> Iterator[str]:
        yield f'<div class="wide"><table>{self._head(_COLUMNS)}<tbody>'
        for finding in findings:
            place = str(finding.location) if whole else shown_place(finding.location, self._words)
            severity = finding.severity
            name = escape(severity_name(severity, self._words))
            yield (
                f'<tr><th scope="row">{_safe(place) or "–"}</th>'
                f'<td class="{severity.value}">{name}</td>'
                f"<td>{self._text(finding.message)}</td>"
                f"<td>{self._text(finding.hint) if finding.hint else ''}</td>"
                f"<td>{_safe(finding.code)}</td></tr>"
            )
        yield "</tbody></table></div>"

    def _head(self, columns: Iterable[str]) -> str:
        cells = "".join(f'<th scope="col">{self._text(column)}</th>' for column in columns)
        return f"<thead><tr>{cells}</tr></thead>"

    def _text(self, text: Text | str) -> str:
        return _safe(self._say(text))

    def _say(self, text: Text | str) -> str:
        return self._words.text(text)


def _safe(text: str) -> str:
    return escape(visible(text))
