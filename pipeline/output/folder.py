"""The output folder: one run at a time, whole files, earlier work kept, the manifest last."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from filelock import BaseFileLock

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.manifest import Manifest, RememberedFile
from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.output.atomic import remove_strays, sync_folder, write_atomic
from pipeline.output.beside import Outcome, Wanted, base_path, choose
from pipeline.output.failures import not_written
from pipeline.output.journal import JOURNAL_NAME, Journal
from pipeline.output.lock import LOCK_NAME, lock_folder, unlock_folder
from pipeline.output.places import is_link_free, place, require_usable
from pipeline.output.stored_manifest import merged, read_manifest, write_manifest


@dataclass(frozen=True, slots=True)
class Published:
    """Where a file came to stand; `kept` is the edited file it was put beside."""

    path: PurePosixPath
    sha256: str
    outcome: Outcome
    kept: PurePosixPath | None = None


class OutputFolder:
    """An output folder held by one run; use it in a `with` statement.

    Entering makes the folder, locks it, and clears what a stopped run left. `publish` may fail for
    one file and be called for the next. `finish` writes the manifest; without it the journal
    stays, and the next run knows by it which files are paja's own.

    Raises:
        EnvironmentFailedError: on entering, when the folder cannot be made, locked or read.
    """

    def __init__(self, root: Path) -> None:
        self._given = root
        self._root = root
        self._lock: BaseFileLock | None = None
        self._journal = Journal(root)
        self._old = Manifest()
        self._noted: list[RememberedFile] = []
        self._generated: dict[str, set[str]] = defaultdict(set)
        self._asked: set[str] = set()
        self._made: set[str] = set()
        self._damaged = False
        self.findings: tuple[Finding, ...] = ()

    def __enter__(self) -> Self:
        self._root = _made_root(self._given)
        place(self._root, PurePosixPath(LOCK_NAME))
        self._lock = lock_folder(self._root)
        try:
            self._recall()
        except BaseException:
            self._let_go()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._let_go()

    def publish(self, relative: PurePosixPath, content: bytes) -> Published:
        """Put a file in its place, or beside it when someone has edited what stands there.

        Raises:
            EnvironmentFailedError: it could not be written; what stood there is whole.
            ValueError: the path leads outside, is the folder's own, or was asked for before.
        """
        require_usable(relative)
        if folded(str(relative)) in self._asked or self._lock is None:
            raise ValueError(f"published twice, or outside of the run: {str(relative)!r}")
        target = place(self._root, relative)
        try:
            published = self._put(target, content)
        except OSError as exc:
            raise not_written(target, exc) from exc
        self._asked.add(folded(str(relative)))
        return published

    def finish(self, run: Manifest) -> Manifest:
        """Write the manifest of this run and of the earlier files that still stand; return it.

        Raises:
            EnvironmentFailedError: it could not be written; the journal then keeps what it knew.
        """
        if self._lock is None:
            raise ValueError("finished outside of the run")
        whole = merged(run, self._old, noted=self._noted, root=self._root)
        write_manifest(self._root, whole, aside=self._damaged)
        self._damaged = False
        self._journal.clear()
        return whole

    def _put(self, target: Path, content: bytes) -> Published:
        _make_folder(target.parent)
        relative = self._relative(target)
        digest = sha256(content).hexdigest()
        known = self._generated[_family(relative)]
        choice = choose(Wanted(target, digest, generated=known, taken=self._is_made))
        chosen = self._relative(choice.path)
        if choice.write:
            self._note(RememberedFile(path=str(chosen), sha256=digest))
            write_atomic(choice.path, content)
        self._made.add(folded(str(chosen)))
        kept = relative if choice.outcome is Outcome.KEPT else None
        return Published(chosen, digest, choice.outcome, kept=kept)

    def _note(self, file: RememberedFile) -> None:
        self._journal.note(file)
        self._noted.append(file)
        self._generated[_family(PurePosixPath(file.path))].add(file.sha256)

    def _relative(self, path: Path) -> PurePosixPath:
        return PurePosixPath(path.relative_to(self._root).as_posix())

    def _is_made(self, path: Path) -> bool:
        return folded(str(self._relative(path))) in self._made

    def _recall(self) -> None:
        place(self._root, PurePosixPath(JOURNAL_NAME))
        self._journal = Journal(self._root)
        self._old, self.findings = read_manifest(self._root)
        self._damaged = bool(self.findings)
        self._noted = list(self._journal.read())
        for file in self._known():
            self._generated[_family(PurePosixPath(file.path))].add(file.sha256)
        self._clear_strays()

    def _known(self) -> Iterator[RememberedFile]:
        yield from self._old.remembered
        yield from self._noted
        for entry in self._old.entries:
            yield RememberedFile(path=entry.path, sha256=entry.sha256)

    def _clear_strays(self) -> None:
        # The journal names a file before its temporary one is made: no other folder can have one.
        folders = {(self._root / file.path).parent for file in self._known()} | {self._root}
        for folder in folders:
            if is_link_free(folder):
                remove_strays(folder)

    def _let_go(self) -> None:
        if self._lock is not None:
            unlock_folder(self._lock)
            self._lock = None


def kept_finding(published: Published) -> Finding:
    """Return the warning (OUT-01) that an edited file was kept, and where the new one stands."""
    kept = published.kept or published.path
    return Finding(
        code="OUT-01",
        severity=Severity.WARNING,
        message=Text(
            "“{kept}” has been edited, or paja did not make it; it was kept, and the new file is"
            " “{new}”.",
            kept=str(kept),
            new=published.path.name,
        ),
        location=Location(file=str(kept)),
        hint=Text("Compare the two, keep the one you want under the first name, delete the other."),
    )


def _family(path: PurePosixPath) -> str:
    return folded(str(base_path(path)))


def _made_root(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
        return path.resolve(strict=True)
    except OSError as exc:
        raise not_written(path, exc) from exc


def _make_folder(path: Path) -> None:
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        sync_folder(path.parent)
