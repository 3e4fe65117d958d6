"""Long tables and templates of many variables: what one more of each costs in time and memory."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable

from docx import Document

from pipeline.render import CompiledTemplate, compile_template
from tests.benchmarks.timing import medians

ROWS = (1_000, 2_000, 5_000, 10_000)
VARIABLES = (1_000, 3_000, 6_000, 12_000)
ROUNDS = 5


def rows() -> dict[str, float]:
    """Return the seconds a row for each length of the table."""
    compiled = compile_template(_table())
    runs = {str(count): _rendering(compiled, _records(count)) for count in ROWS}
    return _for_each(medians(runs, ROUNDS))


def variables() -> dict[str, float]:
    """Return the seconds a variable for each number of them, compiling and rendering."""
    runs = {str(count): _compiling(count) for count in VARIABLES}
    return _for_each(medians(runs, ROUNDS))


def peak() -> float:
    """Return the peak of memory in rendering 10 000 rows, in sizes of the finished document.xml."""
    compiled, context = compile_template(_table()), _records(ROWS[-1])
    size = len(_document_xml(compiled.render(context)))
    tracemalloc.start()
    compiled.render(context)
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest / size


def _rendering(compiled: CompiledTemplate, context: dict[str, object]) -> Callable[[], bytes]:
    return lambda: compiled.render(context)


def _compiling(count: int) -> Callable[[], bytes]:
    content = _paragraphs(count)
    context: dict[str, object] = {f"v{number}": "arvo" for number in range(count)}
    return lambda: compile_template(content).render(context)


def _for_each(taken: dict[str, float]) -> dict[str, float]:
    return {count: seconds / int(count) for count, seconds in taken.items()}


def _records(count: int) -> dict[str, object]:
    return {"rows": [{"name": f"Rivi {number}", "text": "Ä & ö"} for number in range(count)]}


def _table() -> bytes:
    document = Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    table.cell(1, 0).text = "{{ row.name }}"
    table.cell(1, 1).text = "{{ row.text }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    return _saved(document)


def _paragraphs(count: int) -> bytes:
    written = "".join(f"<w:p><w:r><w:t>{{{{ v{n} }}}}</w:t></w:r></w:p>" for n in range(count))
    base = _saved(Document())
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(base)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", f"<w:body>{written}".encode(), 1)
            result.writestr(name, data)
    return target.getvalue()


def _saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]  # python-docx keeps its class private
    return target.getvalue()


def _document_xml(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml")
