"""The methods of a process as its guides print them."""

from collections.abc import Sequence

from pipeline.core.references import References
from schemas.community import CommunitySubmission
from schemas.contexts.workshop_guide import MethodView
from schemas.fields import Duration
from schemas.methods import Method
from schemas.workshops import WorkshopBlock


def method_views(submission: CommunitySubmission) -> list[MethodView]:
    """Return the method basket in its order, each method with the workshops that use it."""
    references = References.of(submission)
    return [
        _method(each, _users(each, submission.blocks, references)) for each in submission.methods
    ]


def method_of(block: WorkshopBlock, references: References) -> Method | None:
    """Return the method that a block uses, None when it names none or an unknown one."""
    target = references.resolve(block.method, ("methods",))
    return target.row if target and isinstance(target.row, Method) else None


def _users(method: Method, blocks: Sequence[WorkshopBlock], references: References) -> list[int]:
    return sorted({each.workshop for each in blocks if method_of(each, references) is method})


def _method(method: Method, workshops: list[int]) -> MethodView:
    return MethodView(
        id=method.id,
        name=method.name,
        purpose=method.purpose,
        minutes_least=_minutes(method.duration_least),
        minutes_most=_minutes(method.duration_most),
        group_least=method.group_least,
        group_most=method.group_most,
        steps=method.steps,
        materials=method.materials,
        space=method.space,
        online=method.online,
        tips=method.tips,
        what_if=method.what_if,
        source=method.source,
        source_url=method.source_url,
        licence=method.licence,
        workshops=workshops,
    )


def _minutes(length: Duration | None) -> int | None:
    return None if length is None else length.minutes
