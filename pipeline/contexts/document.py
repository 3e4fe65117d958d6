"""What identifies a document: its kind, sender, date, version and state."""

import datetime as dt

from pipeline.contexts.gaps import Gaps
from pipeline.contexts.scene import Scene
from pipeline.core.text import Text
from schemas.contexts.gap import Gap
from schemas.contexts.view import ContactView, DocumentView
from schemas.deliverable import DeliverableScope
from schemas.plan import Plan
from schemas.programme import ProgrammeFacts
from schemas.submissions import academy_of, community_of, owner_of
from schemas.versions import Version

#: Contexts of documents that the organisation itself sends; the organiser sends the others.
OWN_DOCUMENTS = frozenset({"action_plan"})


def current_version(scene: Scene, event_day: dt.date | None = None) -> Version | None:
    """Return the version that a document carries.

    The organisation's own documents carry the last row of its submission. What the organiser
    sends carries the last row of the programme file that is not later than the event; what is made
    of a process, such a row of the process.
    """
    if _is_own(scene):
        return scene.plan.versions[-1] if scene.plan.versions else None
    process = community_of(scene.submission)
    rows = process.versions if process else scene.programme.versions
    before = [row for row in rows if event_day is None or row.date <= event_day]
    return next(iter(reversed(before or rows)), None)


def document_view(scene: Scene, gaps: Gaps, version: Version | None) -> DocumentView:
    """Return what identifies the document."""
    facts = scene.programme.programme
    academy = academy_of(scene.submission)
    organisation = academy.organisation if academy else None
    return DocumentView(
        kind=scene.deliverable.titles.get(scene.language) or scene.deliverable.id,
        title=_title(scene, gaps),
        organisation=_organisation(scene, gaps),
        unit=organisation.unit if organisation else None,
        programme=facts.name.first((scene.language, "fi")) or facts.id,
        organiser=gaps.shown(facts, "organiser"),
        language=scene.language,
        date=version.date if version else gaps.of(Version, "date"),
        version=str(version.number) if version else gaps.of(Version, "number"),
        state=_state(scene, gaps, version),
        draft=scene.draft,
        author=(version.author if version else None) or gaps.of(Version, "author"),
        # In a letter of the organiser the organisation's own number would be a stranger's.
        case_number=organisation.case_number if organisation and _is_own(scene) else None,
        contact=contact_view(facts, gaps),
        feedback=gaps.shown(facts, "feedback"),
        privacy_url=facts.privacy_url,
    )


def contact_view(facts: ProgrammeFacts, gaps: Gaps) -> ContactView:
    """Return the coordinator."""
    return ContactView(
        name=gaps.shown(facts, "contact_name"),
        email=gaps.shown(facts, "contact_email"),
        phone=facts.contact_phone,
    )


def _is_own(scene: Scene) -> bool:
    return scene.deliverable.context in OWN_DOCUMENTS


def _title(scene: Scene, gaps: Gaps) -> str | Gap:
    if _is_own(scene):
        return scene.plan.plan.title or gaps.of(Plan, "title")
    return scene.deliverable.titles.get(scene.language) or scene.deliverable.id


def _organisation(scene: Scene, gaps: Gaps) -> str | Gap:
    if scene.deliverable.scope is DeliverableScope.PROGRAMME or scene.submission is None:
        return gaps.shown(scene.programme.programme, "organiser")
    owner = owner_of(scene.submission)
    name = owner.name.get(scene.language) if owner.name else None
    return name or gaps.of(type(owner), "name")


def _state(scene: Scene, gaps: Gaps, version: Version | None) -> str | Gap:
    if scene.draft:
        return scene.translator.text(Text("draft"))
    return gaps.shown(version, "state") if version else gaps.of(Version, "state")
