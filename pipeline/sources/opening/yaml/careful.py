"""Reading with care what the quick parser could not read, to say what is wrong and where."""

from collections.abc import Iterator
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pipeline.core.finding import Finding
from pipeline.core.limits import Limits
from pipeline.sources.opening.yaml.composing import Composer, StopComposingError
from pipeline.sources.opening.yaml.events import Event
from pipeline.sources.opening.yaml.nodes import Node
from pipeline.sources.opening.yaml.syntax_faults import syntax_finding


def composed_with_care(text: str, file: str, limits: Limits) -> tuple[Node | None, list[Finding]]:
    """Return the text's node, or what is wrong with it."""
    composer = Composer(text, careful_events(text), file, limits)
    try:
        return composer.compose(), composer.faults
    except StopComposingError as exc:
        return None, [*composer.faults, exc.finding]
    except YAMLError as exc:
        return None, [*composer.faults, syntax_finding(exc, text, file, composer.last)]


def careful_events(text: str) -> Iterator[Event]:
    """Yield the events of ruamel.yaml.

    Raises:
        ruamel.yaml.error.YAMLError: the text is not YAML.
    """
    yield from cast("Iterator[Event]", YAML(typ="safe", pure=True).parse(text))
