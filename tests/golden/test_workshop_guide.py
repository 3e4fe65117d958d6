"""The facilitator's guide of one workshop: what it says, as text.

`make golden` writes the file anew; a change in it is then reviewed as text.
"""

import io
import shutil
import zipfile
from pathlib import Path

from pipeline.api import InputRequest, ProductionRequest, produce
from tests.golden.test_action_plan import ROOT, compare, lines

PROCESS = ROOT / "examples" / "yhteisollinen-innovointi" / "submissions" / "esimerkkila.xlsx"
GUIDE = Path("yhteisollinen-innovointi") / "workshop-guide"
FOLDER = Path(__file__).parent / "workshop-guide"
READ = ("word/document.xml", "word/header1.xml", "word/footer1.xml")


def test_the_guide_says_what_it_said(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates" / GUIDE, templates / GUIDE)
    inputs = InputRequest(paths=(PROCESS,))
    produce(ProductionRequest(inputs=inputs, out=tmp_path / "out", templates=templates))
    file = next((tmp_path / "out").rglob("*tyopajan-opas-1_*.docx"))
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        for name in READ:
            compare(FOLDER / f"{Path(name).stem}.txt", "\n".join(lines(archive.read(name))) + "\n")
