"""A change of templates as one page that needs nothing else: sentences and pages side by side."""

from base64 import b64encode
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape
from typing import Final

from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.html_style import STYLE
from pipeline.report.template_diff import PagePair, TemplateDiff
from pipeline.report.template_diff_words import Entry, Section, sections
from pipeline.report.visible import visible

#: The page loads nothing but the pictures in it, and runs nothing.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE: Final = """
.change { border-left: 3px solid #d5dae0; margin: 0.75rem 0; padding-left: 1rem; }
.about { color: #555f6b; margin: 0 0 0.25rem; }
.change p { margin: 0.15rem 0; overflow-wrap: anywhere; }
del { background: #fbe9e7; color: #8c1d18; text-decoration: line-through; }
ins { background: #e3f1e7; color: #1c5c36; text-decoration: underline; }
.pages { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 1rem 0; }
.pages figure { margin: 0; }
.pages img { width: 100%; border: 1px solid #9aa5b1; }
figcaption { color: #555f6b; }
.which { color: #555f6b; font-size: 0.85em; }
@media (max-width: 40rem) { .pages { grid-template-columns: 1fr; } }
"""
#: Longer texts are shown whole, without the words that differ in them marked.
_LONGEST: Final = 4_000


def template_diff_html(diff: TemplateDiff, words: Translator) -> str:
    """Return what a change of templates does as a self-contained page of HTML."""
    return "\n".join(_Page(diff, words).lines()) + "\n"


class _Page:
    def __init__(self, diff: TemplateDiff, words: Translator) -> None:
        self._diff = diff
        self._words = words

    def lines(self) -> Iterator[str]:
        found = tuple(sections(self._diff, self._words))
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self._words.language}">'
        yield f'<head><meta charset="utf-8"><title>{_safe(found[0].title)}</title>'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<style>{STYLE}{_STYLE}</style></head><body><main>"
        for section in found:
            yield from self._section(section)
        yield "</main></body></html>"

    def _section(self, section: Section) -> Iterator[str]:
        yield f"<h{section.level}>{_safe(section.title)}</h{section.level}>"
        yield from (f"<p>{_safe(note)}</p>" for note in section.notes)
        if section.items:
            items = "".join(f"<li>{_safe(' '.join(item.split()))}</li>" for item in section.items)
            yield f"<ul>{items}</ul>"
        for entry in section.entries:
            yield from self._entry(entry)
        for page in section.pages:
            yield from self._pages(page)

    def _entry(self, entry: Entry) -> Iterator[str]:
        times = self._say(Text("{count} times", count=entry.times)) if entry.times > 1 else ""
        about = ", ".join(each for each in (entry.about, times) if each)
        before, after = _marked(entry.before, entry.after)
        yield '<div class="change">'
        if about:
            yield f'<p class="about">{_safe(about)}</p>'
        if before is not None:
            yield f"<p>{self._which(Text('Before:'))}{before}</p>"
        if after is not None:
            yield f"<p>{self._which(Text('After:'))}{after}</p>"
        yield "</div>"

    def _which(self, text: Text) -> str:
        """Return which of the two it is, also for those who do not see the colours."""
        return f'<span class="which">{_safe(self._say(text))} </span>'

    def _pages(self, page: PagePair) -> Iterator[str]:
        yield '<div class="pages">'
        yield self._page(page.before, Text("Page {number} before", number=page.number))
        yield self._page(page.after, Text("Page {number} after", number=page.number))
        yield "</div>"

    def _page(self, picture: bytes | None, name: Text) -> str:
        caption = _safe(self._say(name))
        if picture is None:
            none = _safe(self._say(Text("There is no such page.")))
            return f"<figure><figcaption>{caption}</figcaption><p>{none}</p></figure>"
        source = f"data:image/png;base64,{b64encode(picture).decode('ascii')}"
        return (
            f"<figure><figcaption>{caption}</figcaption>"
            f'<img alt="{caption}" src="{source}"></figure>'
        )

    def _say(self, text: Text) -> str:
        return self._words.text(text)


def _marked(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Return both texts as HTML; of two, the words that differ are marked."""
    if before is None or after is None:
        removed = None if before is None else f"<del>{_safe(before)}</del>"
        return removed, None if after is None else f"<ins>{_safe(after)}</ins>"
    if len(before) + len(after) > _LONGEST:
        return f"<del>{_safe(before)}</del>", f"<ins>{_safe(after)}</ins>"
    old, new = before.split(" "), after.split(" ")
    one: list[str] = []
    other: list[str] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for step, start, end, begin, stop in steps:
        gone, come = _safe(" ".join(old[start:end])), _safe(" ".join(new[begin:stop]))
        same = step == "equal"
        one += [gone if same else f"<del>{gone}</del>"] if end > start else []
        other += [come if same else f"<ins>{come}</ins>"] if stop > begin else []
    return " ".join(one), " ".join(other)


def _safe(text: str) -> str:
    return escape(visible(text))
