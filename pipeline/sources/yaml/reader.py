"""Reading one YAML file into a record, by the shape of its model."""

from collections.abc import Iterable

from pydantic import BaseModel

from pipeline.core.finding import Finding, Severity
from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.core.shape import shape
from pipeline.core.text import Text
from pipeline.sources.emptiness import nothing_filled_in
from pipeline.sources.yaml.composing import Composer, StopComposingError
from pipeline.sources.yaml.decoding import decode
from pipeline.sources.yaml.events import UnreadableError, quick_events
from pipeline.sources.yaml.nodes import Mapping, Node, Scalar
from pipeline.sources.yaml.walking import Walk


def read_yaml(
    content: bytes, file: str, model: type[BaseModel], *, limits: Limits = DEFAULT
) -> RawRecord:
    """Read a YAML file as its model's record: every scalar as text, with its line and column.

    `file` is the name that findings show. Faults are findings of the record; one that concerns
    the file as a whole (code FI-…) leaves the record without values.
    """
    decoded = decode(content, file, limits)
    if decoded.findings:
        return _refused(file, decoded.findings)
    node, faults = _composed(decoded.text, file, limits)
    if not faults:
        faults.extend(_top_faults(node, file))
    if faults or node is None:
        return _refused(file, faults)
    return _record(node, file, model)


def _composed(text: str, file: str, limits: Limits) -> tuple[Node | None, list[Finding]]:
    """Return the text's node, or what is wrong with it."""
    composer = Composer(text, quick_events(text), file, limits)
    try:
        return composer.compose(), composer.faults
    except StopComposingError as exc:
        return None, [*composer.faults, exc.finding]
    except UnreadableError:
        from pipeline.sources.yaml.careful import composed_with_care

        return composed_with_care(text, file, limits)


def _top_faults(node: Node | None, file: str) -> Iterable[Finding]:
    match node:
        case None:
            yield nothing_filled_in(Location(file, line=1))
        case Scalar(is_null=True):
            yield nothing_filled_in(Location(file, line=1))
        case Mapping():
            return
        case _:
            message = Text("The file does not begin with keys and values.")
            hint = Text("Begin with a key at the left margin, such as organisation: with its keys.")
            yield Finding("FI-27", Severity.ERROR, message, node.place, hint)


def _record(node: Node, file: str, model: type[BaseModel]) -> RawRecord:
    walk = Walk()
    walk.group(node, shape(model), ())
    return RawRecord(
        file=file,
        values=walk.values,
        places=walk.places,
        findings=tuple(walk.findings),
        unreadable=frozenset(walk.unreadable),
    )


def _refused(file: str, findings: Iterable[Finding]) -> RawRecord:
    return RawRecord(file=file, values={}, places={}, findings=tuple(findings))
