"""The use case of `paja why`: the cells and tags that stand behind the words of a document."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel

from pipeline.app.tracing.document import page_of, request_of
from pipeline.app.tracing.inputs import Opened, TraceRequest, make_pages, opened
from pipeline.app.tracing.trial import Page, Trial
from pipeline.app.validation import Progress, silent
from pipeline.checks.tracing.attempts import Attempts
from pipeline.checks.tracing.dividing import responsible
from pipeline.checks.tracing.origin import Origin, grafted_all
from pipeline.checks.tracing.words import marks_in, plain_words
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.finding import Finding
from pipeline.core.finding import Path as FieldPath
from pipeline.core.shape import FieldKind
from pipeline.core.text import Text
from pipeline.core.trace import Field, Reason, Standing, WordsTrace

#: So many paragraphs are followed; of more it is only told that there are.
MOST: Final = 4
_WORD: Final = re.compile(r"[\w-]+")


def why(
    request: TraceRequest, words: str, progress: Progress = silent
) -> tuple[WordsTrace, tuple[Finding, ...]]:
    """Return the paragraphs with some words in them, with the cells and tags behind each.

    The file is a document that paja made, a submission or a programme file.

    Raises:
        UsageError: there are no words to look for.
        PajaError: no document has the words, or the inputs of the document are not found.
    """
    if not plain_words(words):
        raise UsageError(
            Text("There are no words to look for."),
            hint=Text("Give some words of a document in quotation marks."),
        )
    with opened(request_of(request), progress) as found:
        make_pages(found, progress)
        pages = page_of(request.file, found)
        hits = [(page, at) for page in pages for at in _hits(page, words)]
        if not hits:
            raise _not_found(words, pages)
        reasons: list[Reason] = []
        for done, page in enumerate(dict.fromkeys(each.document for each, _ in hits[:MOST])):
            progress(done, len(hits[:MOST]), page.title)
            own = [(each, at) for each, at in hits[:MOST] if each.document == page]
            reasons += _Behind(found, own[0][0], [at for _, at in own]).reasons()
        trace = WordsTrace(words, tuple(reasons), len(hits) - len(hits[:MOST]))
        return trace, tuple(found.findings)


def _hits(page: Page, words: str) -> Iterator[int]:
    wanted = plain_words(words)
    for at, text in enumerate(page.texts):
        if wanted in plain_words(text):
            yield at


def _not_found(words: str, pages: Sequence[Page]) -> PajaError:
    known = {plain_words(text): text for page in pages for text in page.texts}
    near = difflib.get_close_matches(plain_words(words), list(known), 1, 0.4)
    hint = (
        Text("The nearest is: “{text}”.", text=known[near[0]])
        if near
        else Text("Give fewer words, from one paragraph or one cell.")
    )
    return PajaError(Text("No document has the words “{words}”.", words=words), hint=hint)


@dataclass(slots=True)
class _Behind:
    """Finds what stands behind some paragraphs of one document, by their numbers."""

    found: Opened
    page: Page
    targets: Sequence[int]
    _shown: dict[int, list[Field]] = field(default_factory=dict)
    _deciding: dict[int, list[Field]] = field(default_factory=dict)
    _standings: dict[int, Standing] = field(default_factory=dict)

    def reasons(self) -> Iterator[Reason]:
        """Yield the paragraphs with their fields, in the order of the document."""
        for origin in (each.with_ids() for each in self.found.origins):
            seen = self._texts(origin) | self._identifiers(origin)
            self._others(origin, [each for each in origin.fields if each.path not in seen])
        for at in self.targets:
            standing = self._standings.get(at) or self._trial.standing(self.page, at, None)
            shown, deciding = self._shown.get(at, []), self._deciding.get(at, [])
            yield Reason(self.page.document, standing, tuple(shown), tuple(deciding))

    @property
    def _trial(self) -> Trial:
        return self.found.trial

    def _texts(self, origin: Origin) -> set[FieldPath]:
        """Note the texts whose marks are seen when all are marked at once; return all of them."""
        fields = [
            each
            for each in origin.fields
            if each.leaf.kind is FieldKind.TEXT
            and not each.leaf.references
            and not each.is_identifier
        ]
        model = next(Attempts(origin, fields).models(), None)
        if model is not None:
            for at, after in self._changed(model).items():
                own = [fields[number] for number in marks_in(after or "")]
                if own:
                    self._note(self._shown, at, own, after)
        return {each.path for each in fields}

    def _identifiers(self, origin: Origin) -> set[FieldPath]:
        """Note the ids in the paragraphs, each renamed with what refers to it; return all ids."""
        fields = [each for each in origin.fields if each.is_identifier]
        said = {word for at in self.targets for word in _WORD.findall(self.page.texts[at])}
        for each in fields:
            if each.value in said:
                model = next(Attempts(origin, [each]).models(), None)
                for at, after in ({} if model is None else self._changed(model)).items():
                    if after is not None:
                        self._note(self._shown, at, [each], after)
        return {each.path for each in fields}

    def _others(self, origin: Origin, fields: Sequence[Field]) -> None:
        """Note other fields that change the paragraphs, found by changing ever fewer of them."""
        model = next(Attempts(origin, fields).models(), None)
        if model is None:
            return

        def effects(some: Sequence[Field]) -> set[int]:
            changed = grafted_all(origin.model, model, [each.path for each in some])
            return set(self._changed(changed))

        for at, some in responsible(fields, effects).items():
            for each in some:
                self._note_single(origin, each, at)

    def _changed(self, model: BaseModel) -> dict[int, str | None]:
        """Return the paragraphs that other inputs change, with what they say then."""
        changes = self._trial.changes(self.page, model)
        found = ((each.before, each.after) for each in changes if each.before is not None)
        return {at: after for at, after in found if at in self.targets}

    def _note_single(self, origin: Origin, one: Field, at: int) -> None:
        model = next(Attempts(origin, [one]).models(), None)
        after = None if model is None else self._changed(model).get(at)
        self._note(self._deciding if after is None else self._shown, at, [one], after)

    def _note(
        self, kind: dict[int, list[Field]], at: int, fields: Sequence[Field], after: str | None
    ) -> None:
        kind.setdefault(at, []).extend(fields)
        if after is None:
            return
        new = self._trial.standing(self.page, at, after)
        old = self._standings.get(at)
        tags = dict.fromkeys((*(old.tags if old else ()), *new.tags))
        self._standings[at] = Standing(new.place, new.text, tuple(tags))
