"""What a tag prints: only what has a text of its own."""

from typing import Final

from jinja2 import nodes

from pipeline.checks.names.naming import shown, type_name
from pipeline.checks.names.notes import RAW
from pipeline.checks.names.reader import Reader
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import Kind, Listed, Shape, is_known, is_number, is_text
from pipeline.checks.names.signatures import filter_for
from pipeline.core.text import Text

_PRINTED: Final = frozenset({Kind.WHOLE, Kind.GAP, Kind.STYLED})


def note_raw(reader: Reader, node: nodes.Node, scope: Scope) -> None:
    """Look through what a tag prints; note a value that has no text of its own."""
    kind = reader.present(node, scope)
    if not is_known(kind):
        return
    raw = frozenset(shape for shape in kind if not _is_printed(shape))
    if raw:
        message = Text("{name} is {kind}, which is never printed as such.",
                       name=shown(node), kind=type_name(raw))  # fmt: skip
        reader.note(RAW, node, message, _hint(node, raw))


def _is_printed(shape: Shape) -> bool:
    if shape in {Kind.DECIMAL, Kind.FLOAT}:
        return False
    return shape in _PRINTED or is_text(shape) or is_number(shape)


def _hint(node: nodes.Node, raw: frozenset[Shape]) -> Text:
    name = shown(node)
    fitting = sorted(each for shape in raw if (each := filter_for(shape)) is not None)
    if Kind.TRUTH in raw:
        return Text("Ask for it: {tag}", tag=f"{{% if {name} %}}…{{% endif %}}")
    if Kind.BLOCK in raw:
        return Text("Write {block} alone in a paragraph.", block="{{p x|paragraphs }}")
    if fitting:
        return Text("Use a filter: {tag}", tag=f"{{{{ {name}|{fitting[0]} }}}}")
    if any(isinstance(shape, Listed) for shape in raw):
        return Text("Go through the list with for, and name a field of its rows.")
    return Text("Print one of its fields: {tag}", tag=f"{{{{ {name}.… }}}}")
