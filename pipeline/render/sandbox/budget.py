"""What one rendering may spend: steps of loops and macros, text built on the way, and time.

What a template prints is bounded as it is printed. This bounds what it does without printing: the
guards that `sandbox.guards` puts into a template charge one budget, which stands in the context
under a name that no template can write.
"""

from collections.abc import Mapping
from time import monotonic, thread_time
from typing import Final

from jinja2.runtime import Context

from pipeline.render.limits import Limits

#: The budget's name in a context; templates cannot write names that begin so.
BUDGET: Final = "_budget"
#: A macro's call costs as much as so many turns of a loop.
_CALL: Final = 10


class StepsSpentError(OverflowError):
    """A template counts further than it may; the message names the number of steps."""


class TextSpentError(OverflowError):
    """A template builds more text than it may; the message names the number of characters."""


class TimeSpentError(OverflowError):
    """A template works longer than it may; the message names the seconds."""


class Budget:
    """What is left of the steps, text and time of one rendering."""

    __slots__ = ("_earliest", "_limits", "_steps", "_text", "_until")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._steps = limits.steps
        self._text = limits.text
        self._until = thread_time() + limits.seconds
        # The clock on the wall is read far faster; work never takes less of it.
        self._earliest = monotonic() + limits.seconds

    def step(self, steps: int) -> None:
        """Charge turns of a loop before they are taken.

        Raises:
            StepsSpentError: they are more than is left.
            TimeSpentError: the time is over.
        """
        self._steps -= steps
        if self._steps < 0:
            raise StepsSpentError(self._limits.steps)
        if monotonic() > self._earliest and thread_time() > self._until:
            raise TimeSpentError(self._limits.seconds)

    def call(self) -> None:
        """Charge the call of a macro.

        Raises:
            StepsSpentError: it costs more than is left.
            TimeSpentError: the time is over.
        """
        self.step(_CALL)

    def write(self, characters: int) -> None:
        """Charge text that is built but not printed yet.

        Raises:
            TextSpentError: it is more than is left.
        """
        self._text -= characters
        if self._text < 0:
            raise TextSpentError(self._limits.text)


def budget_of(context: Context) -> Budget:
    """Return the budget of the rendering that a Jinja context belongs to."""
    budget = context.parent[BUDGET]
    if not isinstance(budget, Budget):
        raise TypeError(type(budget).__name__)
    return budget


def with_budget(context: Mapping[str, object], limits: Limits) -> dict[str, object]:
    """Return a context with a fresh budget."""
    return {**context, BUDGET: Budget(limits)}
