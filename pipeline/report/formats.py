"""The forms of a report for other programs, and as a page for people, by their names."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from pipeline.language.catalogue import Translator
from pipeline.report.github import github_annotations
from pipeline.report.html_page import html_page
from pipeline.report.junit import junit
from pipeline.report.run import RunReport
from pipeline.report.sarif import sarif

REPORTS: Final[Mapping[str, Callable[[RunReport, Translator], str]]] = MappingProxyType({
    "sarif": sarif,
    "junit": junit,
    "github": github_annotations,
    "html": html_page,
})
