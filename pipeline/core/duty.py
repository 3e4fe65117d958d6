"""Who must answer a finding: the person that the row names, or the organisation's contact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Answerer:
    """A person or post that must answer, by name, with an e-mail address if one is known."""

    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A finding with whom it waits for; None when the submission names nobody at all."""

    finding: Finding
    answerer: Answerer | None = None


def by_person(duties: Iterable[Duty]) -> Iterator[tuple[Answerer | None, tuple[Duty, ...]]]:
    """Yield each person with what waits for them, by name, and last what waits for nobody."""
    groups: dict[Answerer | None, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(duty.answerer, []).append(duty)

    def key(person: Answerer | None) -> tuple[bool, str, str]:
        name = person.name if person else ""
        return person is None, name.casefold(), name

    for person in sorted(groups, key=key):
        yield person, tuple(groups[person])
