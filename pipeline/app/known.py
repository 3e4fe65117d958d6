"""What is known of a programme before its submissions are looked at, and what follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.app.deliverables import FoundDeliverable, deliverables
from pipeline.app.inputs import InputFiles
from pipeline.app.opening import read_bytes
from pipeline.app.programme_files import ProgrammeFile, read_programme
from pipeline.app.requests import ProductionRequest
from pipeline.app.template_files import templates_folder
from pipeline.app.worker import Worker
from pipeline.app.workforce import Workforce
from pipeline.core.errors import EnvironmentFailedError
from schemas.deliverable import DeliverableScope
from schemas.programme import Programme


@dataclass(frozen=True, slots=True)
class Known:
    """The files of a run, the programme's one as it was read, and the deliverables of its model."""

    files: InputFiles
    programme: ProgrammeFile
    found: tuple[FoundDeliverable, ...] = ()


def get_to_know(files: InputFiles, request: ProductionRequest, workforce: Workforce) -> Known:
    """Read the programme file, and have the template compiled that will probably be wanted first.

    Raises:
        UsageError: there is no such folder of templates.
        EnvironmentFailedError: the programme file or a deliverable's description cannot be opened.
        TemplateError: the deliverables cannot be used.
    """
    language, opening = request.inputs.language, workforce.opener.open
    file = read_programme(files.programme, language=language, opening=opening)
    programme = file.bound.model
    if programme is None:
        return Known(files, file)
    found = deliverables(
        templates_folder(request.templates),
        programme.programme.model.value,
        language=language,
        opening=opening,
    )
    _foresee(found, programme, request.language, workforce.worker)
    return Known(files, file, found)


def _foresee(
    found: Iterable[FoundDeliverable], programme: Programme, language: str | None, worker: Worker
) -> None:
    """Have the template compiled that an organisation's first document will probably need.

    The submissions tell for certain, but later. `language` is the only one that documents are made
    in, None for all of the programme's.
    """
    wanted = language or programme.programme.languages[0].value
    own = (each for each in found if each.deliverable.scope is DeliverableScope.ORGANISATION)
    path = next((path for each in own if (path := each.template(wanted)) is not None), None)
    if path is None:
        return
    try:
        content = read_bytes(path)
    except EnvironmentFailedError:
        # That is told where the template is wanted.
        return
    worker.foresee(content, language=wanted, accent=programme.settings.accent_colour)
