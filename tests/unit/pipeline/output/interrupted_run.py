"""A run over a small output folder, and a way to kill it at every call to the system.

`python interrupted_run.py FOLDER VERSION` makes for step 1, 2, … a copy of FOLDER named
`FOLDER-STEP`, starts the run there in a process of its own, and kills that at its call number
STEP; a write is killed half-way. It ends when a run got through, and prints how many did not.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path, PurePosixPath

from pipeline.core.manifest import Manifest, ManifestEntry, State
from pipeline.output.folder import OutputFolder, Published

PATHS = ("esimerkkila/letter.docx", "mallila/plan.docx", "_org/g.docx")
CALLS = ("open", "write", "fsync", "close", "replace", "unlink", "mkdir", "chmod")


def content_of(path: str, version: str) -> bytes:
    """Return what the run of a version writes at a path."""
    return f"{path} as of {version}\n".encode() * 500


def run(folder: Path, version: str) -> None:
    """Publish every path and finish."""
    with OutputFolder(folder) as output:
        made = [output.publish(PurePosixPath(path), content_of(path, version)) for path in PATHS]
        output.finish(Manifest(paja="1", entries=tuple(entry(published) for published in made)))


def entry(published: Published) -> ManifestEntry:
    """Return the manifest's entry of a published file."""
    return ManifestEntry(
        path=str(published.path),
        deliverable="plan",
        language="fi",
        state=State.FINAL,
        sha256=published.sha256,
    )


def kill_at(step: int) -> None:
    """Let this process be killed at its call number `step` to the system."""
    steps = count(1)
    for name in CALLS:
        setattr(os, name, _mortal(name, getattr(os, name), lambda: next(steps) == step))


def _mortal(
    name: str, call: Callable[..., object], due: Callable[[], bool]
) -> Callable[..., object]:
    def mortal(*arguments: object, **named: object) -> object:
        if due():
            if name == "write":
                descriptor, data = arguments
                assert isinstance(data, memoryview)
                call(descriptor, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **named)

    return mortal


def _dies(folder: Path, version: str, step: int) -> bool:
    child = os.fork()
    if child == 0:
        kill_at(step)
        run(folder, version)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
        return False
    if not os.WIFSIGNALED(status):
        sys.exit(f"step {step}: the run ended with status {status}")
    return True


def main(folder: Path, version: str) -> int:
    """Kill at every step in turn; return how many steps there were."""
    for step in count(1):
        copy = folder.with_name(f"{folder.name}-{step}")
        shutil.copytree(folder, copy)
        if not _dies(copy, version, step):
            return step - 1
    return 0


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]), sys.argv[2])))
