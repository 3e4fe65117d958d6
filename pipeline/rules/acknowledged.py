"""YL-19: findings that the input accepts with a reason, and acceptances that do not hold."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, Protocol

from pydantic import BaseModel

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.references import identifier_key, name_key
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import Form, Seen
from schemas.acknowledgements import Acknowledgement
from schemas.msgid import msgid

COLLECTION: Final = "acknowledgements"
_CODE: Final = "YL-19"


class Known(Protocol):
    """What is known of a rule here: whether its findings may be accepted."""

    @property
    def may_be_acknowledged(self) -> bool:
        """Tell whether a finding of the rule may be accepted with a reason."""


def settled(
    findings: tuple[Finding, ...], form: Form, rules: Mapping[str, Known]
) -> tuple[Finding, ...]:
    """Return the findings, those that the form accepts as information with the reason.

    A warning stands after them for each acceptance that matches nothing or is not allowed.
    """
    told: list[Finding] = []
    for index, row in enumerate(_rows(form)):
        code = row.rule.strip().upper()
        unfit = _unfit(code, rules)
        matching = [each for each in findings if each.code == code and _is_meant(each, row, form)]
        if unfit is None and not matching:
            unfit = _unmatched(code, row, findings)
        if unfit is not None:
            told.append(_warning(unfit, index, form))
        elif row.reason:
            findings = tuple(_accepted(f, row) if f in matching else f for f in findings)
    return (*findings, *told)


def _rows(form: Form) -> tuple[Acknowledgement, ...]:
    rows = getattr(form.model, COLLECTION, ())
    return tuple(row for row in rows if isinstance(row, Acknowledgement))


def _unfit(code: str, rules: Mapping[str, Known]) -> tuple[str, Text, Text] | None:
    """Return the field, message and hint of an acceptance whose rule does not allow it."""
    if code not in rules:
        near = difflib.get_close_matches(code, rules, n=3)
        message = Text("There is no rule “{code}” that could be accepted.", code=code)
        hint = Text("Write the code as the finding shows it: {near}.", near=", ".join(near))
        plain = Text("Write the code as the finding shows it, such as YL-14.")
        return "rule", message, hint if near else plain
    if not rules[code].may_be_acknowledged:
        message = Text("What {code} notices cannot be accepted; it has to be mended.", code=code)
        return "rule", message, Text("Mend what the finding says, and remove this row.")
    return None


def _unmatched(
    code: str, row: Acknowledgement, findings: tuple[Finding, ...]
) -> tuple[str, Text, Text]:
    hint = Text("If what it was for has been mended, remove this row.")
    if row.where and any(each.code == code for each in findings):
        message = Text("{code} notices nothing at “{where}”.", code=code, where=row.where)
        return "where", message, Text("Write the id of the row, or the cell, as the finding does.")
    return "rule", Text("{code} notices nothing here that could be accepted.", code=code), hint


def _warning(unfit: tuple[str, Text, Text], index: int, form: Form) -> Finding:
    field, message, hint = unfit
    path: Path = (COLLECTION, index, field)
    finding = Finding(_CODE, Severity.WARNING, message, hint=hint, path=path)
    return replace(finding, location=form.record.location(path)) if form.record else finding


def _accepted(finding: Finding, row: Acknowledgement) -> Finding:
    reason = row.reason or ""
    message = (
        Text(
            "{message} Accepted by {who}: {reason}",
            message=finding.message,
            who=row.who,
            reason=reason,
        )
        if row.who
        else Text("{message} Accepted: {reason}", message=finding.message, reason=reason)
    )
    return replace(finding, severity=Severity.INFO, message=message, hint=None)


def _is_meant(finding: Finding, row: Acknowledgement, form: Form) -> bool:
    if not row.where:
        return True
    wanted = {name_key(row.where), identifier_key(row.where)}
    return not wanted.isdisjoint(_places(finding, form))


def _places(finding: Finding, form: Form) -> Iterator[str]:
    """Yield what a person may call the place of a finding."""
    place = finding.location
    steps = [str(step) for step in finding.path]
    yield from (name_key(".".join(steps[:length])) for length in range(1, len(steps) + 1))
    if place.sheet:
        yield name_key(place.sheet)
        yield name_key(f"{place.sheet}!{place.cell}")
    yield name_key(place.cell or str(place.line or ""))
    here: object = form.model
    for step in finding.path:
        here = _step(here, step)
        yield identifier_key(str(getattr(here, "id", None) or getattr(here, "number", "")))


def _step(here: object, step: str | int) -> object:
    match here, step:
        case tuple(), int() if step < len(here):
            return here[step]
        case BaseModel(), str():
            return getattr(here, step, None)
    return None


def _without_reason(subject: Seen) -> Iterator[Hit]:
    for index, row in enumerate(_rows(subject.form)):
        if not row.reason:
            message = Text("The acceptance of {code} has no reason, so it does not count.",
                           code=row.rule)  # fmt: skip
            hint = Text("Write in one sentence why it is right as it is.")
            yield Hit(message, (COLLECTION, index, "reason"), hint)


ACKNOWLEDGEMENTS: Final[Rule[Seen]] = Rule(
    id=_CODE,
    about=msgid(
        "A finding that is right as it is can be accepted with a reason, where its rule allows it;"
        " an acceptance that no longer matches anything is cleared away."
    ),
    severities=always(Severity.WARNING),
    check=_without_reason,
    example=Example(
        wrong=msgid("Code of the rule: YL-14; reason: (empty)"),
        right=msgid(
            "Code of the rule: YL-14; place: sparrings.1; reason: The team wanted a Saturday."
        ),
    ),
)
