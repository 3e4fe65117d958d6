"""What the template of the list of gaps sees: what waits for whom in one submission."""

from pydantic import Field

from schemas.contexts.view import View
from schemas.msgid import msgid


class GapRow(View):
    """One thing to mend; `place` is where in the file it stands, "" for the file as a whole."""

    place: str = Field(title=msgid("Place in the file"))
    severity: str = Field(title=msgid("Severity"))
    code: str = Field(title=msgid("Code of the finding"))
    what: str = Field(title=msgid("What is wrong"))
    todo: str | None = Field(title=msgid("What to do"))


class GapGroup(View):
    """What waits for one person."""

    name: str = Field(title=msgid("Who can mend it"))
    email: str | None = Field(title=msgid("E-mail"))
    rows: list[GapRow] = Field(title=msgid("Things to mend"))


class GapListContext(View):
    """Everything the list of gaps can print; the counts are of the groups' rows."""

    organisation: str = Field(title=msgid("Organisation"))
    programme: str = Field(title=msgid("Name of the programme"))
    file: str = Field(title=msgid("File"))
    gate: str = Field(title=msgid("Gate"))
    errors: int = Field(title=msgid("Number of errors"))
    warnings: int = Field(title=msgid("Number of warnings"))
    groups: list[GapGroup] = Field(title=msgid("Things to mend by person"))
