"""What is to be made: one job for each document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One document: of which organisation, which deliverable, in which language.

    `organisation` is None for the organisers' own documents; `number` tells apart the documents
    of one deliverable, such as the invitations to the first and the second sparring.
    """

    organisation: str | None
    deliverable: str
    language: str
    number: int | None = None
