"""The use case of `paja doctor`: what this installation has, and what is in its way."""

import importlib.util
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from importlib.metadata import version as installed
from pathlib import Path
from typing import Final

import pipeline
from pipeline.app.version import DISTRIBUTION, version
from pipeline.core.text import Text

_OURS: Final = ("pipeline", "schemas")
_FONTS: Final = ("Carlito", "Calibri")
_SECONDS: Final = 20


class Health(Enum):
    """How something stands: only BAD keeps paja from working."""

    GOOD = "good"
    ABSENT = "absent"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    what: Text | str
    health: Health
    detail: Text | str


def examine() -> tuple[Check, ...]:
    """Look at everything that paja needs or can use."""
    return (
        Check("paja", Health.GOOD, version() or Text("run from its files, not installed")),
        Check("Python", Health.GOOD, f"{platform.python_version()} ({sys.platform})"),
        *_dependencies(),
        *(_own_package(name) for name in _OURS),
        _libreoffice(),
        _fonts(),
    )


def _dependencies() -> Iterator[Check]:
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        wanted = []
    for requirement in wanted:
        name, _, condition = requirement.partition(";")
        if not condition:
            yield _dependency(_bare(name))


def _bare(requirement: str) -> str:
    return next(
        (requirement[:at] for at, sign in enumerate(requirement) if sign in "<>=!~[( "), requirement
    )


def _dependency(name: str) -> Check:
    try:
        return Check(name, Health.GOOD, installed(name))
    except PackageNotFoundError:
        return Check(name, Health.BAD, Text("Install paja again."))


def _own_package(name: str) -> Check:
    """Look whether a package of ours is really ours; `schemas` is a common name."""
    home = Path(pipeline.__file__).resolve().parent.parent
    spec = importlib.util.find_spec(name)
    origin = Path(spec.origin).resolve() if spec is not None and spec.origin else None
    title = Text("package {name}", name=name)
    if origin is None or origin.parent.parent != home:
        where = str(origin or "")
        return Check(title, Health.BAD, Text("Another package has this name: {where}", where=where))
    others = sorted(set(packages_distributions().get(name, ())) - {DISTRIBUTION})
    if others:
        names = ", ".join(others)
        return Check(title, Health.BAD, Text("Another package has this name: {where}", where=names))
    return Check(title, Health.GOOD, str(origin.parent))


def _libreoffice() -> Check:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return Check("LibreOffice", Health.ABSENT, Text("Needed only for looking at pages as PDF."))
    found = _output(program, "--version")
    return Check("LibreOffice", Health.GOOD, found.partition("\n")[0].strip() or program)


def _fonts() -> Check:
    title = Text("fonts")
    program = shutil.which("fc-list")
    if program is None:
        return Check(title, Health.ABSENT, Text("The fonts could not be listed on this system."))
    listed = _output(program, ":", "family")
    present = [name for name in _FONTS if name in listed]
    if present:
        return Check(title, Health.GOOD, ", ".join(present))
    return Check(title, Health.ABSENT, Text("Install Carlito or Calibri to see pages as they are."))


def _output(program: str, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a program found on the path, fixed arguments
            [program, *arguments], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
