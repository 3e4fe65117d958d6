"""The manifest on the disk: read at the start, joined with the run, written at the end."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path, PurePosixPath

from pipeline.core.finding import Finding
from pipeline.core.manifest import MANIFEST_NAME, Manifest, RememberedFile
from pipeline.output.atomic import write_atomic
from pipeline.output.failures import not_read, not_written
from pipeline.output.places import file_sha256, place

_PATH = PurePosixPath(MANIFEST_NAME)


def read_manifest(root: Path) -> tuple[Manifest, tuple[Finding, ...]]:
    """Return what earlier runs left, and a finding when that is damaged; nothing is no fault.

    Raises:
        EnvironmentFailedError: it cannot be read, or was written by a newer paja.
    """
    target = place(root, _PATH)
    try:
        content = target.read_bytes()
    except FileNotFoundError:
        return Manifest(), ()
    except OSError as exc:
        raise not_read(target, exc) from exc
    return Manifest.from_json(content)


def write_manifest(root: Path, manifest: Manifest, *, aside: bool) -> None:
    """Write the manifest if it changed; with `aside` the file in its place is kept by another name.

    Raises:
        EnvironmentFailedError: it could not be written.
    """
    target = place(root, _PATH)
    content = manifest.to_json()
    try:
        if aside and target.exists():
            target.rename(_unused(target))
        if target.exists() and target.read_bytes() == content:
            return
    except OSError as exc:
        raise not_written(target, exc) from exc
    write_atomic(target, content)


def merged(
    run: Manifest, old: Manifest, *, noted: Sequence[RememberedFile], root: Path
) -> Manifest:
    """Return this run's manifest with the earlier files that it did not make and still stand.

    `noted` is what stopped runs and this one noted in the journal: a file that stands as noted and
    is described by no entry is remembered by its hash.
    """
    paths = {entry.path for entry in run.entries}
    others = (entry for entry in old.entries if entry.path not in paths)
    carried = [entry for entry in others if _stands(root, entry.path)]
    entries = (*run.entries, *carried)
    described = {(entry.path, entry.sha256) for entry in entries}
    used = {digest for entry in carried for digest in entry.inputs}
    return Manifest(
        paja=run.paja,
        programme=run.programme,
        inputs=(*run.inputs, *(item for item in old.inputs if item.sha256 in used)),
        entries=entries,
        remembered=tuple(
            file
            for file in (*old.remembered, *noted)
            if (file.path, file.sha256) not in described and _stands_as(root, file)
        ),
    )


def _stands(root: Path, path: str) -> bool:
    try:
        return (root / path).is_file()
    except OSError:
        return False


def _stands_as(root: Path, file: RememberedFile) -> bool:
    try:
        return file_sha256(root / file.path) == file.sha256
    except OSError:
        return False


def _unused(target: Path) -> Path:
    names = (f"{target.stem}_vanha{f'-{n}' if n > 1 else ''}{target.suffix}" for n in count(1))
    return next(path for path in map(target.with_name, names) if not path.exists())
