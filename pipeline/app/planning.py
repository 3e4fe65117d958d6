"""Which documents a run makes: the jobs that follow from deliverables and submissions."""

from collections.abc import Iterable, Iterator

from pipeline.app.deliverables import FoundDeliverable
from pipeline.app.submissions import CheckedSubmission, languages_of
from pipeline.contexts.events import kick_off_occasion, sparring_occasion, workshop_occasion
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.plan import Job
from pipeline.core.text import Text
from pipeline.rules.folders import sharers_of_a_folder
from schemas.deliverable import Deliverable, DeliverableScope
from schemas.programme import Programme
from schemas.submissions import academy_of, community_of


def organisation_jobs(
    checked: CheckedSubmission, found: Iterable[FoundDeliverable], programme: Programme
) -> Iterator[Job]:
    """Yield the jobs of one organisation; none while its input has errors or its folder is shared.

    What two organisations wrote into one folder would be taken for each other's.
    """
    if checked.blocked or checked.participant is None:
        return
    if checked.participant.id in sharers_of_a_folder(programme):
        return
    for each in found:
        for language in languages_of(checked.participant, programme):
            if each.template(language) is not None:
                yield from _jobs(checked, each, language, programme)


def _jobs(
    checked: CheckedSubmission, found: FoundDeliverable, language: str, programme: Programme
) -> Iterator[Job]:
    organisation = checked.participant.id if checked.participant else None
    deliverable = found.deliverable
    match deliverable.scope:
        case DeliverableScope.ORGANISATION:
            if deliverable.calendar is None or _has_fixed_kick_off(programme, language):
                yield Job(organisation, deliverable.id, language)
        case DeliverableScope.SPARRING:
            for number in _invited_sparrings(checked, programme, language):
                yield Job(organisation, deliverable.id, language, number)
        case DeliverableScope.WORKSHOP:
            for number in _workshops(checked, language, fixed=deliverable.calendar is not None):
                yield Job(organisation, deliverable.id, language, number)
        case _:
            return


def _invited_sparrings(
    checked: CheckedSubmission, programme: Programme, language: str
) -> Iterator[int]:
    """Yield the numbers of the sparrings that can be invited to, each once."""
    academy = academy_of(checked.submission)
    if academy is not None:
        # Of two with one number, which is an error already, the first is invited to.
        by_number = {each.number: each for each in reversed(academy.sparrings)}
        for number, sparring in sorted(by_number.items()):
            # Nobody can be invited to a month: such an invitation waits for its day.
            if sparring_occasion(sparring, programme, language).is_fixed:
                yield number


def _workshops(checked: CheckedSubmission, language: str, *, fixed: bool) -> Iterator[int]:
    """Yield the numbers of a process's workshops, each once; `fixed` leaves out undated ones."""
    community = community_of(checked.submission)
    if community is not None:
        by_number = {each.number: each for each in reversed(community.workshops)}
        for number, workshop in sorted(by_number.items()):
            if not fixed or workshop_occasion(workshop, language).is_fixed:
                yield number


def _has_fixed_kick_off(programme: Programme, language: str) -> bool:
    occasion = kick_off_occasion(programme, language)
    return occasion is not None and occasion.is_fixed


def programme_jobs(found: Iterable[FoundDeliverable], programme: Programme) -> Iterator[Job]:
    """Yield the jobs of the organisers' own documents."""
    for each in found:
        if each.deliverable.scope is DeliverableScope.PROGRAMME:
            for language in languages_of(None, programme):
                if each.template(language) is not None:
                    yield Job(None, each.deliverable.id, language)


def missing_languages(
    checked: CheckedSubmission,
    found: Iterable[FoundDeliverable],
    programme: Programme,
    asked: str | None,
) -> Iterator[Finding]:
    """Yield a warning for each language that an organisation wants and no template speaks.

    The one `asked` for is told of as well where the organisation does not want it.
    """
    languages = languages_of(checked.participant, programme)
    if asked is not None and asked not in languages:
        yield Finding(
            "TE-02",
            Severity.WARNING,
            Text("No documents of this organisation are made in the language {language}.",
                 language=_language_name(asked)),
            Location(file=checked.path.name),
            Text("Add the language to the programme file, or leave out --language."),
        )  # fmt: skip
    for language in languages:
        silent = [each.deliverable for each in found if language not in each.languages]
        own = [each for each in silent if each.scope is not DeliverableScope.PROGRAMME]
        if own:
            names = ", ".join(each.titles.first((language, "fi")) or each.id for each in own)
            yield Finding(
                "TE-02",
                Severity.WARNING,
                Text("There is no template in the language {language} yet for: {names}.",
                     language=_language_name(language), names=names),
                Location(file=checked.path.name),
                _others_made(own, found, languages),
            )  # fmt: skip


def _others_made(
    silent: Iterable[Deliverable], found: Iterable[FoundDeliverable], languages: Iterable[str]
) -> Text | None:
    """Return the hint that each of the documents has another of the languages, if it is so."""
    spoken = {each.deliverable.id: set(each.languages) & set(languages) for each in found}
    if all(spoken[each.id] for each in silent):
        return Text("The documents are made in the other languages of the organisation.")
    return None


def _language_name(language: str) -> Text:
    names = {"fi": Text("Finnish"), "sv": Text("Swedish"), "en": Text("English")}
    return names[language]
