"""Where fields stand and what stands behind words, for a person at a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.core.layout import Column
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.core.trace import Field, FieldTrace, Reason, Standing, TracedDocument, WordsTrace
from pipeline.language.catalogue import Translator
from pipeline.language.headers import header_text
from pipeline.report.visible import visible

_INDENT = "  "
_LONGEST = 240
#: So many paragraphs that a value decides about are told in full.
_MOST = 6


def fields_text(traces: Iterable[FieldTrace], words: Translator) -> str:
    """Return where fields stand; ends in a line break."""
    return "\n".join(f"{line}" for each in traces for line in (*_field_lines(each, words), ""))


def words_text(trace: WordsTrace, words: Translator) -> str:
    """Return what stands behind some words; ends in a line break."""
    blocks = ["\n".join(_reason_lines(each, words)) for each in trace.reasons]
    if trace.left_out:
        more = Text(
            "The words are in {count} more paragraphs; give more words to see those alone that you"
            " mean.",
            count=trace.left_out,
        )
        blocks.append(words.text(more))
    return "\n\n".join(blocks) + "\n"


def _field_lines(trace: FieldTrace, words: Translator) -> Iterator[str]:
    yield _named(trace.field, words)
    if not trace.documents:
        nowhere = Text("No document shows it; {count} were looked at.", count=trace.looked_at)
        yield _INDENT + words.text(nowhere)
    for each in trace.documents:
        yield f"\n{_INDENT}{_document(each.document, words)}"
        if not each.standings:
            told = Text("The value adds something to this document or takes it away.")
            yield 2 * _INDENT + words.text(told)
        for shown in (standing for standing in each.standings if standing.shows):
            yield from _standing(shown, words, 2)
        deciding = [standing for standing in each.standings if not standing.shows]
        yield from _deciding(deciding, words)


def _deciding(standings: Sequence[Standing], words: Translator) -> Iterator[str]:
    """Yield what is there by a value's decision; of a whole chapter its beginning is enough."""
    if not standings:
        return
    yield 2 * _INDENT + words.text(Text("The value decides whether this is there:"))
    for each in standings[:_MOST]:
        yield from _standing(replace(each, tags=()), words, 2)
    if len(standings) > _MOST:
        rest = Text("and {count} more paragraphs", count=len(standings) - _MOST)
        yield 2 * _INDENT + words.text(rest)


def _reason_lines(reason: Reason, words: Translator) -> Iterator[str]:
    yield _document(reason.document, words)
    yield from _standing(reason.standing, words, 1)
    if reason.shown:
        yield _INDENT + words.text(Text("From these cells:"))
        yield from (2 * _INDENT + _named(each, words) for each in reason.shown)
    if reason.deciding:
        yield _INDENT + words.text(Text("It is there because of these cells:"))
        yield from (2 * _INDENT + _named(each, words) for each in reason.deciding)
    if not reason.shown and not reason.deciding:
        yield _INDENT + words.text(Text("No cell: these are fixed words of the template."))


def _standing(standing: Standing, words: Translator, depth: int) -> Iterator[str]:
    indent = depth * _INDENT
    yield f"{indent}{_place(standing.place, words)}"
    yield f"{indent}{_INDENT}{words.text(Text('“{text}”', text=_short(standing.text)))}"
    for tag in standing.tags:
        where = _place(tag, words)
        shown = Text("tag {tag} ({file}, {place})", tag=tag.tag or "", file=tag.file or "",
                     place=where)  # fmt: skip
        yield f"{indent}{_INDENT}{visible(words.text(shown))}"


def _named(field: Field, words: Translator) -> str:
    title = header_text(Column((), field.leaf, ""), words)
    value = f": {_short(field.value)}" if field.value else f" ({words.text(Text('empty'))})"
    return f"{visible(str(field.place))} {title}{value}"


def _document(document: TracedDocument, words: Translator) -> str:
    number = f" {document.number}" if document.number is not None else ""
    owner = document.organisation or words.text(Text("Organisers"))
    return visible(f"{document.title}{number}, {owner} ({document.language})")


def _place(place: Location, words: Translator) -> str:
    return visible(", ".join(words.text(each) for each in _steps(place)))


def _steps(place: Location) -> Sequence[Text]:
    steps = []
    if place.part is not None and "header" in place.part:
        steps.append(Text("header"))
    if place.part is not None and "footer" in place.part:
        steps.append(Text("footer"))
    if place.heading:
        steps.append(Text("heading “{heading}”", heading=place.heading))
    if place.table is not None and place.row is not None:
        steps.append(
            Text("table {table}, row {row}, column {column}", table=place.table,
                 row=place.row or 0, column=place.table_column or 0)
        )  # fmt: skip
    elif place.paragraph is not None:
        steps.append(Text("paragraph {number}", number=place.paragraph))
    return steps


def _short(text: str) -> str:
    plain = visible(" ".join(text.split()))
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
