"""The lists of gaps made with either side of a change, where their template is what has changed."""

from collections.abc import Iterator
from typing import Final

from pipeline.app.comparing.documents import Pictured, compared
from pipeline.app.comparing.half import Outcome
from pipeline.app.comparing.sides import Side
from pipeline.app.failures import failure_findings
from pipeline.app.making import Made
from pipeline.app.reporting import report_of
from pipeline.app.template_files import COMMON
from pipeline.app.validation import Validation
from pipeline.app.worker import Worker
from pipeline.contexts.gap_list import gap_list
from pipeline.contexts.plain import plain
from pipeline.core.document import Document
from pipeline.core.errors import TemplateError
from pipeline.core.plan import Job
from pipeline.language.catalogue import translator
from pipeline.report.run import CheckedFile
from schemas.fields import LANGUAGES

_NAME: Final = "gap-list"


def gap_lists(
    sides: tuple[Side, Side], validation: Validation, worker: Worker
) -> Iterator[Pictured]:
    """Yield what became of the list of each submission, in the languages whose template changed."""
    before, after = sides
    report = report_of(validation)
    for language in LANGUAGES:
        path = f"{COMMON}/{_NAME}/{language}.docx"
        contents = before.files.get(path), after.files.get(path)
        if contents[0] == contents[1]:
            continue
        for file in report.files:
            job = Job(file.name, _NAME, language)
            made = [_made(job, content, file, validation, worker=worker) for content in contents]
            yield from compared(job, file.name, made[0], made[1])


def _made(
    job: Job, content: bytes | None, file: CheckedFile, validation: Validation, *, worker: Worker
) -> Outcome:
    """Return the list of one submission, as a document is made."""
    programme = validation.programme.programme
    if content is None or programme is None:
        return None
    words = translator(job.language)
    name = programme.programme.name.first((job.language, *LANGUAGES)) or ""
    context = gap_list(file.summary, file.open_duties, name, words)
    try:
        template = worker.compile(
            content, language=job.language, accent=programme.settings.accent_colour
        )
        document = template.render(plain(context), properties={"title": file.name})
    except TemplateError as fault:
        return failure_findings(fault)
    made = Document(f"{_NAME}_{job.language}.docx", document)
    return Made(job, (made,), draft=False, template_sha256="")
