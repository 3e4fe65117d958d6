"""YI-06: a method is used for as long and in as large groups as it fits."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.grouping import group_sizes
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.rule import Example, Hit, Rule, always
from schemas.blocks import BlockType
from schemas.methods import Method
from schemas.msgid import msgid
from schemas.workshops import Workshop, WorkshopBlock


def _check(subject: CommunitySubject) -> Iterator[Hit]:
    yield from _ranges(subject)
    workshops = {workshop.number: workshop for workshop in subject.submission.workshops}
    for index, block in enumerate(subject.submission.blocks):
        # A method that does not exist is for the rule of references.
        target = subject.form.references.resolve(block.method, ("methods",))
        if target is not None and isinstance(target.row, Method):
            yield from _length(block, target.row, ("blocks", index, "duration"))
            workshop = workshops.get(block.workshop)
            yield from _groups(block, target.row, workshop, ("blocks", index, "method"))


def _ranges(subject: CommunitySubject) -> Iterator[Hit]:
    for index, method in enumerate(subject.submission.methods):
        pairs = (
            ("duration_most", method.duration_least, method.duration_most),
            ("group_most", method.group_least, method.group_most),
        )
        for field, least, most in pairs:
            if least is not None and most is not None and str(least) != str(most):
                yield from _turned(method, ("methods", index, field), least, most)


def _turned(method: Method, path: Path, least: object, most: object) -> Iterator[Hit]:
    if _size(least) > _size(most):
        message = Text(
            "{name}: the least, {least}, is more than the most, {most}.",
            name=method.name,
            least=str(least),
            most=str(most),
        )
        yield Hit(message, path, Text("Check which is which."))


def _size(value: object) -> int:
    return value if isinstance(value, int) else int(getattr(value, "minutes", 0))


def _length(block: WorkshopBlock, method: Method, path: Path) -> Iterator[Hit]:
    least, most = method.duration_least, method.duration_most
    if least is not None and block.duration < least:
        message = Text(
            "“{block}” lasts {length}, but “{method}” needs at least {least}.",
            block=block.name,
            length=str(block.duration),
            method=method.name,
            least=str(least),
        )
        yield Hit(message, path, Text("Give it more time, or choose another method."))
    if most is not None and block.duration > most:
        message = Text(
            "“{block}” lasts {length}, but “{method}” carries for {most} at most.",
            block=block.name,
            length=str(block.duration),
            method=method.name,
            most=str(most),
        )
        yield Hit(message, path, Text("Shorten it, or choose another method."))


def _groups(
    block: WorkshopBlock, method: Method, workshop: Workshop | None, path: Path
) -> Iterator[Hit]:
    sizes = _sizes(block, workshop)
    if not sizes:
        return
    least, most = method.group_least or 1, method.group_most
    if sizes[-1] < least or (most is not None and sizes[0] > most):
        message = Text(
            "“{block}”: groups of {smallest}–{largest} do not fit “{method}”, which is for"
            " {least}–{most}.",
            block=block.name,
            smallest=sizes[-1],
            largest=sizes[0],
            method=method.name,
            least=least,
            most=most or "…",
        )
        yield Hit(message, path, Text("Change the group size, or choose another method."))


def _sizes(block: WorkshopBlock, workshop: Workshop | None) -> tuple[int, ...]:
    """Return the sizes of the groups that a block works in, empty when it has none or unknown."""
    if block.type is not BlockType.GROUP and block.group_size is None:
        return ()
    size = block.group_size or (workshop.group_size if workshop else None)
    if workshop is None or workshop.expected is None or size is None:
        return () if size is None else (size,)
    return group_sizes(workshop.expected, size, None if block.group_size else workshop.groups)


METHODS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-06",
    about=msgid(
        "A method is used for as long, and in as large groups, as the method basket says that it"
        " works."
    ),
    severities=always(Severity.WARNING),
    check=_check,
    example=Example(
        wrong=msgid("Block of 10 min with a method that needs at least 30 min"),
        right=msgid("Block of 40 min with the same method"),
    ),
    may_be_acknowledged=True,
)
