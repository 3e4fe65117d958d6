"""The names that a template can use, as a tree to read on the terminal."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from pipeline.core.name_list import ListedName, NameList
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.language.form_fields import origin_text

_WIDTH: Final = 96
_INDENT: Final = "  "


def names_text(names: NameList, translator: Translator) -> str:
    """Return the names one under another, each with its meaning, kind, tag, example and origin."""
    head = translator.text(
        Text("{title}: the names of the context {context}", title=names.title,
             context=names.context)
    )  # fmt: skip
    parts = [head, *("\n".join(_lines(each, translator)) for each in names.names)]
    return "\n\n".join(parts) + "\n"


def _lines(named: ListedName, translator: Translator) -> Iterator[str]:
    language = translator.language
    indent = _INDENT * named.depth
    yield f"{indent}{named.tag} – {named.titles[language]}"
    told = [named.abouts[language], *_details(named, translator)]
    for text in filter(None, told):
        yield from wrap(
            text,
            _WIDTH,
            initial_indent=indent + _INDENT * 2,
            subsequent_indent=indent + _INDENT * 2,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _details(named: ListedName, translator: Translator) -> Iterator[str]:
    yield "; ".join(filter(None, (named.kind, named.presence)))
    if named.printed:
        yield f"{named.printed}  →  {named.example}" if named.example else named.printed
    if named.like:
        yield translator.text(Text("The names of a row are those of the list {tag}.",
                                   tag=named.like))  # fmt: skip
    if named.origins:
        fields = origin_text(named.origins, translator)
        yield translator.text(Text("From the form: {fields}", fields=fields))
