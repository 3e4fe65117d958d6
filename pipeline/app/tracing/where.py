"""The use case of `paja where`: every place in which documents show a field."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from pipeline.app.tracing.inputs import Opened, TraceRequest, make_pages, opened
from pipeline.app.tracing.trial import Page
from pipeline.app.validation import Progress, silent
from pipeline.checks.tracing.attempts import Attempts
from pipeline.checks.tracing.differences import Difference
from pipeline.checks.tracing.meant import fields_meant, spelled
from pipeline.checks.tracing.origin import Origin
from pipeline.core.finding import Finding
from pipeline.core.trace import DocumentTrace, Field, FieldTrace, Standing

#: So many other values are tried before a field is said to stand nowhere.
TRIES: Final = 12


def where(
    request: TraceRequest, what: str, progress: Progress = silent
) -> tuple[tuple[FieldTrace, ...], tuple[Finding, ...]]:
    """Return where documents show the cells or fields meant, and what could not be made.

    Raises:
        UsageError: there is no such cell or field.
        PajaError: no document is made of the file, or it cannot be read.
    """
    with opened(request, progress) as found:
        origin = found.origins[0]
        fields = fields_meant(what, origin.known_fields)
        make_pages(found, progress)
        plain = origin.with_ids()
        traces = []
        for done, each in enumerate(fields):
            progress(done, len(fields), spelled(each))
            traces.append(FieldTrace(each, _traced(found, plain, each), len(found.pages)))
        return tuple(traces), tuple(found.findings)


def _traced(found: Opened, origin: Origin, field: Field) -> tuple[DocumentTrace, ...]:
    """Return the documents that a field changes, with the paragraphs that change."""
    for model in islice(Attempts(origin, [field]).models(), TRIES):
        changed = [(page, found.trial.changes(page, model)) for page in found.pages]
        if any(differences for _, differences in changed):
            return tuple(
                DocumentTrace(page.document, tuple(_standings(found, page, differences)))
                for page, differences in changed
                if differences
            )
    return ()


def _standings(found: Opened, page: Page, differences: Sequence[Difference]) -> Iterator[Standing]:
    for each in differences:
        if each.before is not None:
            yield found.trial.standing(page, each.before, each.after)
