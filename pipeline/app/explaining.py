"""The use cases of `paja explain` and `paja rules`: what the codes of findings mean."""

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from pipeline.core.codes import CODES
from pipeline.core.errors import UsageError
from pipeline.core.explanation import Example, Explanation, Grade
from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.community.registry import COMMUNITY_RULES
from pipeline.rules.registry import PROGRAMME_RULES, RULES
from schemas.fields import Gate
from schemas.programme import ProgrammeModel

ACADEMY: Final = ProgrammeModel.ACADEMY.value
COMMUNITY: Final = ProgrammeModel.COMMUNITY.value
#: Which file is looked at by which rules, in which programmes.
SUBMISSION, PROGRAMME = "submission", "programme"
#: The letter of the gates of each programme.
_PROCESSES: Final = {ACADEMY: "G", COMMUNITY: "P"}
_CODE: Final = re.compile(r"([A-Z]+)[\s_–-]*([0-9]{1,3})", re.ASCII)
_NEAR: Final = 4
#: The codes of rules that belong to one programme; others are common to both.
_OWN: Final = {"IA": (ACADEMY,), "YI": (COMMUNITY,)}


class Documented(Protocol):
    """What a rule of any subject says of itself."""

    @property
    def about(self) -> str:
        """Return the msgid of what it wants and why."""

    @property
    def severities(self) -> tuple[tuple[Gate, Severity | None], ...]:
        """Return from which gate on which severity holds."""

    @property
    def example(self) -> Example | None:
        """Return what it notices and how that is mended."""

    @property
    def may_be_acknowledged(self) -> bool:
        """Tell whether its findings may be accepted with a reason."""


_REGISTRIES: Final[tuple[tuple[str, str, Mapping[str, Documented]], ...]] = (
    (SUBMISSION, ACADEMY, RULES),
    (SUBMISSION, COMMUNITY, COMMUNITY_RULES),
    (PROGRAMME, "", PROGRAMME_RULES),
)


def explain(code: str) -> Explanation:
    """Return what a code means; “ia 1” is IA-01.

    Raises:
        UsageError: no finding has such a code.
    """
    known = all_codes()
    wanted = _canonical(code)
    if wanted in CODES:
        meaning = CODES[wanted]
        return Explanation(wanted, (meaning.about,), (meaning.example,))
    if wanted in known:
        return _rule(wanted)
    near = difflib.get_close_matches(wanted, known, n=_NEAR, cutoff=0.5)
    if near:
        hint = Text("The nearest codes are: {codes}.", codes=", ".join(sorted(near)))
    else:
        hint = Text("A code is like IA-12. “paja rules” lists the rules.")
    raise UsageError(Text("There is no code “{code}”.", code=code), hint=hint)


def _canonical(code: str) -> str:
    """Return a code as findings write it: IA-01 for “ia-1”, “IA 01” and “ia1”."""
    parts = _CODE.fullmatch(code.strip().upper())
    return f"{parts[1]}-{int(parts[2]):02}" if parts else code.strip().upper()


def all_codes() -> tuple[str, ...]:
    """Return every code that has an explanation: those of rules first."""
    return tuple(dict.fromkeys((*_rule_codes(), *CODES)))


def rules() -> tuple[Explanation, ...]:
    """Return all rules of both programmes and of the programme file, in the order of their ids."""
    return tuple(_rule(code) for code in _rule_codes())


def _rule_codes() -> tuple[str, ...]:
    order = {"YL": 0, "IA": 1, "YI": 2, "PR": 3}
    codes = {code for _, _, registry in _REGISTRIES for code in registry}
    return tuple(sorted(codes, key=lambda code: (order.get(code[:2], len(order)), code)))


def _rule(code: str) -> Explanation:
    documented = [registry[code] for _, _, registry in _REGISTRIES if code in registry]
    programmes = _programmes(code)
    examples = (rule.example for rule in documented if rule.example is not None)
    return Explanation(
        code=code,
        abouts=tuple(dict.fromkeys(rule.about for rule in documented)),
        examples=tuple(dict.fromkeys(examples)),
        is_rule=True,
        grades=tuple(_grades(code, programmes)),
        programmes=programmes,
        may_be_acknowledged=any(rule.may_be_acknowledged for rule in documented),
    )


def _grades(code: str, programmes: tuple[str, ...]) -> Iterator[Grade]:
    """Yield the severities in each kind of file, at the gates of the programmes alone."""
    processes = {_PROCESSES[model] for model in programmes}
    for file in (SUBMISSION, PROGRAMME):
        steps: dict[Gate, Severity | None] = {}
        for looked_at, model, registry in _REGISTRIES:
            if looked_at == file and code in registry:
                own = {_PROCESSES[model]} if model else processes
                steps |= {g: s for g, s in registry[code].severities if g.process in own}
        if steps:
            yield Grade(file, tuple(sorted(steps.items(), key=lambda step: step[0].value)))


def _programmes(code: str) -> tuple[str, ...]:
    """Return the models whose files the rule looks at."""
    own = _OWN.get(code[:2])
    if own is not None:
        return own
    named = {model for _, model, registry in _REGISTRIES if code in registry}
    return tuple(model for model in _PROCESSES if model in named or "" in named)
