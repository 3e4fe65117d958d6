"""The forms of a report for other programs, and as a page for people, by their names."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from schemas.lazy import LazyRegistry

if TYPE_CHECKING:
    from pipeline.language.catalogue import Translator
    from pipeline.report.run import RunReport

Printer = Callable[["RunReport", "Translator"], str]

REPORTS: Final[LazyRegistry[str, Printer]] = LazyRegistry({
    "sarif": "pipeline.report.sarif:sarif",
    "junit": "pipeline.report.junit:junit",
    "github": "pipeline.report.github:github_annotations",
    "html": "pipeline.report.html_page:html_page",
})
