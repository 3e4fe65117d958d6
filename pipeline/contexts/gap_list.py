"""The context of the list of gaps: what waits for whom in one submission."""

from collections.abc import Iterable

from pipeline.core.duty import Duty, by_person
from pipeline.core.summary import SubmissionSummary
from pipeline.core.text import Text
from pipeline.core.visible import visible
from pipeline.language.catalogue import Translator
from pipeline.language.places import shown_place
from pipeline.language.severities import severity_name
from schemas.contexts.gap_list import GapGroup, GapListContext, GapRow


def gap_list(
    summary: SubmissionSummary, duties: Iterable[Duty], programme: str, translator: Translator
) -> GapListContext:
    """Return everything that the list of gaps of one submission can print."""
    nobody = translator.text(Text("The contact person (not named)"))
    return GapListContext(
        organisation=visible(summary.organisation or summary.file),
        programme=visible(programme),
        file=visible(summary.file),
        gate=summary.gate,
        errors=summary.errors,
        warnings=summary.warnings,
        groups=[
            GapGroup(
                name=visible(person.name) if person else nobody,
                email=person.email if person else None,
                rows=[_row(duty, translator) for duty in group],
            )
            for person, group in by_person(duties)
        ],
    )


def _row(duty: Duty, translator: Translator) -> GapRow:
    finding = duty.finding
    return GapRow(
        place=visible(shown_place(finding.location, translator)),
        severity=severity_name(finding.severity, translator),
        code=finding.code,
        what=visible(translator.text(finding.message)),
        todo=visible(translator.text(finding.hint)) if finding.hint else None,
    )
