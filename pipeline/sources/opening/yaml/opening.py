"""From the bytes of a YAML file to its tree."""

from collections.abc import Iterable

from pipeline.core.finding import Finding, Severity
from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.emptiness import nothing_filled_in
from pipeline.sources.opening.opened import OpenedYaml
from pipeline.sources.opening.yaml.composing import Composer, StopComposingError
from pipeline.sources.opening.yaml.decoding import decode
from pipeline.sources.opening.yaml.events import UnreadableError, quick_events
from pipeline.sources.opening.yaml.nodes import Mapping, Node, Scalar


def open_yaml(content: bytes, file: str, limits: Limits = DEFAULT) -> OpenedYaml:
    """Open a YAML file; `file` is the name that places show. Faults are findings."""
    decoded = decode(content, file, limits)
    if decoded.findings:
        return OpenedYaml(file, None, decoded.findings)
    node, faults = _composed(decoded.text, file, limits)
    if not faults:
        faults.extend(_top_faults(node, file))
    return OpenedYaml(file, node, tuple(faults))


def _composed(text: str, file: str, limits: Limits) -> tuple[Node | None, list[Finding]]:
    """Return the text's node, or what is wrong with it."""
    composer = Composer(text, quick_events(text), file, limits)
    try:
        return composer.compose(), composer.faults
    except StopComposingError as exc:
        return None, [*composer.faults, exc.finding]
    except UnreadableError:
        from pipeline.sources.opening.yaml.careful import composed_with_care

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
