"""Choosing between replacing an earlier file and keeping it with the new one beside it."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.core.naming import folded
from pipeline.output.places import file_sha256

_MARK: Final = "_uusi"
_BESIDE: Final = re.compile(rf"(?P<base>.+){_MARK}(?:-[0-9]{{1,6}})?")


class Outcome(StrEnum):
    """What became of a file that was published."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Choice:
    """Where the new content belongs, and whether it still has to be written there."""

    path: Path
    outcome: Outcome
    write: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be published, and what is known of the files already there.

    `generated` holds the hashes of what paja has made under this name; `taken` tells of a path
    whether this run has used it already.
    """

    target: Path
    sha256: str
    generated: Collection[str]
    taken: Callable[[Path], bool]


def base_path(path: PurePosixPath) -> PurePosixPath:
    """Return the path beside which a file such as `plan_uusi-2.docx` was put: `plan.docx`."""
    found = _BESIDE.fullmatch(path.stem)
    return path.with_name(found["base"] + path.suffix) if found else path


def choose(wanted: Wanted) -> Choice:
    """Choose the place: a file that someone edited, or that is not ours, is never written over.

    Raises:
        OSError: a file that is there cannot be read.
    """
    target = wanted.target
    if not target.exists():
        return Choice(target, Outcome.WRITTEN, write=True)
    found = None if wanted.taken(target) else file_sha256(target)
    if found == wanted.sha256:
        return Choice(target, Outcome.UNCHANGED, write=False)
    if found in wanted.generated:
        return Choice(target, Outcome.REPLACED, write=True)
    return _beside(wanted)


def _beside(wanted: Wanted) -> Choice:
    free = [path for path in _copies(wanted.target) if not wanted.taken(path)]
    copies = [(path, file_sha256(path)) for path in free]
    for path, found in copies:
        if found == wanted.sha256:
            return Choice(path, Outcome.KEPT, write=False)
    for path, found in copies:
        if found in wanted.generated:
            return Choice(path, Outcome.KEPT, write=True)
    return Choice(_free(wanted.target), Outcome.KEPT, write=True)


def _copies(target: Path) -> list[Path]:
    base = folded(target.name)
    found = (
        path
        for path in target.parent.iterdir()
        if path.name != target.name and folded(base_path(PurePosixPath(path.name)).name) == base
    )
    ordinary = (path for path in found if path.is_file() and not path.is_symlink())
    return sorted(ordinary, key=lambda path: (len(path.name), path.name))


def _free(target: Path) -> Path:
    there = {folded(path.name) for path in target.parent.iterdir()}
    endings = (_MARK if number == 1 else f"{_MARK}-{number}" for number in count(1))
    names = (f"{target.stem}{ending}{target.suffix}" for ending in endings)
    return target.with_name(next(name for name in names if folded(name) not in there))
