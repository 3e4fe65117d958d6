"""What the template of the list of names sees: the names that another template can use."""

from pydantic import Field

from schemas.contexts.view import View
from schemas.msgid import msgid


class FieldRow(View):
    """One name: the tag to write, its meaning in three languages, and where it comes from."""

    tag: str = Field(title=msgid("Tag to write"))
    example: str | None = Field(title=msgid("Example of the value"))
    finnish: str = Field(title=msgid("Meaning in Finnish"))
    swedish: str = Field(title=msgid("Meaning in Swedish"))
    english: str = Field(title=msgid("Meaning in English"))
    kind: str = Field(title=msgid("Kind of value"))
    presence: str | None = Field(title=msgid("When the value is there"))
    origin: str | None = Field(title=msgid("Field of the form"))


class FieldGroup(View):
    """The names under one heading; `around` are the tags that they stand between."""

    title: str = Field(title=msgid("Heading of the names"))
    about: str | None = Field(title=msgid("What they are for"))
    around: str | None = Field(title=msgid("Tags around the names"))
    like: str | None = Field(title=msgid("List with the same names"))
    names: list[FieldRow] = Field(title=msgid("Names"))


class FieldListContext(View):
    """Everything the list of names can print."""

    title: str = Field(title=msgid("Title of the deliverable"))
    context: str = Field(title=msgid("Context"))
    groups: list[FieldGroup] = Field(title=msgid("Names by heading"))
