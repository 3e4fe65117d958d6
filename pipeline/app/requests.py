"""What a run is asked for."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.app.processes import WorkLimits

if TYPE_CHECKING:
    from schemas.fields import Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRequest:
    """Which inputs are looked at, and how; `language` is that of the messages."""

    paths: tuple[Path, ...]
    programme: Path | None = None
    gate: "Gate | None" = None
    language: str = "fi"
    allow_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionRequest:
    """What to make and where; `organisers` asks for the organisers' own documents too.

    `language`, when given, makes the documents in that language only; `work` bounds what each of
    them may take.
    """

    inputs: InputRequest
    out: Path
    templates: Path | None = None
    language: str | None = None
    organisers: bool = False
    work: WorkLimits = field(default_factory=WorkLimits)
