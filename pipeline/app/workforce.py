"""The processes that work for a run: one opens what was sent in, one makes documents."""

from contextlib import ExitStack
from dataclasses import dataclass, field

from pipeline.app.opener import Opener
from pipeline.app.processes import Employer
from pipeline.app.worker import Worker


@dataclass(frozen=True, slots=True)
class Workforce(Employer):
    """What opens files and what makes documents; both may have begun before they are needed."""

    opener: Opener = field(default_factory=Opener)
    worker: Worker = field(default_factory=Worker)

    def close(self) -> None:
        """End both processes at once."""
        with ExitStack() as both:
            both.callback(self.worker.close)
            both.callback(self.opener.close)
