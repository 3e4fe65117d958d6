"""Who are invited to the process, as groups and counts: no participant is named."""

from typing import Annotated

from schemas.fields import Choice, RefTo, RequiredFrom, TitleText, WholeNumber
from schemas.filled import Filled, item
from schemas.msgid import msgid

_Count = Annotated[int, WholeNumber(0, 100_000)]


class InviteeKind(Choice):
    """From which position people come."""

    LEADERS = "leaders", msgid("leaders")
    EMPLOYEES = "employees", msgid("employees")
    RESIDENTS = "residents", msgid("residents")
    ASSOCIATIONS = "associations", msgid("associations")
    COMPANIES = "companies", msgid("companies")
    OTHER = "other", msgid("other")


class InviteeGroup(Filled):
    """One group of people who are invited (kutsuttavaryhmä)."""

    name: TitleText = item("Group invited", "Its name.", default=..., example="Home care staff")
    kind: Annotated[InviteeKind | None, RequiredFrom("P1")] = item(
        "Kind of group", "Choose from the list.", example="employees", synonyms="kind"
    )
    organisation: Annotated[TitleText | None, RefTo("organisations")] = item(
        "Organisation", "Id or exact name of an organisation of the process.", example="kunta"
    )
    target: Annotated[_Count | None, RequiredFrom("P1")] = item(
        "Target", "How many are hoped for.", example="8"
    )
    enrolled: _Count | None = item("Enrolled", "How many have enrolled.", example="7")
    attended: _Count | None = item("Attended", "How many have taken part.", example="6")
