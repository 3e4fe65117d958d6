"""The names that a template can use, in words, as they are listed for its author."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldOfForm:
    """A field of a form that a value comes from; `key` is its name in a YAML file.

    `in_programme` tells that it stands in the programme file, and not in a submission.
    """

    sheet: str
    column: str
    key: str
    in_programme: bool


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name with all that an author wants to know of it; `depth` counts what it is within.

    `titles` and `abouts` say what it means, by language; all else is in the reader's language.
    `printed` is the tag that prints it, or the loop over its rows; "" where it only has parts.
    `like` is the list in which the names of such rows have been told already, "" for none.
    """

    path: str
    tag: str
    depth: int
    kind: str
    presence: str
    titles: Mapping[str, str]
    abouts: Mapping[str, str]
    printed: str
    example: str
    like: str
    origins: tuple[FieldOfForm, ...]


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of one context, in its order; `title` is the deliverable's or the context's."""

    context: str
    title: str
    language: str
    names: tuple[ListedName, ...]
