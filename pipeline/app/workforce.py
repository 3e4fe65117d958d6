"""The processes that work for a run: one opens what was sent in, one makes documents."""

from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from pipeline.app.opener import Opener
from pipeline.app.worker import Worker


@dataclass(frozen=True, slots=True)
class Workforce:
    """What opens files and what makes documents; both may have begun before they are needed."""

    opener: Opener = field(default_factory=Opener)
    worker: Worker = field(default_factory=Worker)

    def __enter__(self) -> Self:
        """Return the workforce itself; leaving ends its processes."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes."""
        self.opener.close()
        self.worker.close()
