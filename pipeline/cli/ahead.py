"""The processes that begin before the rest of paja is loaded, and work beside it from then on."""

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.app.inputs import input_files
from pipeline.app.opener import Opener

if TYPE_CHECKING:
    from pipeline.app.workforce import Workforce
    from pipeline.cli.requests import ProductionOptions


def opener_for(paths: tuple[Path, ...], programme: Path | None) -> Opener:
    """Return what opens the inputs that paths mean, at work on them already.

    Raises:
        UsageError: no programme file belongs to the paths, or several do.
        EnvironmentFailedError: a path does not exist, or a folder cannot be listed.
    """
    opener = Opener()
    opener.expect(input_files(paths, programme).named)
    return opener


def workforce_for(paths: tuple[Path, ...], given: "ProductionOptions") -> "Workforce":
    """Return what opens the inputs and makes the documents, at work already.

    Raises:
        UsageError: no programme file belongs to the paths, or several do; or there is no such
            folder of templates.
        EnvironmentFailedError: a path does not exist, or a folder cannot be listed.
    """
    # Only what makes documents loads what starts their process.
    from pipeline.app.processes import MEGABYTE, WorkLimits
    from pipeline.app.template_files import all_described, templates_folder
    from pipeline.app.worker import Worker
    from pipeline.app.workforce import Workforce

    programme, *submissions = input_files(paths, given["programme"]).named
    descriptions = all_described(templates_folder(given["templates"]))
    limits = WorkLimits(given["time_limit"], given["memory_limit"] * MEGABYTE)
    workforce = Workforce(Opener(), Worker(limits))
    workforce.worker.start()
    named = ((file, file.name) for file in descriptions)
    workforce.opener.expect([programme, *named, *submissions])
    return workforce
