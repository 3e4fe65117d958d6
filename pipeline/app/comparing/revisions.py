"""Templates as they were in a revision of Git, read without touching the working tree."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.core.errors import EnvironmentFailedError, UsageError
from pipeline.core.limits import DEFAULT
from pipeline.core.text import Text

_SECONDS: Final = 60
_FILES: Final = 2000
#: What ls-tree tells of a file: its mode, the hash of its content, its size and its path.
_ENTRY: Final = re.compile(r"(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t(.+)", re.DOTALL)
#: Symbolic links are not followed: they lead out of the revision.
_REGULAR: Final = frozenset({"100644", "100755"})
#: Nothing is shown page by page, locked, or fetched on the way.
_QUIET: Final = ("--no-pager", "--no-optional-locks", "-c", "protocol.allow=never")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a revision: its path from the folder that was asked for, and its content's hash."""

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of the repository that a folder is in; `commit` is its full hash."""

    name: str
    commit: str
    folder: Path

    def files(self) -> Iterator[StoredFile]:
        """Yield the files that the revision has in the folder.

        Raises:
            UsageError: there are too many of them.
        """
        listed = _git(self.folder, "ls-tree", "-r", "-l", "-z", self.commit).decode(
            "utf-8", "surrogateescape"
        )
        entries = [each for each in listed.split("\0") if each]
        if len(entries) > _FILES:
            raise UsageError(
                Text("The folder has more than {limit} files in that revision.", limit=_FILES),
                hint=Text("Give the folder that holds the templates with --templates."),
            )
        for entry in entries:
            found = _ENTRY.fullmatch(entry)
            if found and found[1] in _REGULAR and int(found[3]) <= DEFAULT.file_bytes:
                yield StoredFile(found[4], found[2])

    def content(self, file: StoredFile) -> bytes:
        """Return what a file held."""
        return _git(self.folder, "cat-file", "blob", file.blob)


def revision(name: str, folder: Path) -> Revision:
    """Return a revision by any name that Git knows it by.

    Raises:
        UsageError: there is no such file, folder or revision, or the folder is not in Git.
        EnvironmentFailedError: Git is not installed or does not answer.
    """
    if name.startswith("-") or not name.isprintable():
        # Git would take it for an option.
        raise _unknown(name)
    done = _run(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    commit = done.stdout.decode("ascii", "replace").strip()
    if done.returncode or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
        raise _unknown(name)
    return Revision(name, commit, folder)


def _unknown(name: str) -> UsageError:
    return UsageError(
        Text("There is no file, folder or Git revision “{name}”.", name=name),
        hint=Text("Run this in the repository that holds the templates, and check the name."),
    )


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        raise EnvironmentFailedError(
            Text("Git could not read the revision."),
            hint=Text("Run git fsck, and fetch what is missing."),
        )
    return done.stdout


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which("git")
    if program is None:
        raise EnvironmentFailedError(
            Text("Git is not installed."),
            hint=Text("Install it, or give two files or folders instead of a revision."),
        )
    try:
        return subprocess.run(  # noqa: S603 - a program found on the path, no shell
            [program, *_QUIET, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise EnvironmentFailedError(
            Text("Git does not answer."), hint=Text("Try again.")
        ) from fault
