"""A slip of the keyboard in each template of paja is found at its tag, with the right name."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from pipeline.app.templates.files import TemplateFile, find_templates
from pipeline.checks.template import check_template

_BODY = "word/document.xml"
_NAME = re.compile(r"(\{\{p?\s*(?:\w+\.)*)(\w{4,})(?=[\s|}])")
TEMPLATES = find_templates((Path(__file__).parents[2] / "templates",), language="en").files


def slipped(file: TemplateFile) -> tuple[bytes, str, str]:
    """Return a template with two letters of its first tag changed over, and both names."""
    source, target = io.BytesIO(file.path.read_bytes()), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        text = old.read(_BODY).decode()
        found = _NAME.search(text)
        assert found is not None
        right = found[2]
        wrong = f"{right[:-2]}{right[-1]}{right[-2]}"
        body = _NAME.sub(rf"\g<1>{wrong}", text, count=1).encode()
        for name in old.namelist():
            new.writestr(name, body if name == _BODY else old.read(name))
    return target.getvalue(), wrong, right


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.shown)
def test_a_slip_in_a_name_is_found_at_its_tag(file: TemplateFile) -> None:
    content, wrong, right = slipped(file)
    findings = check_template(content, file.model, file="x.docx", proof=False)
    (found,) = [each for each in findings if each.code == "TE-10"]
    assert wrong in (found.location.tag or "")
    assert found.location.paragraph is not None
    assert right in str(found.hint)
