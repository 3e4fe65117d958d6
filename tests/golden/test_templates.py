"""The templates as text: also what no example shows is reviewed as words.

`make golden` writes the files anew.
"""

from tests.golden.texts import ROOT, differing, left_over, text_of

TEMPLATES = ROOT / "templates"


def test_every_template_reads_as_it_did() -> None:
    paths = sorted(TEMPLATES.rglob("*.docx"))

    texts = {
        f"templates/{path.relative_to(TEMPLATES).with_suffix('.txt').as_posix()}": text_of(path)
        for path in paths
    }

    assert differing(texts) == [], "make golden renews them"
    assert left_over("templates", texts) == []
