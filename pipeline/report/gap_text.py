"""What is still to be done, as plain text for an e-mail: one person's part, or a whole list."""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.core.duty import Answerer, Duty, by_person
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.language.places import shown_place
from pipeline.report.run import CheckedFile
from pipeline.report.visible import visible

#: Who must answer when a submission names nobody.
NOBODY: Final = Text("The contact person (not named)")
_INDENT: Final = "   "


def person_name(person: Answerer | None, translator: Translator) -> str:
    """Return whom a group of findings waits for."""
    return visible(person.name) if person else translator.text(NOBODY)


def person_text(file: CheckedFile, duties: Iterable[Duty], translator: Translator) -> str:
    """Return the e-mail to one person: what to mend in the file, and what to do then."""
    opening = Text(
        "When {file} was checked, this was left for you to mend:",
        file=visible(file.summary.file),
    )
    closing = Text("Please mend these in the file, and send it back.")
    lines = (translator.text(opening), "", *numbered(duties, translator), "")
    return "\n".join((*lines, translator.text(closing)))


def gap_list_text(file: CheckedFile, translator: Translator) -> str:
    """Return the whole list of an organisation, person by person; ends in a line break."""
    title = Text("List of gaps: {organisation}", organisation=visible(file.name))
    lines = [translator.text(title), "=" * len(translator.text(title)), ""]
    if not file.open_duties:
        lines += [translator.text(Text("There is nothing to mend.")), ""]
    for person, duties in by_person(file.open_duties):
        name = person_name(person, translator)
        email = f" <{visible(person.email)}>" if person and person.email else ""
        lines += [f"{name}{email}", "-" * len(name + email), *numbered(duties, translator), ""]
    return "\n".join(lines)


def numbered(duties: Iterable[Duty], translator: Translator) -> Iterator[str]:
    """Yield the lines of a numbered list of findings: where, what is wrong, and what to do."""
    for number, duty in enumerate(duties, start=1):
        place = visible(shown_place(duty.finding.location, translator))
        message = visible(translator.text(duty.finding.message))
        yield f"{number}. {place}: {message}" if place else f"{number}. {message}"
        if duty.finding.hint is not None:
            yield _INDENT + visible(translator.text(duty.finding.hint))
