"""The output folder: one run at a time, whole files, earlier work kept, the manifest last."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from filelock import BaseFileLock

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.manifest import MANIFEST_NAME, Manifest, RememberedFile
from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.output.atomic import remove_strays, sync_folder, write_atomic
from pipeline.output.beside import Outcome, Wanted, base_path, choose
from pipeline.output.failures import not_written
from pipeline.output.journal import JOURNAL_NAME, Journal
from pipeline.output.lock import LOCK_NAME, lock_folder, unlock_folder
from pipeline.output.merging import merged
from pipeline.output.places import place, require_usable

_MANIFEST_PATH = PurePosixPath(MANIFEST_NAME)


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
        self._noted: tuple[RememberedFile, ...] = ()
        self._generated: dict[str, set[str]] = defaultdict(set)
        self._asked: set[str] = set()
        self._made: set[str] = set()
        self.findings: tuple[Finding, ...] = ()

    def __enter__(self) -> Self:
        self._root = _made_folder(self._given)
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
        self._asked.add(folded(str(relative)))
        target = place(self._root, relative)
        try:
            return self._put(target, content)
        except OSError as exc:
            raise not_written(target, exc) from exc

    def finish(self, run: Manifest) -> Manifest:
        """Write the manifest of this run and of the earlier files that still stand; return it.

        Raises:
            EnvironmentFailedError: it could not be written; the journal then keeps what it knew.
        """
        if self._lock is None:
            raise ValueError("finished outside of the run")
        whole = merged(run, self._old, noted=self._noted, root=self._root)
        target = place(self._root, _MANIFEST_PATH)
        content = whole.to_json()
        try:
            self._set_aside(target)
            if not target.exists() or target.read_bytes() != content:
                write_atomic(target, content)
        except OSError as exc:
            raise not_written(target, exc) from exc
        self._journal.clear()
        return whole

    def _put(self, target: Path, content: bytes) -> Published:
        _made_below(target.parent)
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
        self._noted = (*self._noted, file)
        self._generated[_family(PurePosixPath(file.path))].add(file.sha256)

    def _relative(self, path: Path) -> PurePosixPath:
        return PurePosixPath(path.relative_to(self._root).as_posix())

    def _is_made(self, path: Path) -> bool:
        return folded(str(self._relative(path))) in self._made

    def _recall(self) -> None:
        self._journal = Journal(self._root)
        target = place(self._root, _MANIFEST_PATH)
        place(self._root, PurePosixPath(JOURNAL_NAME))
        try:
            content = target.read_bytes() if target.exists() else Manifest().to_json()
        except OSError as exc:
            raise not_written(target, exc) from exc
        self._old, self.findings = Manifest.from_json(content)
        self._noted = self._journal.read()
        known = [*self._old.generated(), *((file.path, file.sha256) for file in self._noted)]
        for path, digest in known:
            self._generated[_family(PurePosixPath(path))].add(digest)
        self._clear_strays(path for path, _ in known)

    def _clear_strays(self, paths: Iterable[str]) -> None:
        # The journal names a file before its temporary one is made: no other folder can have one.
        folders = {(self._root / path).parent for path in paths} | {self._root}
        for folder in folders:
            if folder.resolve() == folder:
                remove_strays(folder)

    def _set_aside(self, target: Path) -> None:
        if not self.findings:
            return
        number = 1
        while (aside := _aside(target, number)).exists():
            number += 1
        target.rename(aside)
        self.findings_settled = True

    def _let_go(self) -> None:
        if self._lock is not None:
            unlock_folder(self._lock)
            self._lock = None
