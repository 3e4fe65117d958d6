"""Code in a template: refused where it is read, and again where it would run, in every part."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from tests.unit.pipeline.render.word import part, saved, template, texts, with_part

PAYLOADS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ lipsum.__globals__['os'].popen('touch TARGET').read() }}",
    "{{ cycler.__init__.__globals__.os.system('touch TARGET') }}",
    "{{ self.__init__.__globals__.__builtins__.open('TARGET', 'w') }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ ''|attr('__class__') }}",
    "{{ '{0.__class__}'|format(text) }}",
    "{{ '{0.__class__.__mro__}'.format(text) }}",
    "{{ '{x.__class__}'.format_map({'x': text}) }}",
    "{{ names.append('lisää') }}",
    "{{ data.update({'a': 1}) }}",
    "{{ thing.danger() }}",
    "{{ thing.field }}",
    "{{ range(10**9) }}",
    "{% for i in range(names|length * 10**9) %}{% endfor %}",
    "{{ 9**(9**9) }}",
    "{{ '%0999999999d' % 1 }}",
    "{{ text.rjust(10**9) }}",
    "{{ text * 10**9 }}",
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as x %}",
    "{% from '/etc/passwd' import x %}",
    "{% extends '/etc/passwd' %}",
    "{{ markup|safe }}",
    "{% filter upper %}{{ text }}{% endfilter %}{{ text|map('upper') }}",
    "{% call thing.danger() %}{% endcall %}",
    "{% set ns = namespace(a=1) %}{% set ns.a = 2 %}",
    "{% set thing.field = 2 %}",
    "{{ loop.__class__ }}{{ joiner() }}",
    "{% for i in names %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for i in names %}{{ loop._iterable }}{% endfor %}",
    "{% for i in names %}{{ loop(names) }}{% endfor %}",
    "{% macro m() %}{{ m.__class__ }}{{ m.name() }}{% endmacro %}{{ m() }}",
    "{{ dict(a=1) }}",
    "{{ [].__class__ }}",
    "{{ names['__class__']['__base__'] }}",
    "{{ ().__class__.__bases__[0] }}",
]
#: These do nothing but switch escaping off; behind the lint, escaping does not heed them.
UNESCAPING = ["{% autoescape false %}{{ markup }}{% endautoescape %}"]
WATCHED = {
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "subprocess.Popen",
    "socket.connect",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Thing:
    """An object with a method, which no context should hold."""

    field = "kenttä"
    done = False

    def danger(self) -> str:
        Thing.done = True
        return "tehty"


class _Watch:
    """What the interpreter itself tells of files written and processes started, while it is on."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and (event in WATCHED or (event == "open" and _writes(arguments))):
            self.seen.append(f"{event} {arguments}")


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


WATCH = _Watch()
sys.addaudithook(WATCH.hear)


def note(kind: str) -> bytes:
    """Return a template with the mark in a part of notes."""
    plural = f"{kind}s"
    xml = (
        f'<w:{plural} {W}><w:{kind} w:id="2"><w:p><w:r><w:t xml:space="preserve">{MARK}'
        f"</w:t></w:r></w:p></w:{kind}></w:{plural}>"
    )
    return with_part(template("alku"), f"word/{plural}.xml", xml.encode())


def footer() -> bytes:
    document = Document(io.BytesIO(template("alku")))
    document.sections[0].footer.paragraphs[0].text = MARK
    return saved(document)


def titled() -> bytes:
    document = Document(io.BytesIO(template("alku")))
    document.core_properties.title = MARK
    return saved(document)


MARK = "MERKKI"
PLACES = {
    "body": template(MARK),
    "header": template("alku", header=MARK),
    "footer": footer(),
    "footnote": note("footnote"),
    "endnote": note("endnote"),
    "comment": note("comment"),
    "title": titled(),
}


def placed(place: str, tag: str) -> bytes:
    """Return a template with a tag in that place."""
    written = part(PLACES[place], PARTS[place])
    tag = tag.replace("&", "&amp;").replace("<", "&lt;")
    return with_part(PLACES[place], PARTS[place], written.replace(MARK, tag).encode())


PARTS = {
    "body": "word/document.xml",
    "header": "word/header1.xml",
    "footer": "word/footer1.xml",
    "footnote": "word/footnotes.xml",
    "endnote": "word/endnotes.xml",
    "comment": "word/comments.xml",
    "title": "docProps/core.xml",
}


@pytest.fixture
def context() -> dict[str, object]:
    return {
        "text": "teksti",
        "markup": "<w:b/>&",
        "names": ["a", "b"],
        "data": {"key": "value"},
        "thing": Thing(),
    }


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Path]:
    """Give a file that no payload may make, and fail for any file written or process started."""
    target = tmp_path / "tehty"
    Thing.done = False
    WATCH.seen.clear()
    WATCH.on = True
    try:
        yield target
    finally:
        WATCH.on = False
    assert WATCH.seen == []
    assert not target.exists()
    assert not Thing.done


def test_the_watch_sees_what_it_should(tmp_path: Path) -> None:
    WATCH.seen.clear()
    WATCH.on = True
    with (tmp_path / "a").open("w"):
        os.system("true")  # noqa: S605 - this is what the watch is for
    WATCH.on = False
    assert [each.split()[0] for each in WATCH.seen][:2] == ["open", "os.system"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", [*PAYLOADS, *UNESCAPING])
def test_code_is_refused_where_it_is_read(
    place: str, payload: str, context: dict[str, object], watched: Path
) -> None:
    content = placed(place, payload.replace("TARGET", str(watched)))
    with pytest.raises(TemplateError) as caught:
        compile_template(content).render(context)
    assert str(caught.value.location.part).split("#")[0] == PARTS[place]


@pytest.mark.parametrize("place", ["body", "header", "title"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_code_is_refused_where_it_would_run_though_nothing_read_it(
    place: str,
    payload: str,
    context: dict[str, object],
    watched: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.render.compiling.refused", lambda *_given: iter(()))
    monkeypatch.setattr("pipeline.render.compiling.unknown", lambda *_given: iter(()))
    content = placed(place, payload.replace("TARGET", str(watched)))
    with pytest.raises(TemplateError):
        compile_template(content).render(context)
    assert context["names"] == ["a", "b"]
    assert context["data"] == {"key": "value"}


@pytest.mark.parametrize("payload", UNESCAPING)
def test_escaping_stays_on_though_nothing_read_that_it_should_not(
    payload: str, context: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.render.compiling.refused", lambda *_given: iter(()))
    made = compile_template(template(payload)).render(context)
    assert texts(made) == ["<w:b/>&"]
    assert "&lt;w:b/&gt;&amp;" in part(made, "word/document.xml")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", ["{{ 7*7 }}", "{% for %}", "{# x #}", "{_{ a }_}", "{{", "%}"])
def test_a_value_is_never_code(place: str, value: str) -> None:
    content = placed(place, "{{ x }}")
    made = compile_template(content).render({"x": value})
    assert f">{value}</" in part(made, PARTS[place])
