"""PR-02: each organisation has a folder of its own for its documents."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.naming import folded, slug
from pipeline.core.references import identifier_key
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject
from schemas.msgid import msgid
from schemas.programme import Programme


def sharers_of_a_folder(programme: Programme) -> frozenset[str]:
    """Return the ids of the organisations whose documents would fall into another's folder too."""
    rows = programme.organisations
    return frozenset(
        rows[index].id
        for first, second in _pairs(programme)
        if rows[first].id != rows[second].id
        for index in (first, second)
    )


def _pairs(programme: Programme) -> Iterator[tuple[int, int]]:
    """Yield (first, other) for each organisation whose folder is that of one before it."""
    firsts: dict[str, int] = {}
    for index, organisation in enumerate(programme.organisations):
        first = firsts.setdefault(folded(slug(organisation.id)), index)
        if first != index:
            yield first, index


def _check(subject: ProgrammeSubject) -> Iterator[Hit]:
    rows = subject.programme.organisations
    for first, index in _pairs(subject.programme):
        if identifier_key(rows[first].id) == identifier_key(rows[index].id):
            continue  # YL-03 says that one id stands twice
        message = Text(
            "The documents of “{first}” ({first_place}) and “{second}” ({second_place}) would fall"
            " into one folder, “{folder}”.",
            first=rows[first].id,
            first_place=subject.form.place(("organisations", first, "id")),
            second=rows[index].id,
            second_place=subject.form.place(("organisations", index, "id")),
            folder=slug(rows[index].id),
        )
        hint = Text(
            "Give one of them an id that differs in its letters a–z or digits; neither gets"
            " documents before that."
        )
        yield Hit(message, ("organisations", index, "id"), hint)


FOLDERS: Final[Rule[ProgrammeSubject]] = Rule(
    id="PR-02",
    about=msgid(
        "Each organisation has a folder of its own, named by the letters and digits of its id: ids"
        " that differ only in case, accents or marks would mix their documents."
    ),
    severities=always(Severity.ERROR),
    check=_check,
    example=Example(
        wrong=msgid("Organisations “Malli” and “malli”"),
        right=msgid("Organisations “malli-1” and “malli-2”"),
    ),
)
