"""What a file was found to hold, before any form is laid beside it; all of it pickles."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.core.finding import Finding

if TYPE_CHECKING:
    from pipeline.sources.opening.excel.claims import Claims
    from pipeline.sources.opening.excel.grid import Grid
    from pipeline.sources.opening.yaml.nodes import Node


@dataclass(frozen=True, slots=True)
class OpenedWorkbook:
    """A workbook's sheets, and what it says of itself; `refusal` says why it has none.

    `claims` tells where its own defined names say that each field stands.
    """

    file: str
    grids: "tuple[Grid, ...]" = ()
    claims: "Claims" = field(default_factory=dict)
    identity: str | None = None
    findings: tuple[Finding, ...] = ()
    refusal: Finding | None = None


@dataclass(frozen=True, slots=True)
class OpenedYaml:
    """The tree of a YAML file; where `faults` has any, it is not to be used."""

    file: str
    node: "Node | None"
    faults: tuple[Finding, ...] = ()


Opened = OpenedWorkbook | OpenedYaml
