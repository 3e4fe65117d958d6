"""`paja templates check`: a template that takes too much is told, and the others are checked."""

import sys
import time
from pathlib import Path

import pytest
from pydantic import BaseModel

from pipeline.app.templates import checking
from pipeline.checks.template import check_template
from pipeline.core.errors import ExitCode
from pipeline.core.finding import Finding
from tests.cli.conftest import Paja
from tests.cli.template_folders import SHOWN, codes, folder, found, template, write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds memory")
SWEDISH = "ohjelma/kutsu/sv.docx"


def greedy(
    content: bytes, model: type[BaseModel] | None, *, file: str, **rest: object
) -> tuple[Finding, ...]:
    """Check as ever, but for a template that takes more time or memory than it may."""
    if b"aika" in content[-8:]:
        time.sleep(600)
    if b"muisti" in content[-8:]:
        return (bytearray(600_000_000),)  # type: ignore[return-value] # never returned
    del rest
    return check_template(content, model, file=file)


@pytest.mark.parametrize(
    ("wish", "option", "says"),
    [("aika", "--time-limit=1", "longer than 1 seconds"),
     ("muisti", "--memory-limit=300", "more than 300 MB")],
)  # fmt: skip
def test_what_takes_too_much_is_a_finding_and_the_others_are_checked(
    paja: Paja,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    wish: str,
    option: str,
    says: str,
) -> None:
    monkeypatch.setattr(checking, "check_template", greedy)
    root = folder(tmp_path)
    path = root / SHOWN
    path.write_bytes(path.read_bytes() + wish.encode())
    write(root, template("{{ event.nmae }}"), "sv.docx")

    findings = found(paja, "--templates", root, option)

    assert ("TE-01", "error", SHOWN) in codes(findings)
    assert ("TE-10", "error", SWEDISH) in codes(findings)
    assert says in str(findings)
    assert option.partition("=")[0] in str(findings)


@pytest.mark.parametrize("option", ["--time-limit", "--memory-limit"])
def test_a_limit_of_nothing_is_wrong_usage(paja: Paja, option: str) -> None:
    assert paja("templates", "check", option, "0").code == ExitCode.USAGE
