"""Where the templates are, and the descriptions of their deliverables."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pipeline
from pipeline.core.errors import UsageError
from pipeline.core.text import Text

DESCRIPTION: Final = "deliverable.yaml"
#: Deliverables that every programme has.
COMMON: Final = "common"


def templates_folder(given: Path | None) -> Path:
    """Return where templates are: the folder given, ./templates, the checkout's, the bundled.

    Raises:
        UsageError: the given folder does not exist.
    """
    if given is not None:
        if given.is_dir():
            return given
        raise UsageError(
            Text("There is no templates folder {folder}.", folder=str(given)),
            hint=Text("Check the folder given with --templates."),
        )
    package = Path(pipeline.__file__).parent
    places = (Path("templates"), package.parent / "templates", package / "_templates")
    return next((place for place in places if place.is_dir()), places[-1])


def descriptions_in(folder: Path) -> Iterator[Path]:
    """Yield the descriptions of the deliverables in a folder, in the order of their folders."""
    yield from sorted(folder.glob(f"*/{DESCRIPTION}"))


def descriptions(root: Path) -> Iterator[Path]:
    """Yield the descriptions of the deliverables of all models."""
    yield from sorted(root.glob(f"*/*/{DESCRIPTION}"))
