"""Who answers for a measure: one accountable, and the responsible, consulted and informed."""

from typing import Annotated

from schemas.fields import ReferenceList, RefTo, RequiredFrom, TitleText
from schemas.filled import Filled, item


class Responsibility(Filled):
    """The four roles of a responsibility matrix; each name is a person or a post."""

    accountable: Annotated[TitleText | None, RefTo("people", "posts"), RequiredFrom("G3")] = item(
        "Accountable",
        "Exactly one person of the team or one post: id or exact name.",
        example="TEH1",
        synonyms="owner|person in charge|A",
    )
    responsible: Annotated[ReferenceList, RefTo("people", "posts"), RequiredFrom("G4")] = item(
        "Responsible",
        "Those who carry the measure out: ids or exact names, split by semicolons.",
        default=(),
        example="HLO2; TEH2",
        synonyms="carried out by|R",
    )
    consulted: Annotated[ReferenceList, RefTo("people", "posts")] = item(
        "Consulted",
        "Those who are heard before decisions: ids or exact names.",
        default=(),
        example="HLO3",
        synonyms="C",
    )
    informed: Annotated[ReferenceList, RefTo("people", "posts")] = item(
        "Informed",
        "Those who are told of results: ids or exact names.",
        default=(),
        example="TEH3",
        synonyms="I",
    )
