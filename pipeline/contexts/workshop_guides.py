"""The contexts of the facilitator's guides: of a whole process, and of one of its workshops."""

from pipeline.contexts.document import current_version, document_view
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.methods import method_views
from pipeline.contexts.process_people import ProcessPeople
from pipeline.contexts.process_views import (
    crew_view,
    invitees_views,
    organisation_views,
    process_view,
)
from pipeline.contexts.scene import Scene
from pipeline.contexts.workshop_views import WorkshopSeries
from schemas.community import CommunitySubmission
from schemas.contexts.workshop_guide import (
    ProcessGuideContext,
    WorkshopGuideContext,
    WorkshopGuideGaps,
)


def process_guide(scene: Scene) -> ProcessGuideContext:
    """Return everything that the facilitator's guide of a whole process can print."""
    series = _series(scene)
    process, people, gaps = scene.process, series.people, series.gaps
    return ProcessGuideContext(
        document=document_view(scene, gaps, current_version(scene)),
        process=process_view(process.process, gaps),
        crew=crew_view(process.blocks, people, gaps),
        organisations=organisation_views(process.organisations, gaps),
        invitees=invitees_views(process.invitees, people, gaps),
        workshops=[series.view(each) for each in series.workshops],
        methods=method_views(process),
        gaps=_empty_lists(gaps),
    )


def workshop_guide(scene: Scene) -> WorkshopGuideContext:
    """Return everything that the facilitator's guide of one workshop can print.

    Raises:
        LookupError: the scene has no workshop.
    """
    workshop = scene.workshop
    if workshop is None:
        raise LookupError(scene.deliverable.id)
    series = _series(scene)
    day = workshop.timing.start if workshop.timing and workshop.timing.is_day else None
    used = [each for each in method_views(scene.process) if workshop.number in each.workshops]
    return WorkshopGuideContext(
        document=document_view(scene, series.gaps, current_version(scene, day)),
        process=process_view(scene.process.process, series.gaps),
        crew=crew_view(series.blocks(workshop), series.people, series.gaps),
        workshop=series.view(workshop),
        methods=used,
        gaps=_empty_lists(series.gaps),
    )


def _series(scene: Scene) -> WorkshopSeries:
    people = ProcessPeople(scene.process, scene.language)
    return WorkshopSeries(people, Gaps(scene.translator, scene.language))


def _empty_lists(gaps: Gaps) -> WorkshopGuideGaps:
    return WorkshopGuideGaps(
        organisations=gaps.of(CommunitySubmission, "organisations"),
        invitees=gaps.of(CommunitySubmission, "invitees"),
        workshops=gaps.of(CommunitySubmission, "workshops"),
        blocks=gaps.of(CommunitySubmission, "blocks"),
        materials=gaps.of(CommunitySubmission, "materials"),
        methods=gaps.of(CommunitySubmission, "methods"),
    )
