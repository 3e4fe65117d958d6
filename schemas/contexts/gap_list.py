"""What the template of the list of gaps sees: what waits for whom in one submission."""

from schemas.contexts.view import View


class GapRow(View):
    """One thing to mend; `place` is where in the file it stands, "" for the file as a whole."""

    place: str
    severity: str
    code: str
    what: str
    todo: str | None


class GapGroup(View):
    """What waits for one person."""

    name: str
    email: str | None
    rows: list[GapRow]


class GapListContext(View):
    """Everything the list of gaps can print; the counts are of the groups' rows."""

    organisation: str
    programme: str
    file: str
    gate: str
    errors: int
    warnings: int
    groups: list[GapGroup]
