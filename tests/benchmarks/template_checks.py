"""What checking templates costs: the static checks beside docxtpl-lint's, and the proof."""

import io
import tempfile
import zipfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from subprocess import CalledProcessError
from typing import Final

from pipeline.checks.template import check_template
from schemas.contexts.action_plan import ActionPlanContext
from tests.benchmarks.plan import ROOT, TEMPLATE, plan
from tests.benchmarks.timing import least, medians, of_children
from tests.benchmarks.warm import warm_processes

FILES = 40
PROCESSES = 5
ROUNDS = 5
#: As the command line does it: a short run has no use for frequent collections of garbage.
_OURS: Final = """
import gc, sys
gc.set_threshold(50_000, 20, 20)
from pathlib import Path
from subprocess import CalledProcessError
from pipeline.checks.template import check_template
for name in sys.argv[1:]:
    check_template(Path(name).read_bytes(), None, file=name, proof=False)
"""
_LINT: Final = """
import sys
from docxtpl_lint import lint
for name in sys.argv[1:]:
    lint(name)
"""
_BODY: Final = b"<w:body>"


def static_checks() -> dict[str, float] | None:
    """Return the processor seconds of both for the files, without those of a run over one file.

    Taking away a run over one file takes away start-up. None where docxtpl-lint is not installed.
    """
    with tempfile.TemporaryDirectory() as folder, warm_processes() as run:
        if not _is_there(run):
            return None
        files = _files(Path(folder))
        taken = least(
            {
                "ours": lambda: run("-c", _OURS, *files),
                "ours at one": lambda: run("-c", _OURS, files[0]),
                "docxtpl-lint": lambda: run("-c", _LINT, *files),
                "docxtpl-lint at one": lambda: run("-c", _LINT, files[0]),
            },
            PROCESSES,
            of_children,
        )
    return {name: taken[name] - taken[f"{name} at one"] for name in ("ours", "docxtpl-lint")}


def proof() -> dict[str, float]:
    """Return the seconds of the action plan's checks with and without its proof, and of docxtpl."""
    content = TEMPLATE.read_bytes()

    def checked(proof: bool) -> Callable[[], object]:
        return lambda: check_template(content, ActionPlanContext, file=TEMPLATE.name, proof=proof)

    runs = {"proved": checked(True), "checked": checked(False), "docxtpl": plan().docxtpl}
    return medians(runs, ROUNDS)


def _is_there(run: Callable[..., None]) -> bool:
    try:
        run("-c", "import docxtpl_lint")
    except CalledProcessError:
        return False
    return True


def _files(folder: Path) -> list[str]:
    """Write this repository's templates and variants of them, all different, and name them."""
    templates = sorted((ROOT / "templates").rglob("*.docx"))
    names = []
    for number, template in zip(range(FILES), cycle(templates), strict=False):
        path = folder / f"{number:02}.docx"
        path.write_bytes(_variant(template.read_bytes(), number // len(templates)))
        names.append(str(path))
    return names


def _variant(content: bytes, paragraphs: int) -> bytes:
    """Return a template with some more paragraphs at its beginning."""
    more = b"".join(
        f"<w:p><w:r><w:t>Muunnelma {number}</w:t></w:r></w:p>".encode()
        for number in range(1, paragraphs + 1)
    )
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for name in source.namelist():
            written = source.read(name)
            result.writestr(name, written.replace(_BODY, _BODY + more, 1))
    return target.getvalue()
