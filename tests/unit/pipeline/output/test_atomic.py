"""Atomic writing: the old file or the new one, whole, whichever step fails."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.core.errors import EnvironmentFailedError, ExitCode
from pipeline.output.atomic import remove_strays, write_atomic

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits and permissions of POSIX")
NOBODY = 65534


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int) -> Callable[..., int]:
    def fail(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


def test_writes_a_new_file_and_replaces_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    write_atomic(path, b"old")
    write_atomic(path, b"new" * 100_000)
    assert path.read_bytes() == b"new" * 100_000
    assert names(tmp_path) == ["plan.docx"]


def test_writes_an_empty_file(tmp_path: Path) -> None:
    write_atomic(tmp_path / "empty", b"")
    assert (tmp_path / "empty").read_bytes() == b""


def test_short_writes_of_the_system_are_continued(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, bytes(data[:7])))
    write_atomic(tmp_path / "plan.docx", b"0123456789" * 10)
    assert (tmp_path / "plan.docx").read_bytes() == b"0123456789" * 10


@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "replace"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_failure_at_any_step_leaves_what_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, exists: bool
) -> None:
    path = tmp_path / "plan.docx"
    if exists:
        path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing(errno.ENOSPC))
        with pytest.raises(EnvironmentFailedError, match="disk is full") as caught:
            write_atomic(path, b"new")
    assert str(path) in str(caught.value)
    assert caught.value.exit_code is ExitCode.ENVIRONMENT
    assert caught.value.hint is not None
    assert names(tmp_path) == (["plan.docx"] if exists else [])
    assert not exists or path.read_bytes() == b"old"


def test_an_interrupt_leaves_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")
    assert (names(tmp_path), path.read_bytes()) == (["plan.docx"], b"old")


def test_the_content_is_on_the_disk_before_the_name_points_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for call in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, call, recorded(call, getattr(os, call), steps))
    write_atomic(tmp_path / "plan.docx", b"new")
    folder_synced = [] if sys.platform == "win32" else ["fsync"]
    assert steps == ["write", "fsync", "replace", *folder_synced]


def recorded(name: str, call: Callable[..., object], steps: list[str]) -> Callable[..., object]:
    def record(*arguments: object, **named: object) -> object:
        steps.append(name)
        return call(*arguments, **named)

    return record


FULL_DISK = """
import resource, sys
from pathlib import Path
from pipeline.core.errors import EnvironmentFailedError
from pipeline.output.atomic import write_atomic
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    write_atomic(Path(sys.argv[1]), b"new" * 100_000)
except EnvironmentFailedError as error:
    print(error)
    sys.exit(error.exit_code)
"""


@POSIX
def test_a_real_limit_in_the_middle_of_the_file_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == ExitCode.ENVIRONMENT, ran.stderr
    assert "larger than the system allows" in ran.stdout
    assert (names(tmp_path), path.read_bytes()) == (["plan.docx"], b"old")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "no permission"),
        (errno.EROFS, "only be read"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.ENOENT, "folder is missing"),
        (errno.EIO, "the system says"),
    ],
)
def test_reasons_are_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    monkeypatch.setattr(os, "replace", failing(number))
    with pytest.raises(EnvironmentFailedError, match=words):
        write_atomic(tmp_path / "plan.docx", b"new")


@pytest.mark.parametrize(
    ("number", "words"), [(32, "open in another program"), (112, "disk is full"), (9999, "busy")]
)
def test_what_windows_says_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    class SharingViolationError(PermissionError):
        winerror = number

    def fail(*_: object) -> None:
        raise SharingViolationError(errno.EBUSY, "busy")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(EnvironmentFailedError, match=words):
        write_atomic(tmp_path / "plan.docx", b"new")


def test_a_real_missing_folder_a_long_name_and_a_file_as_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path, words in (
        (tmp_path / "gone" / "plan.docx", "missing"),
        (tmp_path / ("p" * 300), "too long"),
        (tmp_path / "file" / "plan.docx", "where a folder is needed"),
    ):
        with pytest.raises(EnvironmentFailedError, match=words):
            write_atomic(path, b"new")


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    with pytest.raises(EnvironmentFailedError, match="a folder stands in its place"):
        write_atomic(tmp_path / "plan.docx", b"new")
    assert names(tmp_path) == ["plan.docx"]


@POSIX
def test_a_real_read_only_folder() -> None:
    """Try it as a user without rights: root, as which builds often run, may write everywhere."""
    folder = Path(tempfile.mkdtemp())
    user = os.geteuid()
    try:
        (folder / "plan.docx").write_bytes(b"old")
        folder.chmod(0o555)
        if user == 0:
            os.seteuid(NOBODY)
        with pytest.raises(EnvironmentFailedError, match="no permission"):
            write_atomic(folder / "plan.docx", b"new")
    finally:
        os.seteuid(user)
        folder.chmod(0o700)
    assert (folder / "plan.docx").read_bytes() == b"old"
    shutil.rmtree(folder)


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_an_old_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomic(path, b"new")
    assert path.stat().st_mode & 0o777 == mode


@POSIX
def test_a_new_file_has_ordinary_permissions(tmp_path: Path) -> None:
    write_atomic(tmp_path / "new", b"")
    (tmp_path / "ordinary").write_bytes(b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_strays_go_and_nothing_else(tmp_path: Path) -> None:
    kept = [".paja-journal", ".paja.lock", "a.tmp", "plan.docx", "x.paja-1.tmp"]
    for name in [*kept, ".paja-0a1b.tmp", ".paja-2.tmp"]:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".paja-folder.tmp").mkdir()
    assert remove_strays(tmp_path) == (".paja-0a1b.tmp", ".paja-2.tmp")
    assert names(tmp_path) == sorted([*kept, ".paja-folder.tmp"])


def test_a_missing_folder_has_no_strays(tmp_path: Path) -> None:
    assert remove_strays(tmp_path / "gone") == ()
