"""The parser's events of a YAML text: a quick parser reads, a careful one says what is wrong.

libyaml, through PyYAML, is some twenty times faster than ruamel.yaml, but its complaints do not say
where a fault began. So what it cannot read is read again by ruamel.yaml, to tell what is wrong. A
test holds that both give the same events.
"""

from collections.abc import Iterator
from typing import Final, Protocol, cast

import yaml

#: PyYAML's own parser stands in where it was built without libyaml.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """A place in the text; all three count from 0, `index` in characters."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """One event of either parser; its class has the same name in both."""

    start_mark: Mark
    end_mark: Mark


class ScalarEvent(Event, Protocol):
    """A scalar with its text; `style` is a quotation mark, the sign of a block, or nothing."""

    value: str
    style: str | None


class UnreadableError(Exception):
    """The quick parser cannot read the text."""


def quick_events(text: str) -> Iterator[Event]:
    """Yield the events of libyaml.

    Raises:
        UnreadableError: it cannot read the text; `composed_with_care` tells why, or reads it.
    """
    try:
        yield from cast("Iterator[Event]", yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as exc:
        raise UnreadableError from exc


def kind(event: Event) -> str:
    """Return the name of an event's class, such as `MappingStartEvent`."""
    return type(event).__name__
