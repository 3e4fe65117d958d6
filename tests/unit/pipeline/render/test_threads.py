"""One compiled template in many threads and processes."""

import pickle
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import Limits, compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import table_template, template

TAGS = (
    "{% macro m(t) %}{{ t }}{{ t }}{% endmacro %}{{ m(x) }}",
    "{% set y %}{{ x }} – {{ gap }}{% endset %}{{ y }}",
    "{% for row in rows %}{{ loop.index }}{{ row.name }}{% endfor %}",
    "{{p lines|paragraphs }}",
)


def context(number: int) -> dict[str, object]:
    return {
        "x": f"Nimi {number} & <b>",
        "gap": Gap(f"Täydennettävä: {number}"),
        "rows": [{"name": f"{number}.{row}"} for row in range(number % 7 + 1)],
        "lines": f"Alku {number}\n- yksi\n- kaksi\n" * (number % 3 + 1),
    }


def test_threads_make_the_bytes_that_one_would() -> None:
    compiled = compile_template(template(*TAGS, header="{{ x }}"))
    contexts = [context(number) for number in range(50)]
    serial = [compiled.render(each, properties={"title": str(each["x"])}) for each in contexts]
    together = threading.Barrier(8)

    def render(start: int) -> list[bytes]:
        together.wait()
        order = [*range(start, 50), *range(start)]
        made = {
            each: compiled.render(contexts[each], properties={"title": str(contexts[each]["x"])})
            for each in order
        }
        return [made[each] for each in range(50)]

    with ThreadPoolExecutor(8) as pool:
        for made in pool.map(render, range(0, 48, 6)):
            assert made == serial


def test_a_fault_in_one_thread_is_none_in_the_others() -> None:
    compiled = compile_template(template(*TAGS), limits=Limits(steps=60))

    def render(number: int) -> bytes | str:
        rows = [{"name": "a"}] * (100 if number % 2 else 5)
        try:
            return compiled.render({**context(0), "rows": rows})
        except TemplateError as fault:
            return str(fault.message)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(render, range(40)))
    assert set(made[1::2]) == {"The loops and macros take more than 60 steps."}
    assert len(set(made[::2])) == 1
    assert isinstance(made[0], bytes)


def test_a_template_may_be_sent_to_another_process() -> None:
    content = table_template(["{%tr for row in rows %}"], ["{{ row.name }}"], ["{%tr endfor %}"])
    limits = Limits(steps=3)
    first = compile_template(content, language="sv", accent="#7A3600", limits=limits)
    sent = pickle.loads(pickle.dumps(first))  # noqa: S301 - our own
    assert sent.render(context(2)) == first.render(context(2))
    for each in (first, sent):
        with pytest.raises(TemplateError, match="more than 3 steps"):
            each.render(context(3))
