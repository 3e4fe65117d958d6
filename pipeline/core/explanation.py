"""What a code of findings means: what is wanted, why, and what to do, in words."""

from dataclasses import dataclass

from pipeline.core.finding import Severity
from schemas.fields import Gate


@dataclass(frozen=True, slots=True)
class Example:
    """What is noticed and how it is mended, each in a line; both are msgids."""

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for; `about` is a msgid that says what is wanted and why."""

    about: str
    example: Example


@dataclass(frozen=True, slots=True)
class Grade:
    """From which gate on a rule has which severity, None for silent, in one kind of file.

    `file` is `submission` or `programme`.
    """

    file: str
    severities: tuple[tuple[Gate, Severity | None], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is told of one code.

    `abouts` are msgids, several where files of different kinds are looked at in different ways.
    For the code of a rule, `grades` say how much it matters in each file that it looks at, and
    `programmes` are the ids of the models.
    """

    code: str
    abouts: tuple[str, ...]
    examples: tuple[Example, ...]
    is_rule: bool = False
    grades: tuple[Grade, ...] = ()
    programmes: tuple[str, ...] = ()
    may_be_acknowledged: bool = False
