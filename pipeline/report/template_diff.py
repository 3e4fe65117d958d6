"""What every report of a change of templates is made from: the templates, and the documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.core.difference import Act, Difference, Matter
from pipeline.core.finding import Finding
from pipeline.core.text import Text


class Fate(StrEnum):
    """What becomes of a document when it is made with the new templates."""

    SAME = "same"
    CHANGED = "changed"
    LAYOUT = "layout"
    ADDED = "added"
    GONE = "gone"
    LOST = "lost"
    MENDED = "mended"
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class TemplateChange:
    """One template: what was done to it, and what differs; `faults` keep it from being read.

    Without differences only its form has changed, such as its styles.
    """

    path: str
    act: Act
    differences: tuple[Difference, ...] = ()
    faults: tuple[Finding, ...] = ()

    def about(self, matter: Matter) -> tuple[Difference, ...]:
        """Return the differences of one matter."""
        return tuple(each for each in self.differences if each.matter is matter)


@dataclass(frozen=True, slots=True)
class PagePair:
    """One page of a document as pictures (PNG), as it was and as it is; None: there is none."""

    number: int
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """One document, made with the old templates and with the new ones.

    `identical` says that not a byte differs; a document that is the same without that differs in
    what paja notes of the template. `was_final` and `is_final` are None where it is not made.
    """

    name: str
    organisation: str
    deliverable: str
    fate: Fate
    identical: bool = False
    differences: tuple[Difference, ...] = ()
    parts: tuple[str, ...] = ()
    faults: tuple[Finding, ...] = ()
    was_final: bool | None = None
    is_final: bool | None = None
    pages: tuple[PagePair, ...] = ()

    @property
    def is_draft_now(self) -> bool:
        """Tell that the document was final and is a draft now."""
        return self.was_final is True and self.is_final is False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDiff:
    """A change of templates: what was changed, and what comes of it.

    `old` and `new` name the two; `inputs` the submissions that documents were made of, `left_out`
    those that have errors; `notes` tell what could not be done.
    """

    old: str
    new: str
    templates: tuple[TemplateChange, ...]
    unchanged: int = 0
    documents: tuple[DocumentChange, ...] = ()
    inputs: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()

    def of_fate(self, *fates: Fate) -> tuple[DocumentChange, ...]:
        """Return the documents with one of these fates."""
        return tuple(each for each in self.documents if each.fate in fates)

    @property
    def drafts(self) -> tuple[DocumentChange, ...]:
        """Return the documents that were final and are drafts now."""
        return tuple(each for each in self.documents if each.is_draft_now)


def grouped(differences: Iterable[Difference]) -> tuple[tuple[Difference, int], ...]:
    """Return differences that say the same once, with how many there are."""
    counts: dict[tuple[object, ...], tuple[Difference, int]] = {}
    for each in differences:
        key = (each.matter, each.act, each.before, each.after, each.what)
        first, count = counts.get(key, (each, 0))
        counts[key] = (first, count + 1)
    return tuple(counts.values())
