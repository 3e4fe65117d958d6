"""A run to report: one file that must be mended, one that is ready, and hostile values."""

from typing import Final

from pipeline.core.duty import Answerer, Duty
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.summary import SubmissionSummary
from pipeline.core.text import Text
from pipeline.report.run import CheckedFile, RunReport

#: What an input may hold and no report may let through.
HOSTILE: Final = "</script><b>\"'&\x1b[31m\u202e%0A::error::, ]]>\n::warning::x"


def finding(
    message: str = "wrong",
    place: Location | None = None,
    *,
    severity: Severity = Severity.ERROR,
    code: str = "IA-12",
) -> Finding:
    """Return a finding in a workbook, unless it is said to be elsewhere."""
    where = place or Location(file="a.xlsx", sheet="Toimenpiteet", cell="F7")
    return Finding(code, severity, Text("{it}", it=message), where, Text("{it}", it="Mend it."))


def summary(file: str, organisation: str | None, errors: int = 0) -> SubmissionSummary:
    """Return how a file stands; it has no warnings."""
    return SubmissionSummary(file, organisation, "G4", errors, warnings=0, ready=not errors)


def run(*duties: Duty, programme: str = "Ohjelma") -> RunReport:
    """Return the run of a file with these duties, and of one that is ready."""
    own = tuple(duty.finding for duty in duties)
    stray = finding(
        "of the programme", Location(file="programme.yaml", line=3, column=5), code="PR-01"
    )
    return RunReport(
        findings=(stray, *own),
        files=(
            CheckedFile(summary("a.xlsx", "Esimerkkilän kaupunki", len(own)), duties),
            CheckedFile(summary("b.yaml", "Keskimaa"), ()),
        ),
        paths={"a.xlsx": "submissions/ä a.xlsx", "programme.yaml": "programme.yaml"},
        programme=programme,
        version="1.2",
    )


MALLI: Final = Answerer("Malli Mallinen", "malli.mallinen@example.org")
TESTI: Final = Answerer("Testi Testaaja")
