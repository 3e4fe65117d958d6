"""The outline of a first template: the main names of a context, in order, ready to be edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.checks.fields.columns import columns_of, is_printable, may_be_empty, tag_of
from pipeline.checks.fields.printed import has_lines, shape_of
from pipeline.checks.fields.tree import Named, Presence, every, names_of
from pipeline.checks.names.shapes import Grouped, Kind, Shape
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.render.starting import Block, Outline, Paragraph, Run, Table

_DOCUMENT: Final = "document"
_GAPS: Final = "gaps"
#: What the head of the document tells in lines of its own, below its title.
_FACTS: Final = ("programme", "date", "version", "state", "author", "case_number")
_CONTACT: Final = ("name", "email", "phone")
_ELSE: Final = "{%p else %}"
_END: Final = "{%p endif %}"


def first_outline(context: str, title: str, language: str) -> Outline:
    """Return what a first template for a context has in it, in one language.

    Raises:
        LookupError: there is no such context.
    """
    words = translator(language)
    # What the names are does not hang on the language; they are often at hand in this one.
    names = names_of(context, "fi")
    blocks = tuple(_Writer(words, names).blocks())
    header = "{{ document.organisation }} · {{ document.title }}"
    return Outline(title=title, language=words.language, header=header, blocks=blocks)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the blocks of one template."""

    words: Translator
    names: tuple[Named, ...]

    def blocks(self) -> Iterator[Block]:
        document = next(each for each in self.names if each.name == _DOCUMENT)
        yield from self._head(document)
        drawn: set[Shape] = set()
        for each in self.names:
            if each.name in {_DOCUMENT, _GAPS} or _is_line(each):
                continue
            if each.row is not None:
                if shape_of(each) in drawn:
                    continue
                drawn.add(shape_of(each))
            yield from self._part(each, level=1)
        yield from self._end(document)

    def _head(self, document: Named) -> Iterator[Block]:
        yield _styled("Kicker", "{{ document.kind }}")
        yield _styled("Title", "{{ document.title }}")
        yield _styled("Subtitle", "{{ document.organisation }}")
        draft = self.words.text(Text("This is a draft. What is missing is marked in its place."))
        yield from _if("document.draft", [_styled("DraftMark", draft)])
        inner = {each.name: each for each in document.inner}
        for name in _FACTS:
            yield from self._fact(inner[name])
        for each in self.names:
            if _is_line(each):
                yield from self._fact(each)

    def _end(self, document: Named) -> Iterator[Block]:
        contact = next(each for each in document.inner if each.name == "contact")
        style = "ColophonFirst"
        for each in contact.inner:
            line = Paragraph(style, (Run(f"{self._title(each)}: {tag_of(each)}"),))
            yield from _if(each.tag, [line]) if may_be_empty(each) else [line]
            style = "Colophon"
        feedback = next(each for each in document.inner if each.name == "feedback")
        yield _styled(style, f"{self._title(feedback)}: {tag_of(feedback)}")

    def _part(self, named: Named, level: int) -> Iterator[Block]:
        """Yield a heading with what stands below it; nothing of what never has anything."""
        if named.presence is Presence.NEVER:
            return
        heading = _styled(f"Heading{level}", self._title(named))
        if named.row is not None:
            yield from (heading, *self._list(named))
        elif isinstance(shape_of(named), Grouped) and named.inner:
            below = list(self._group(named, level))
            if below:
                yield from self._guarded(named, heading, below)
        elif has_lines(named):
            lines = [Paragraph(None, (Run(f"{{{{p {named.tag}|paragraphs }}}}"),))]
            if may_be_empty(named):
                yield from _if(named.tag, [heading, *lines])
            else:
                yield from (heading, *lines)

    def _guarded(self, named: Named, heading: Block, below: list[Block]) -> Iterator[Block]:
        """Yield a group that may be missing, or may be a gap as a whole, only if it is there."""
        if Kind.NOTHING in named.kind:
            yield from _if(named.tag, [heading, *below])
        elif Kind.GAP in named.kind:
            yield heading
            yield from _if(f"{named.tag} is gap", [_styled("GapText", _mark(named.tag))], below)
        else:
            yield from (heading, *below)

    def _group(self, named: Named, level: int) -> Iterator[Block]:
        """Yield the lines of a group, then its texts, lists and groups, each under a heading."""
        for each in named.inner:
            if _is_line(each):
                yield from self._fact(each)
        for each in named.inner:
            if not _is_line(each) and level < _DEEPEST:
                yield from self._part(each, level + 1)

    def _list(self, named: Named) -> Iterator[Block]:
        """Yield a table of the rows, or a line for each where a row has but one value."""
        columns = columns_of(named, self.words)
        title = self._title(named)
        described = self.words.text(Text("A row for each: {title}.", title=title))
        table = Table(
            caption=title,
            description=described,
            columns=columns,
            opening=f"{{%tr for {named.row} in {named.tag} %}}",
            closing="{%tr endfor %}",
        )
        gap = next((each for each in self._marks() if each.name == named.name), None)
        nothing = self.words.text(Text("There is nothing here yet."))
        empty = _styled("GapText", _mark(gap.tag)) if gap else _styled(None, nothing)
        rows: list[Block] = [table]
        if Kind.GAP in named.kind:
            yield from _if(f"{named.tag} is gap", [_styled("GapText", _mark(named.tag))], rows)
        else:
            yield from _if(named.tag, rows, [empty])

    def _marks(self) -> Iterator[Named]:
        """Yield the marks for what is missing."""
        for each in self.names:
            if each.name == _GAPS:
                yield from every(each.inner)

    def _fact(self, named: Named) -> Iterator[Block]:
        line = Paragraph(
            "FactsOpen", (Run(self._title(named), "Muted"), Run(tag_of(named), tab=True))
        )
        if named.presence is Presence.NEVER:
            return
        yield from _if(named.tag, [line]) if may_be_empty(named) else [line]

    def _title(self, named: Named) -> str:
        return self.words.text(named.title)


#: Headings go no deeper.
_DEEPEST: Final = 3


def _is_line(named: Named) -> bool:
    """Tell whether a value fits a line with its name before it."""
    return is_printable(named) and not (has_lines(named) and shape_of(named) is Kind.TEXT)


def _mark(tag: str) -> str:
    return f"{{{{ {tag} }}}}"


def _styled(style: str | None, text: str) -> Paragraph:
    return Paragraph(style, (Run(text),))


def _if(condition: str, then: list[Block], otherwise: list[Block] | None = None) -> Iterator[Block]:
    yield _styled(None, f"{{%p if {condition} %}}")
    yield from then
    if otherwise is not None:
        yield _styled(None, _ELSE)
        yield from otherwise
    yield _styled(None, _END)
