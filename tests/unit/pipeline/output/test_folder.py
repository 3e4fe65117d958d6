"""The output folder: what is ours is replaced, what is not is kept, the manifest remembers."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from pipeline.core.errors import EnvironmentFailedError, ExitCode
from pipeline.core.finding import Severity
from pipeline.core.manifest import Manifest, ManifestEntry, ManifestInput, RememberedFile, State
from pipeline.output.beside import Outcome
from pipeline.output.folder import OutputFolder, Published, kept_finding

PLAN = "esimerkkila/plan.docx"
OTHER = "mallila/plan.docx"
INPUT = ManifestInput(file="esimerkkila.xlsx", sha256="1" * 64)
OTHER_INPUT = ManifestInput(file="mallila.xlsx", sha256="2" * 64)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links need no rights on POSIX")


def entry(published: Published, *, inputs: tuple[str, ...] = ()) -> ManifestEntry:
    return ManifestEntry(
        path=str(published.path),
        deliverable="plan",
        language="fi",
        state=State.FINAL,
        sha256=published.sha256,
        inputs=inputs,
    )


def run(root: Path, files: dict[str, bytes]) -> dict[str, Published]:
    with OutputFolder(root) as folder:
        made = {
            path: folder.publish(PurePosixPath(path), content) for path, content in files.items()
        }
        folder.finish(Manifest(entries=tuple(entry(published) for published in made.values())))
    return made


def outcome(root: Path, content: bytes, *, path: str = PLAN) -> tuple[Outcome, str]:
    published = run(root, {path: content})[path]
    return published.outcome, str(published.path)


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files
        if path.name != "manifest.json"
    }


def manifest(root: Path) -> Manifest:
    known, findings = Manifest.from_json((root / "manifest.json").read_bytes())
    assert not findings
    return known


def test_a_new_file_is_written_and_only_the_manifest_is_beside_it(tmp_path: Path) -> None:
    root = tmp_path / "new" / "out"
    assert outcome(root, b"one") == (Outcome.WRITTEN, PLAN)
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))
    assert names == ["esimerkkila", PLAN, "manifest.json"]


def test_the_same_bytes_are_not_touched(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    files = [tmp_path / PLAN, tmp_path / "manifest.json"]
    before = [(path.stat().st_ino, path.stat().st_mtime_ns) for path in files]
    assert outcome(tmp_path, b"one") == (Outcome.UNCHANGED, PLAN)
    assert [(path.stat().st_ino, path.stat().st_mtime_ns) for path in files] == before


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    assert outcome(tmp_path, b"two") == (Outcome.REPLACED, PLAN)
    assert tree(tmp_path) == {PLAN: b"two"}


def test_a_file_that_is_not_ours_is_kept(tmp_path: Path) -> None:
    (tmp_path / "esimerkkila").mkdir()
    (tmp_path / PLAN).write_bytes(b"not ours")
    assert outcome(tmp_path, b"one") == (Outcome.KEPT, "esimerkkila/plan_uusi.docx")
    assert tree(tmp_path) == {PLAN: b"not ours", "esimerkkila/plan_uusi.docx": b"one"}


def test_an_edited_file_is_kept_in_every_run_and_copies_do_not_multiply(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    (tmp_path / PLAN).write_bytes(b"edited")
    beside = "esimerkkila/plan_uusi.docx"
    for content in (b"one", b"one", b"two", b"two", b"three"):
        assert outcome(tmp_path, content) == (Outcome.KEPT, beside)
        assert tree(tmp_path) == {PLAN: b"edited", beside: content}


def test_an_edited_copy_is_kept_too(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    (tmp_path / PLAN).write_bytes(b"edited")
    outcome(tmp_path, b"two")
    (tmp_path / "esimerkkila/plan_uusi.docx").write_bytes(b"edited too")
    second = "esimerkkila/plan_uusi-2.docx"
    assert outcome(tmp_path, b"three") == (Outcome.KEPT, second)
    (tmp_path / "esimerkkila/plan_uusi.docx").unlink()
    assert outcome(tmp_path, b"three") == (Outcome.KEPT, second)
    assert tree(tmp_path) == {PLAN: b"edited", second: b"three"}


def test_a_restored_file_is_ours_again(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    (tmp_path / PLAN).write_bytes(b"edited")
    outcome(tmp_path, b"two")
    (tmp_path / PLAN).write_bytes(b"one")
    assert outcome(tmp_path, b"two") == (Outcome.REPLACED, PLAN)


def test_the_copy_moved_over_the_edited_file_is_ours(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    (tmp_path / PLAN).write_bytes(b"edited")
    outcome(tmp_path, b"two")
    (tmp_path / "esimerkkila/plan_uusi.docx").replace(tmp_path / PLAN)
    assert outcome(tmp_path, b"three") == (Outcome.REPLACED, PLAN)
    assert tree(tmp_path) == {PLAN: b"three"}


def test_a_deleted_file_is_written_again(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    (tmp_path / PLAN).unlink()
    assert outcome(tmp_path, b"two") == (Outcome.WRITTEN, PLAN)


def test_a_file_of_this_run_is_not_taken_for_a_copy_beside_another(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"not ours")
    made = run(tmp_path, {"a_uusi.docx": b"other", "a.docx": b"plan"})
    assert str(made["a.docx"].path) == "a_uusi-2.docx"
    assert tree(tmp_path) == {
        "a.docx": b"not ours", "a_uusi.docx": b"other", "a_uusi-2.docx": b"plan"
    }  # fmt: skip


def test_a_file_whose_name_a_copy_took_in_this_run_goes_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"not ours")
    made = run(tmp_path, {"a.docx": b"plan", "a_uusi.docx": b"other"})
    assert str(made["a_uusi.docx"].path) == "a_uusi_uusi.docx"
    assert tree(tmp_path)["a_uusi.docx"] == b"plan"


def test_other_names_in_the_folder_are_no_copies(tmp_path: Path) -> None:
    others = {"plan_uusin.docx": b"1", "plan_uusi-x.docx": b"2", "plan_uusi.pdf": b"3"}
    for name, content in (others | {"plan.docx": b"not ours"}).items():
        (tmp_path / name).write_bytes(content)
    assert outcome(tmp_path, b"3", path="plan.docx") == (Outcome.KEPT, "plan_uusi.docx")
    assert tree(tmp_path) == others | {"plan.docx": b"not ours", "plan_uusi.docx": b"3"}


def test_the_warning_names_both_files(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"not ours")
    finding = kept_finding(run(tmp_path, {"plan.docx": b"one"})["plan.docx"])
    assert (finding.code, finding.severity) == ("OUT-01", Severity.WARNING)
    assert finding.location.file == "plan.docx"
    assert "“plan.docx”" in str(finding.message)
    assert "“plan_uusi.docx”" in str(finding.message)
    assert finding.hint is not None


def test_a_run_over_one_organisation_does_not_forget_the_others(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        first = entry(folder.publish(PurePosixPath(PLAN), b"1"), inputs=(INPUT.sha256,))
        second = entry(folder.publish(PurePosixPath(OTHER), b"2"), inputs=(OTHER_INPUT.sha256,))
        folder.finish(Manifest(inputs=(INPUT, OTHER_INPUT), entries=(first, second)))
    changed = ManifestInput(file=INPUT.file, sha256="3" * 64)
    with OutputFolder(tmp_path) as folder:
        again = entry(folder.publish(PurePosixPath(PLAN), b"3"), inputs=(changed.sha256,))
        written = folder.finish(Manifest(paja="2", inputs=(changed,), entries=(again,)))
    assert written == manifest(tmp_path)
    assert written == Manifest(paja="2", inputs=(changed, OTHER_INPUT), entries=(again, second))


def test_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    run(tmp_path, {PLAN: b"1", OTHER: b"2"})
    (tmp_path / OTHER).unlink()
    run(tmp_path, {PLAN: b"1"})
    assert [item.path for item in manifest(tmp_path).entries] == [PLAN]


def test_the_manifest_keeps_the_hash_of_what_was_made(tmp_path: Path) -> None:
    made = run(tmp_path, {PLAN: b"1", OTHER: b"2"})
    (tmp_path / OTHER).write_bytes(b"edited")
    run(tmp_path, {PLAN: b"1"})
    assert [item.sha256 for item in manifest(tmp_path).entries] == [
        made[PLAN].sha256, made[OTHER].sha256
    ]  # fmt: skip
    assert outcome(tmp_path, b"3", path=OTHER)[0] is Outcome.KEPT


def test_files_of_a_run_without_an_end_stay_ours_through_another_run(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        made = folder.publish(PurePosixPath(OTHER), b"2")
    assert not (tmp_path / "manifest.json").exists()
    run(tmp_path, {PLAN: b"1"})
    remembered = (RememberedFile(path=OTHER, sha256=made.sha256),)
    assert manifest(tmp_path).remembered == remembered
    run(tmp_path, {PLAN: b"2"})
    assert manifest(tmp_path).remembered == remembered
    assert outcome(tmp_path, b"3", path=OTHER) == (Outcome.REPLACED, OTHER)
    assert manifest(tmp_path).remembered == ()


def test_a_file_edited_after_a_run_without_an_end_is_not_remembered(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        folder.publish(PurePosixPath(OTHER), b"2")
        folder.publish(PurePosixPath(PLAN), b"2")
    (tmp_path / OTHER).write_bytes(b"edited")
    (tmp_path / PLAN).unlink()
    run(tmp_path, {"third.docx": b"1"})
    assert manifest(tmp_path).remembered == ()


def test_a_torn_journal_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        folder.publish(PurePosixPath(PLAN), b"1")
    with (tmp_path / ".paja-journal").open("ab") as journal:
        journal.write(
            b'\n\xff\x00 nonsense\n{"path":"../../x","sha256":"' + b"0" * 64 + b'"}\n{"pa'
        )
    with OutputFolder(tmp_path) as folder:
        assert folder.publish(PurePosixPath(PLAN), b"2").outcome is Outcome.REPLACED
    assert outcome(tmp_path, b"3") == (Outcome.REPLACED, PLAN)


def test_a_damaged_manifest_is_reported_kept_aside_and_replaced(tmp_path: Path) -> None:
    outcome(tmp_path, b"one")
    for number, name in ((1, "manifest_vanha.json"), (2, "manifest_vanha-2.json")):
        (tmp_path / "manifest.json").write_bytes(b'{"of": "something else"}')
        with OutputFolder(tmp_path) as folder:
            assert [found.code for found in folder.findings] == ["OUT-02"]
            published = folder.publish(PurePosixPath(PLAN), b"new %d" % number)
            assert published.outcome is Outcome.KEPT
            for _ in range(2):
                folder.finish(Manifest(entries=(entry(published),)))
        assert (tmp_path / name).read_bytes() == b'{"of": "something else"}'
        assert [item.path for item in manifest(tmp_path).entries] == [str(published.path)]
    assert (tmp_path / PLAN).read_bytes() == b"one"
    assert not (tmp_path / "manifest_vanha-3.json").exists()


def test_a_damaged_manifest_stays_when_the_run_has_no_end(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(b"{")
    with OutputFolder(tmp_path):
        pass
    assert tree(tmp_path) == {}
    assert (tmp_path / "manifest.json").read_bytes() == b"{"


def test_a_newer_manifest_stops_the_run_and_frees_the_folder(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(b'{"format": 2}')
    with pytest.raises(EnvironmentFailedError, match="form 2"), OutputFolder(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


SECOND_RUN = """
import sys
from pathlib import Path
from pipeline.core.errors import EnvironmentFailedError
from pipeline.output.folder import OutputFolder
try:
    with OutputFolder(Path(sys.argv[1])):
        print("entered")
except EnvironmentFailedError as error:
    print(error)
    sys.exit(error.exit_code)
"""


def second_run(root: Path) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-c", SECOND_RUN, str(root)], capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stdout


def test_another_run_waits_outside(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        with pytest.raises(EnvironmentFailedError, match="Another run"), OutputFolder(tmp_path):
            pass
        code, words = second_run(tmp_path)
        assert (code, "Another run is writing" in words) == (ExitCode.ENVIRONMENT, True)
        folder.publish(PurePosixPath(PLAN), b"1")
        folder.finish(Manifest())
    assert second_run(tmp_path) == (0, "entered\n")
    assert not (tmp_path / ".paja.lock").exists()


def test_a_lock_file_left_behind_does_not_lock(tmp_path: Path) -> None:
    (tmp_path / ".paja.lock").write_bytes(b"")
    assert outcome(tmp_path, b"1") == (Outcome.WRITTEN, PLAN)


def test_strays_of_stopped_runs_are_removed_where_paja_writes(tmp_path: Path) -> None:
    run(tmp_path, {PLAN: b"1"})
    own = [tmp_path / ".paja-1.tmp", tmp_path / "esimerkkila" / ".paja-2.tmp"]
    foreign = tmp_path / "photos" / ".paja-3.tmp"
    foreign.parent.mkdir()
    for path in [*own, foreign]:
        path.write_bytes(b"torn")
    with OutputFolder(tmp_path):
        assert not any(path.exists() for path in own)
    assert foreign.exists()


@POSIX
@pytest.mark.parametrize(
    ("link", "to"),
    [
        (PLAN, "outside/plan.docx"),
        (PLAN, "outside/nothing.docx"),
        ("esimerkkila", "outside"),
        ("esimerkkila", "out/mallila"),
        ("esimerkkila", "out/esimerkkila"),
    ],
)
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str, to: str) -> None:
    root = tmp_path / "out"
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "plan.docx").write_bytes(b"outside")
    run(root, {OTHER: b"1"})
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(tmp_path / to)
    with OutputFolder(root) as folder:
        with pytest.raises(EnvironmentFailedError, match="link") as caught:
            folder.publish(PurePosixPath(PLAN), b"new")
        assert folder.publish(PurePosixPath(OTHER), b"2").outcome is Outcome.REPLACED
    assert caught.value.hint is not None
    assert (root / link).is_symlink()
    assert tree(tmp_path / "outside") == {"plan.docx": b"outside"}


@POSIX
@pytest.mark.parametrize("name", [".paja.lock", ".paja-journal", "manifest.json"])
def test_the_folders_own_files_are_no_links(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"outside")
    root = tmp_path / "out"
    root.mkdir()
    (root / name).symlink_to(outside)
    with pytest.raises(EnvironmentFailedError, match="link"), OutputFolder(root):
        pass
    assert outside.read_bytes() == b"outside"


@POSIX
def test_strays_behind_a_link_are_not_removed(tmp_path: Path) -> None:
    root = tmp_path / "out"
    run(root, {PLAN: b"1"})
    (root / "esimerkkila").rename(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / ".paja-1.tmp").write_bytes(b"")
    (root / "esimerkkila").symlink_to(tmp_path / "elsewhere")
    with OutputFolder(root):
        pass
    assert (tmp_path / "elsewhere" / ".paja-1.tmp").exists()


@POSIX
def test_a_copy_that_is_a_link_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"not ours")
    (tmp_path / "plan_uusi.docx").symlink_to(tmp_path / "plan.docx")
    assert outcome(tmp_path, b"not ours, new", path="plan.docx")[1] == "plan_uusi-2.docx"


@POSIX
def test_the_output_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    assert outcome(tmp_path / "out", b"1") == (Outcome.WRITTEN, PLAN)
    assert tree(tmp_path / "disk") == {PLAN: b"1"}


@POSIX
def test_a_pipe_in_the_place_of_a_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.docx")
    with (
        OutputFolder(tmp_path) as folder,
        pytest.raises(EnvironmentFailedError, match="not a file"),
    ):
        folder.publish(PurePosixPath("plan.docx"), b"1")


@pytest.mark.parametrize(
    "path",
    [
        "../plan.docx",
        "/plan.docx",
        "a/../../b",
        "",
        "manifest.json",
        "MANIFEST.JSON",
        ".paja.lock",
        ".paja-journal",
        "a/.paja-1.tmp",
        ".PAJA-journal",
        "a\\b",
        "C:/plan.docx",
    ],
)
def test_paths_of_a_wrong_form_are_a_bug(tmp_path: Path, path: str) -> None:
    with OutputFolder(tmp_path / "out") as folder, pytest.raises(ValueError, match="not a path"):
        folder.publish(PurePosixPath(path), b"1")
    assert tree(tmp_path) == {}


def test_publishing_one_path_twice_is_a_bug(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        folder.publish(PurePosixPath("a.docx"), b"1")
        with pytest.raises(ValueError, match="twice"):
            folder.publish(PurePosixPath("A.docx"), b"2")
    assert tree(tmp_path)["a.docx"] == b"1"


def test_outside_of_the_run_nothing_is_written(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    with pytest.raises(ValueError, match="outside of the run"):
        folder.publish(PurePosixPath("a.docx"), b"1")
    with pytest.raises(ValueError, match="outside of the run"):
        folder.finish(Manifest())
    assert list(tmp_path.iterdir()) == []


def failing(number: int) -> Callable[..., int]:
    def fail(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "mkdir"])
def test_a_failed_file_leaves_the_others_and_may_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    run(tmp_path, {OTHER: b"1"})
    with OutputFolder(tmp_path) as folder:
        with monkeypatch.context() as patched:
            patched.setattr(os, call, failing(errno.ENOSPC))
            with pytest.raises(EnvironmentFailedError, match="disk is full"):
                folder.publish(PurePosixPath(PLAN), b"1")
        assert folder.publish(PurePosixPath(OTHER), b"2").outcome is Outcome.REPLACED
        assert not (tmp_path / PLAN).exists()
        assert folder.publish(PurePosixPath(PLAN), b"1").outcome is Outcome.WRITTEN


@pytest.mark.parametrize("call", ["write", "replace"])
def test_a_manifest_that_cannot_be_written_leaves_the_old_one_and_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    outcome(tmp_path, b"1")
    before = (tmp_path / "manifest.json").read_bytes()
    with OutputFolder(tmp_path) as folder:
        published = folder.publish(PurePosixPath(PLAN), b"2")
        with monkeypatch.context() as patched:
            patched.setattr(os, call, failing(errno.ENOSPC))
            with pytest.raises(EnvironmentFailedError, match=r"manifest\.json"):
                folder.finish(Manifest(entries=(entry(published),)))
    assert (tmp_path / "manifest.json").read_bytes() == before
    assert outcome(tmp_path, b"3") == (Outcome.REPLACED, PLAN)


def test_an_organisation_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "esimerkkila").write_bytes(b"a file")
    with (
        OutputFolder(tmp_path) as folder,
        pytest.raises(EnvironmentFailedError, match="folder is needed"),
    ):
        folder.publish(PurePosixPath(PLAN), b"1")
    assert (tmp_path / "esimerkkila").read_bytes() == b"a file"


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with (
        pytest.raises(EnvironmentFailedError, match="folder is needed"),
        OutputFolder(tmp_path / "out"),
    ):
        pass
    assert (tmp_path / "out").read_bytes() == b"a file"


@pytest.mark.parametrize("name", ["manifest.json", ".paja-journal"])
def test_own_files_that_cannot_be_read_stop_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_bytes(b"")
    whole = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(errno.EACCES, "denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    with pytest.raises(EnvironmentFailedError, match="could not be read"), OutputFolder(tmp_path):
        pass
    assert not (tmp_path / ".paja.lock").exists()


@POSIX
def test_a_lock_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", failing(errno.EROFS))
    with pytest.raises(EnvironmentFailedError, match="only be read"), OutputFolder(tmp_path):
        pass


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as folder:
        with pytest.raises(EnvironmentFailedError, match="too long"):
            folder.publish(PurePosixPath("p" * 300), b"1")
        assert folder.publish(PurePosixPath(PLAN), b"1").outcome is Outcome.WRITTEN


def test_a_damaged_manifest_that_cannot_be_set_aside_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "manifest.json").write_bytes(b"{")
    monkeypatch.setattr(os, "rename", failing(errno.EACCES))
    with (
        OutputFolder(tmp_path) as folder,
        pytest.raises(EnvironmentFailedError, match="no permission"),
    ):
        folder.finish(Manifest())
    assert (tmp_path / "manifest.json").read_bytes() == b"{"


def test_an_earlier_file_that_cannot_be_looked_at_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, {OTHER: b"1"})
    whole = Path.is_file

    def is_file(path: Path) -> bool:
        if path == tmp_path / OTHER:
            raise PermissionError(errno.EACCES, "denied")
        return whole(path)

    monkeypatch.setattr(Path, "is_file", is_file)
    run(tmp_path, {PLAN: b"1"})
    assert [item.path for item in manifest(tmp_path).entries] == [PLAN]


@POSIX
def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "esimerkkila").symlink_to(tmp_path / "mallila")
    (tmp_path / "mallila").symlink_to(tmp_path / "esimerkkila")
    with OutputFolder(tmp_path) as folder, pytest.raises(EnvironmentFailedError, match="link"):
        folder.publish(PurePosixPath(PLAN), b"1")
