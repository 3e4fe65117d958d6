"""IA-21: how the measures are shared among those who answer for them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from pipeline.core.references import References, Target
from pipeline.core.text import Text
from pipeline.rules.responsibilities import WHO
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.measures import Measure
from schemas.msgid import msgid
from schemas.organisation import Post

_Shares = dict[tuple[str, int], tuple[Target, list[int]]]


def _check(subject: Subject) -> Iterator[Hit]:
    measures = subject.submission.measures
    for target, own in _shares(subject).values():
        path = ("measures", own[0], "responsibility", "accountable")
        if len(own) > 1 and len(own) * subject.settings.accountable_one_in > len(measures):
            message = Text(
                "{name} is accountable for {count} of {total} measures.",
                name=target.label,
                count=len(own),
                total=len(measures),
            )
            yield Hit(message, path, Text("Consider sharing the measures among more people."))
        if not any(_is_dated(measures[index]) for index in own):
            message = Text(
                "No measure that {name} is accountable for has a time.", name=target.label
            )
            yield Hit(message, path, Text("Give the measures times, so that they can be followed."))


def _shares(subject: Subject) -> _Shares:
    """Return who answers for which measures; a post counts as its holder."""
    shares: _Shares = {}
    own: dict[tuple[str, int], list[int]] = defaultdict(list)
    references = subject.form.references
    for index, measure in enumerate(subject.submission.measures):
        target = _person(references.resolve(measure.responsibility.accountable, WHO), references)
        if target is not None:
            key = (target.collection, target.index)
            own[key].append(index)
            shares[key] = (target, own[key])
    return shares


def _person(target: Target | None, references: References) -> Target | None:
    if target is not None and isinstance(target.row, Post):
        return references.resolve(target.row.holder, ("people",)) or target
    return target


def _is_dated(measure: Measure) -> bool:
    return measure.timing is not None and measure.timing.start is not None


WORKLOAD: Final[Rule[Subject]] = Rule(
    id="IA-21",
    about=msgid(
        "The measures are shared among several people, and each of them has something in the"
        " calendar."
    ),
    severities=levels(info="G3"),
    check=_check,
    example=Example(
        wrong=msgid("One person accountable for five of six measures"),
        right=msgid("Three people accountable for two measures each"),
    ),
    may_be_acknowledged=True,
)
