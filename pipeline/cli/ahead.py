"""The processes that begin before the rest of paja is loaded, and work beside it from then on."""

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.app.inputs import InputFiles, input_files
from pipeline.app.opener import Opener
from pipeline.cli.requests import production_request

if TYPE_CHECKING:
    from pipeline.app.requests import ProductionRequest
    from pipeline.app.workforce import Workforce
    from pipeline.cli.requests import ProductionOptions
    from pipeline.core.errors import ExitCode


def opener_for(files: InputFiles) -> Opener:
    """Return what opens the files of a run, at work on them already."""
    opener = Opener()
    opener.expect(files.named)
    return opener


def make_documents(
    paths: tuple[Path, ...], given: "ProductionOptions", *, organisers: bool
) -> "ExitCode":
    """Make the documents that were asked for, report, and return the exit code.

    Raises:
        PajaError: what `produce` raises.
    """
    request = production_request(paths, given, organisers=organisers)
    files = input_files(paths, request.inputs.programme)
    with _workforce_for(files, request) as workforce:
        from pipeline.app.known import get_to_know

        known = get_to_know(files, request, workforce)
        # A template is being compiled while the rest is loaded.
        from pipeline.cli.production import make

        return make(request, workforce, known, form=given["form"], strict=given["strict"])


def _workforce_for(files: InputFiles, request: "ProductionRequest") -> "Workforce":
    """Return what opens the files and makes the documents, at work already.

    Raises:
        UsageError: there is no such folder of templates.
    """
    # Only what makes documents loads what starts their process.
    from pipeline.app.template_files import descriptions, templates_folder
    from pipeline.app.worker import Worker
    from pipeline.app.workforce import Workforce

    programme, *submissions = files.named
    described = descriptions(templates_folder(request.templates))
    workforce = Workforce(Opener(), Worker(request.work))
    workforce.worker.start()
    named = ((file, file.name) for file in described)
    workforce.opener.expect([programme, *named, *submissions])
    return workforce
