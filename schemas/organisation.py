"""The organisation that fills in a submission, its people, posts and team."""

from typing import Annotated

from schemas.fields import (
    BusinessId,
    Choice,
    Email,
    Identifier,
    LocalizedText,
    Phone,
    PlainText,
    RefTo,
    RequiredFrom,
    TitleText,
    YesNo,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class OrganisationType(Choice):
    """What kind of organisation takes part."""

    MUNICIPALITY = "municipality", msgid("municipality")
    CITY = "city", msgid("city")
    CITY_UNIT = "city_unit", msgid("unit of a city")
    JOINT_AUTHORITY = "joint_authority", msgid("joint municipal authority")
    WELLBEING_COUNTY = "wellbeing_county", msgid("wellbeing services county")
    STATE_AGENCY = "state_agency", msgid("state agency")
    STATE_COMPANY = "state_company", msgid("state-owned company")
    IN_HOUSE_COMPANY = "in_house_company", msgid("in-house company")
    PARISH = "parish", msgid("parish")
    PARISH_UNION = "parish_union", msgid("parish union")
    ASSOCIATION = "association", msgid("association")
    COMPANY = "company", msgid("company")
    OTHER = "other", msgid("other")


class LanguageStatus(Choice):
    """In which languages the organisation serves."""

    FINNISH = "finnish", msgid("Finnish")
    SWEDISH = "swedish", msgid("Swedish")
    BILINGUAL = "bilingual", msgid("bilingual")


class TeamFunction(Choice):
    """What a member brings to the team."""

    LEADERSHIP = "leadership", msgid("leadership")
    PROCUREMENT = "procurement", msgid("procurement")
    SUBSTANCE = "substance", msgid("line of business")
    DEVELOPMENT = "development", msgid("development")
    FINANCE = "finance", msgid("finance")
    COMMUNICATION = "communication", msgid("communication")
    OTHER = "other", msgid("other")


class Organisation(Filled):
    """Who the submission comes from."""

    id: TitleText = item(
        "Organisation id",
        "The short id that the programme has given to the organisation.",
        default=...,
        example="esimerkkila",
        synonyms="id|code",
    )
    name: Annotated[LocalizedText | None, RequiredFrom("G1")] = item(
        "Name", "The official name.", example="City of Exampleton", synonyms="organisation"
    )
    unit: TitleText | None = item(
        "Unit",
        "The unit that takes part, if it is a part of the organisation.",
        example="Property services",
        synonyms="department",
    )
    type: Annotated[OrganisationType | None, RequiredFrom("G1")] = item(
        "Type of organisation", "Choose from the list.", example="city", synonyms="type"
    )
    language: Annotated[LanguageStatus | None, RequiredFrom("G1")] = item(
        "Language status", "Choose from the list.", example="Finnish", synonyms="languages"
    )
    business_id: Annotated[BusinessId | None, RequiredFrom("G3")] = item(
        "Business ID", "Seven digits, a hyphen and a check digit.", example="1234567-1"
    )
    case_number: TitleText | None = item(
        "Case number",
        "The number of the matter in the organisation's own register.",
        example="EX/123/2021",
        synonyms="record number|identifier",
    )
    address: PlainText | None = item(
        "Address", "Street address and town.", example="Malliraitti 1, Esimerkkilä"
    )


class Person(Filled):
    """A person who takes part or is named in the plan."""

    id: Annotated[str, Identifier("HLO")] = item(
        "Person id", "HLO and a number.", default=..., example="HLO1", synonyms="id"
    )
    first_name: Annotated[TitleText | None, RequiredFrom("G1")] = item(
        "First name", "The name used at work.", example="Malli"
    )
    last_name: Annotated[TitleText | None, RequiredFrom("G1")] = item(
        "Last name", "The family name.", example="Mallinen", synonyms="surname"
    )
    organisation: TitleText | None = item(
        "Other organisation",
        "Only if the person is not from your own organisation.",
        example="",
        synonyms="organisation",
    )
    email: Email | None = item(
        "E-mail", "The address at work.", example="malli.mallinen@example.org"
    )
    phone: Phone | None = item(
        "Phone", "With or without the country code.", example="+358 40 000 0000"
    )
    may_publish_name: YesNo | None = item(
        "Name may be published", "Yes or no.", example="yes", synonyms="publication permit"
    )

    @property
    def full_name(self) -> str:
        """Return first and last name, empty when neither is given."""
        return " ".join(name for name in (self.first_name, self.last_name) if name)


class Post(Filled):
    """A post of the organisation; measures may point to it instead of a person."""

    id: Annotated[str, Identifier("TEH")] = item(
        "Post id", "TEH and a number.", default=..., example="TEH1", synonyms="id"
    )
    title: Annotated[LocalizedText | None, RequiredFrom("G2")] = item(
        "Title of the post", "As it is used in the organisation.", example="head of procurement"
    )
    holder: Annotated[TitleText | None, RefTo("people")] = item(
        "Holder",
        "The person who holds the post: id or exact name; empty if vacant.",
        example="HLO1",
        synonyms="person",
    )


class TeamMember(Filled):
    """One person's place in the team."""

    person: Annotated[TitleText | None, RefTo("people"), RequiredFrom("G1")] = item(
        "Team member", "A person of the sheet of people: id or exact name.", example="HLO1"
    )
    function: Annotated[TeamFunction | None, RequiredFrom("G1")] = item(
        "Function", "Choose from the list.", example="procurement", synonyms="role"
    )
    contact_person: YesNo | None = item(
        "Contact person", "Yes for one member of the team.", example="yes", synonyms="contact"
    )
