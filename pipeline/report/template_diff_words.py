"""A change of templates in words: sections of entries, which each form of report lays out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.core.difference import Act, Difference, Matter
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.findings_text import finding_lines
from pipeline.report.template_diff import (
    DocumentChange,
    Fate,
    PagePair,
    TemplateChange,
    TemplateDiff,
    grouped,
)
from schemas.msgid import msgid

_MATTERS: Final = {
    Matter.WORDING: msgid("Wording"),
    Matter.STRUCTURE: msgid("Structure"),
    Matter.TAGS: msgid("Tags"),
}
_ACTS: Final = {
    Act.ADDED: msgid("new"),
    Act.REMOVED: msgid("removed"),
    Act.CHANGED: msgid("changed"),
    Act.MOVED: msgid("moved"),
}
_FATES: Final = {
    Fate.LOST: msgid("Can no longer be made"),
    Fate.FAILING: msgid("Could not be made before either"),
    Fate.MENDED: msgid("Can be made again"),
    Fate.ADDED: msgid("New documents"),
    Fate.GONE: msgid("Are no longer made"),
    Fate.LAYOUT: msgid("Say the same, but may look different"),
    Fate.SAME: msgid("Stay as they are"),
}
#: A blank that does not break looks like any other: it is shown where only it has changed.
_UNBREAKABLE: Final = "\u00a0"
_SHOWN_BLANK: Final = "⍽"


@dataclass(frozen=True, slots=True)
class Entry:
    """One difference in words: `about` says where or what, `times` how often."""

    about: str
    before: str | None
    after: str | None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a level from 1, with what stands under it."""

    level: int
    title: str
    notes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    pages: tuple[PagePair, ...] = ()


def sections(diff: TemplateDiff, words: Translator) -> Iterator[Section]:
    """Yield what there is to say, the gravest of the documents first."""
    title = Text("Change of templates: {old} → {new}", old=diff.old, new=diff.new)
    yield Section(1, words.text(title), notes=tuple(_summary(diff, words)))
    for template in diff.templates:
        yield from _template(template, words)
    if diff.documents:
        yield Section(2, words.text(Text("Documents")))
        yield from _documents(diff, words)


def _summary(diff: TemplateDiff, words: Translator) -> Iterator[str]:
    if not diff.templates:
        yield words.text(Text("The templates are the same."))
        return
    yield words.text(Text("Templates changed: {changed}, unchanged: {unchanged}.",
                          changed=len(diff.templates), unchanged=diff.unchanged))  # fmt: skip
    if diff.documents:
        same = diff.of_fate(Fate.SAME)
        identical = sum(1 for each in same if each.identical)
        yield words.text(Text(
            "Submissions tried: {inputs}. Documents: {count}; {changed} change, {same} stay as they"
            " are, {identical} of them to the byte.",
            inputs=len(diff.inputs), count=len(diff.documents),
            changed=len(diff.of_fate(Fate.CHANGED, Fate.LAYOUT)), same=len(same),
            identical=identical,
        ))  # fmt: skip
    yield from (words.text(each) for each in _counts(diff))
    if diff.left_out:
        names = ", ".join(diff.left_out)
        yield words.text(Text("Left out, because of errors in them: {names}.", names=names))
    yield from (words.text(note) for note in diff.notes)


def _counts(diff: TemplateDiff) -> Iterator[Text]:
    """Yield how many documents there are of each kind that a reader must not miss."""
    counted = (
        (diff.of_fate(Fate.LOST), msgid("Documents that can no longer be made: {count}.")),
        (diff.drafts, msgid("Documents that were ready and are drafts now: {count}.")),
        (diff.of_fate(Fate.FAILING), msgid("Documents that cannot be made with either: {count}.")),
        (diff.of_fate(Fate.MENDED), msgid("Documents that can be made again: {count}.")),
        (diff.of_fate(Fate.ADDED), msgid("New documents: {count}.")),
        (diff.of_fate(Fate.GONE), msgid("Documents that are no longer made: {count}.")),
    )
    yield from (Text(said, count=len(found)) for found, said in counted if found)


def _template(change: TemplateChange, words: Translator) -> Iterator[Section]:
    title = f"{change.path} ({words.text(_ACTS[change.act])})"
    faults = tuple(finding_lines(each, words) for each in change.faults)
    form_only = change.act is Act.CHANGED and not change.differences and not faults
    said = Text("The words and tags are the same: only styles, pictures or settings have changed.")
    yield Section(2, title, notes=(words.text(said),) if form_only else (), items=faults)
    for matter, name in _MATTERS.items():
        found = change.about(matter)
        if found:
            yield Section(3, words.text(name), entries=tuple(entries(found, words)))


def _documents(diff: TemplateDiff, words: Translator) -> Iterator[Section]:
    yield from _faulty(diff, Fate.LOST, words)
    if diff.drafts:
        title = words.text(Text("Were ready and are drafts now"))
        yield Section(3, title, items=tuple(each.name for each in diff.drafts))
    changed = diff.of_fate(Fate.CHANGED)
    for deliverable in dict.fromkeys(each.deliverable for each in changed):
        own = tuple(each for each in changed if each.deliverable == deliverable)
        yield from _changed(deliverable, own, words)
    for fate in (Fate.LAYOUT, Fate.ADDED, Fate.GONE, Fate.MENDED):
        yield from _named(diff, fate, words)
    yield from _faulty(diff, Fate.FAILING, words)
    same = tuple(_by_owner(diff.of_fate(Fate.SAME)))
    if same:
        yield Section(3, words.text(_FATES[Fate.SAME]), items=same)


def _changed(
    deliverable: str, changes: tuple[DocumentChange, ...], words: Translator
) -> Iterator[Section]:
    """Yield what changes in all documents of a deliverable once, then what else in each."""
    shared = _shared(changes)
    title = Text("{deliverable}: documents that change: {count}", deliverable=deliverable,
                 count=len(changes))  # fmt: skip
    common = [each for each in changes[0].differences if shared and _same_words(each) in shared]
    note = (words.text(Text("In all of them:")),) if common and len(changes) > 1 else ()
    yield Section(3, words.text(title), notes=note, entries=tuple(entries(common, words)))
    for change in changes:
        own = [each for each in change.differences if _same_words(each) not in shared]
        if own or change.pages or len(changes) == 1:
            told = tuple(entries(own, words))
            yield Section(4, change.name, entries=told, pages=change.pages)


def _shared(changes: tuple[DocumentChange, ...]) -> set[tuple[object, ...]]:
    """Return what changes in every one of several documents."""
    if len(changes) < 2:
        return set()
    every = [{_same_words(each) for each in change.differences} for change in changes]
    return set.intersection(*every)


def _same_words(difference: Difference) -> tuple[object, ...]:
    return (difference.matter, difference.act, difference.before, difference.after)


def _named(diff: TemplateDiff, fate: Fate, words: Translator) -> Iterator[Section]:
    found = diff.of_fate(fate)
    if found:
        pages = next((each.pages for each in found if each.pages), ())
        items = tuple(each.name for each in found)
        yield Section(3, words.text(_FATES[fate]), items=items, pages=pages)


def _faulty(diff: TemplateDiff, fate: Fate, words: Translator) -> Iterator[Section]:
    """Yield the documents that cannot be made, those of one fault together."""
    found: dict[str, list[str]] = {}
    for change in diff.of_fate(fate):
        for fault in change.faults:
            said = " ".join(finding_lines(fault, words).split())
            found.setdefault(said, []).append(change.name)
    items = tuple(f"{said} – {', '.join(names)}" for said, names in found.items())
    if items:
        yield Section(3, words.text(_FATES[fate]), items=items)


def _by_owner(changes: Iterable[DocumentChange]) -> Iterator[str]:
    """Yield the documents of each organisation on one line: there are many, and all is well."""
    owners: dict[str, list[str]] = {}
    for each in changes:
        owner, _, name = each.name.rpartition("/")
        owners.setdefault(owner, []).append(name)
    yield from (f"{owner}: {', '.join(names)}" for owner, names in owners.items())


def entries(differences: Iterable[Difference], words: Translator) -> Iterator[Entry]:
    """Yield differences in words, those that say the same once."""
    for each, times in grouped(differences):
        before, after = _visible_blanks(each.before, each.after)
        if each.act is Act.MOVED and before == after:
            before = None
        yield Entry(_about(each, words), before, after, times)


def _about(difference: Difference, words: Translator) -> str:
    place = place_words(difference.place, words)
    told = words.text(difference.what) if difference.what else ""
    if told and difference.act in {Act.ADDED, Act.REMOVED}:
        told = f"{told}, {words.text(_ACTS[difference.act])}"
    return ". ".join(each for each in (place, told) if each)


def place_words(place: Location, words: Translator) -> str:
    """Return where a difference is, by its heading and cell, as a person looks for it."""
    told = []
    if place.part not in {None, "word/document.xml"}:
        told.append(str(place.part))
    if place.line is not None:
        told.append(words.text(Text("line {line}", line=place.line)))
    if place.heading:
        told.append(words.text(Text("under “{heading}”", heading=place.heading)))
    if place.row is not None:
        told.append(words.text(Text("table {table}, row {row}", table=place.table or 0,
                                    row=place.row)))  # fmt: skip
    elif place.paragraph is not None:
        told.append(words.text(Text("paragraph {number}", number=place.paragraph)))
    return ", ".join(told)


def _visible_blanks(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    if before is None or after is None or before == after:
        return before, after
    if before.replace(_UNBREAKABLE, " ") != after.replace(_UNBREAKABLE, " "):
        return before, after
    shown = (each.replace(_UNBREAKABLE, _SHOWN_BLANK) for each in (before, after))
    return next(shown), next(shown)
