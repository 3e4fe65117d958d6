"""Mending a template in its place: whole or not at all, and never while somebody has it open."""

import stat
from pathlib import Path
from typing import Final

from pipeline.app.opening import read_bytes
from pipeline.app.templates.files import TemplateFile
from pipeline.app.worker import Worker
from pipeline.checks.mending.template import Wanted, mend
from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.output.atomic import write_atomic
from schemas.fields import LANGUAGES

#: What Word and LibreOffice put beside a file that is open; Word drops letters of long names.
_BESIDE: Final = ("~${0}", "~${1}", "~${2}", ".~lock.{0}#")
_WRITABLE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def mend_file(file: TemplateFile, content: bytes, worker: Worker) -> tuple[Finding, ...]:
    """Mend a template of which the content was read just now; return what was done.

    Raises:
        TemplateError: it took more time or memory than it may.
        EnvironmentFailedError: it is open, read-only, a link, or not to be written; it is whole.
    """
    # A name that is no language does not tell in which one the template is written.
    language = file.language if file.path.stem in LANGUAGES else None
    mended = worker.call(mend, content, Wanted(file.shown, language, file.title))
    if mended.content != content:
        _refuse(file.path, content)
        write_atomic(file.path, mended.content)
    return mended.findings


def _refuse(path: Path, content: bytes) -> None:
    """Refuse to write over what somebody is working on, or does not want to be changed."""
    names = (pattern.format(path.name, path.name[1:], path.name[2:]) for pattern in _BESIDE)
    if any(path.with_name(name).exists() for name in names):
        raise _refusal(
            path,
            Text("The template is open in another program, so it was not mended."),
            Text("Close it there and give the command again; if it is not open, delete the file"
                 " beside it that begins with ~$ or .~lock."),
        )  # fmt: skip
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        raise _refusal(
            path,
            Text("The template is a link, so it was not mended."),
            Text("Mend the file that the link leads to."),
        )
    if not mode & _WRITABLE:
        raise _refusal(
            path,
            Text("The template can only be read, so it was not mended."),
            Text("Allow the file to be written, and give the command again."),
        )
    if read_bytes(path) != content:
        raise _refusal(
            path,
            Text("The template was changed meanwhile, so it was not mended."),
            Text("Give the command again."),
        )


def _refusal(path: Path, message: Text, hint: Text) -> EnvironmentFailedError:
    return EnvironmentFailedError(message, hint=hint, location=Location(file=path.name))
