"""The use case of `paja where --unused`: filled cells that no document shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pydantic import BaseModel

from pipeline.app.tracing.inputs import Opened, TraceRequest, make_pages, opened
from pipeline.app.tracing.trial import Page
from pipeline.app.tracing.where import TRIES
from pipeline.app.validation import Progress, silent
from pipeline.checks.tracing.attempts import Attempts
from pipeline.checks.tracing.contexts import Way, kind_of
from pipeline.checks.tracing.dividing import responsible, single_causes
from pipeline.checks.tracing.origin import Origin, grafted_all
from pipeline.checks.tracing.steering import steers
from pipeline.checks.tracing.unused import unused_findings
from pipeline.checks.tracing.words import marks_in
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding
from pipeline.core.finding import Path as FieldPath
from pipeline.core.shape import FieldKind
from pipeline.core.trace import Field


def unused(request: TraceRequest, progress: Progress = silent) -> tuple[Finding, ...]:
    """Return a finding for each filled cell, column or sheet that no document shows.

    Raises:
        PajaError: no document is made of the file, or it cannot be read.
    """
    with opened(request, progress) as found:
        make_pages(found, progress)
        origin = found.origins[0].with_ids()
        spoken = {page.document.language for page in found.pages}
        fields = [
            each
            for each in origin.fields
            if not steers(each) and each.leaf.language in {None, *spoken}
        ]
        search = _Search(found, origin, list(found.pages), progress)
        left = search.left(fields)
        return (*found.findings, *unused_findings(left, fields, type(origin.model)))


@dataclass(slots=True)
class _Search:
    """Looks for the fields in the documents; those that have shown one lately come first."""

    found: Opened
    origin: Origin
    pages: list[Page]
    progress: Progress
    _printed: set[tuple[Path, frozenset[Way]]] = field(default_factory=set)

    def left(self, fields: Sequence[Field]) -> list[Field]:
        """Return the fields that no document shows."""
        texts = [each for each in fields if each.leaf.kind is FieldKind.TEXT]
        plain = [each for each in texts if not each.leaf.references]
        referring = [each for each in texts if each.leaf.references]
        seen = self._marked(plain, freely=False) | self._marked(referring, freely=True)
        left = [each for each in fields if each.path not in seen]
        for round_, model in enumerate(islice(Attempts(self.origin, left).models(), TRIES)):
            if round_ == 0:
                shown = self._by_values(left, model)
                left = [each for each in left if each.path not in shown]
                shown = self._by_columns(left, model)
            else:
                shown = self._by_halves(left, model)
            left = [each for each in left if each.path not in shown]
        return left

    def _marked(self, fields: Sequence[Field], *, freely: bool) -> set[FieldPath]:
        """Return the texts whose mark is found when all are marked at once."""
        model = next(Attempts(self.origin, fields, freely=freely).models(), None)
        if model is None:
            return set()
        seen: set[int] = set()
        for page in self.pages:
            try:
                paragraphs = self.found.trial.again(page, [model]) or ()
            except TemplateError:
                continue
            seen |= {*marks_in("\n".join(each.text for each in paragraphs))}
        return {each.path for number, each in enumerate(fields) if number in seen}

    def _by_values(self, fields: Sequence[Field], model: BaseModel) -> set[FieldPath]:
        """Return fields on which alone some value of a document depends that it prints."""
        pages = tuple(self.pages)

        def effects(some: Sequence[Field]) -> frozenset[tuple[int, Way]]:
            changed = grafted_all(self.origin.model, model, [each.path for each in some])
            return frozenset(
                (number, way)
                for number, page in enumerate(pages)
                for way in self.found.trial.values_changed(page, changed)
            )

        causes = single_causes(fields, effects)
        return {
            fields[number].path
            for number, values in causes.items()
            if self._prints(pages, fields[number], values, model)
        }

    def _prints(
        self,
        pages: Sequence[Page],
        cell: Field,
        values: Iterable[tuple[int, Way]],
        model: BaseModel,
    ) -> bool:
        """Tell that a document prints a value; of one kind in one template one is tried."""
        by_page: dict[int, set[Way]] = {}
        for number, way in values:
            by_page.setdefault(number, set()).add(kind_of(way))
        keys = {n: (pages[n].prepared.path, frozenset(kinds)) for n, kinds in by_page.items()}
        if any(key in self._printed for key in keys.values()):
            return True
        own = grafted_all(self.origin.model, model, [cell.path])
        for number, key in keys.items():
            if self.found.trial.is_changed(pages[number], own):
                self._printed.add(key)
                return True
        return False

    def _by_columns(self, fields: Sequence[Field], model: BaseModel) -> set[FieldPath]:
        """Return the shown fields: a column with nothing to show is asked about only once."""
        columns: dict[FieldPath, list[Field]] = {}
        for each in fields:
            columns.setdefault(each.column, []).append(each)
        shown: set[FieldPath] = set()
        for done, (name, column) in enumerate(columns.items()):
            self.progress(done, len(columns), ".".join(map(str, name)))
            if len(column) == 1:
                shown |= {e.path for e in column if self._shows([e], model, self.pages)}
                continue
            whole = grafted_all(self.origin.model, model, [each.path for each in column])
            pages = [each for each in self.pages if self.found.trial.is_changed(each, whole)]
            shown |= {each.path for each in column if self._shows([each], model, pages)}
        return shown

    def _by_halves(self, fields: Sequence[Field], model: BaseModel) -> set[FieldPath]:
        """Return the shown fields, most of which are not: they are asked about together."""

        def effects(some: Sequence[Field]) -> set[int]:
            return {0} if self._shows(some, model, self.pages) else set()

        return {each.path for each in responsible(fields, effects).get(0, [])}

    def _shows(self, fields: Sequence[Field], model: BaseModel, pages: list[Page]) -> bool:
        """Tell that a document shows one of some fields; it is the first to be asked next."""
        changed = grafted_all(self.origin.model, model, [each.path for each in fields])
        shown = next((page for page in pages if self.found.trial.is_changed(page, changed)), None)
        if shown is not None:
            pages.remove(shown)
            pages.insert(0, shown)
        return shown is not None
