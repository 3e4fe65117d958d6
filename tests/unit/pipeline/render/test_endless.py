"""Tags without end in great numbers are refused in a time that grows as the template does."""

from time import process_time

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from tests.effort import at_most
from tests.unit.pipeline.render.word import rendered, replaced, template, texts

FEW, MANY = 1_000, 8_000


def hostile(piece: str, times: int, *, between: str = "") -> bytes:
    body = f"<w:p><w:r><w:t>{between.join([piece] * times)}</w:t></w:r></w:p>"
    return replaced(template("alku"), "word/document.xml", "<w:body>", f"<w:body>{body}")


def spent(content: bytes) -> float:
    before = process_time()
    with pytest.raises(TemplateError, match="opened and not closed"):
        compile_template(content)
    return process_time() - before


@pytest.mark.parametrize("between", ["", "</w:t></w:r></w:p><w:p><w:r><w:t>"])
@pytest.mark.parametrize("piece", ["{{ x ", "{% if x ", "{{{{", "{%tr if x ", "{%r x ", "{%- "])
def test_tags_without_end_cost_no_square_of_their_number(piece: str, between: str) -> None:
    few = spent(hostile(piece, FEW, between=between))
    many = spent(hostile(piece, MANY, between=between))
    # In proportion it would be eight times, in the square sixty-four; the clock is never exact.
    assert many < 32 * few + 1


def test_raw_without_end_and_a_megabyte_of_braces_are_refused_at_once() -> None:
    for content in (hostile("{% raw %}", MANY), hostile("{" * 1_000, 1_000)):
        with at_most(1_200):
            spent(content)


def test_many_tags_that_have_their_ends_are_no_fault() -> None:
    content = template("{{ x }}" * 500, "{% if x %}a{% endif %}" * 200, "} %} }} {")
    assert len(texts(rendered(content, {"x": "y"}))[0]) == 500
