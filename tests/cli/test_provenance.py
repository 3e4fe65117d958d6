"""A document of the command line tells which inputs and which template it was made from."""

import zipfile
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

from pipeline.app.version import version
from pipeline.core.layout import form_sha256
from schemas.academy import AcademySubmission
from schemas.programme import Programme
from tests.cli.conftest import ACADEMY, Paja

TEMPLATE = ACADEMY.parents[1] / "templates" / "innovaatio-akatemia" / "action-plan" / "fi.docx"


def test_a_document_tells_its_origin(paja: Paja, programme: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert paja("batch", programme, "-o", out).code == 0
    file = next(out.rglob("*toimenpidesuunnitelma*.docx"))
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        root = ET.fromstring(archive.read("docProps/custom.xml"))
    told = {each.get("name"): each[0].text for each in root}
    content = told.pop("paja.content")
    assert content is not None
    assert len(content) == 64
    form = told.pop("paja.schema")
    assert form == form_sha256(AcademySubmission) != form_sha256(Programme)
    assert told == {
        "paja.version": version(),
        "paja.programme": digest(programme / "programme.yaml"),
        "paja.submission": digest(programme / "submissions" / "keskimaa.yaml"),
        "paja.template": digest(TEMPLATE),
    }


def digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
