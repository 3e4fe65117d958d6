"""A change of templates as Markdown for a pull request comment.

What templates and inputs say stands in fences, where nothing of it is markup; names outside of them
are escaped sign by sign. A comment has room for a bounded text: what does not fit is left out whole
and told.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.template_diff import TemplateDiff
from pipeline.report.template_diff_words import Entry, Section, sections
from pipeline.report.visible import visible

#: GitHub takes 65 536 characters; room is left for what the caller adds.
_ROOM: Final = 60_000
_ENTRIES: Final = 40
_ITEMS: Final = 60
_LONGEST: Final = 2_000
#: What could begin markup, a mention, a reference or an address.
_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>#+!|~@&$^=]|:(?=//)|(?<=[wW])\.|\A\s*[-.)\d]|(?<=GH)-")
_TICKS: Final = re.compile(r"`+")


def template_diff_markdown(diff: TemplateDiff, words: Translator) -> str:
    """Return what a change of templates does as Markdown; ends in a line break."""
    room = _ROOM
    told: list[str] = []
    left_out = 0
    for section in sections(diff, words):
        block = "".join(f"{each}\n\n" for each in _section(section, words))
        if len(block) > room or left_out:
            left_out += 1
            continue
        room -= len(block)
        told.append(block)
    if left_out:
        said = Text("{count} sections are left out of this comment: the HTML report has them all.",
                    count=left_out)  # fmt: skip
        told.append(f"{escaped(words.text(said))}\n")
    return "".join(told).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Return a text in which nothing is markup, a mention, a link or a reference."""
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), visible(text))


def _section(section: Section, words: Translator) -> Iterator[str]:
    """Yield the paragraphs of a section, each to be followed by an empty line."""
    yield f"{'#' * (section.level + 1)} {escaped(section.title)}"
    yield from (escaped(note) for note in section.notes)
    items = [f"- {escaped(' '.join(item.split()))}" for item in section.items[:_ITEMS]]
    if len(section.items) > _ITEMS:
        items.append(f"- {_more(len(section.items) - _ITEMS, words)}")
    if items:
        yield "\n".join(items)
    for entry in section.entries[:_ENTRIES]:
        yield from _entry(entry, words)
    if len(section.entries) > _ENTRIES:
        yield _more(len(section.entries) - _ENTRIES, words)


def _more(count: int, words: Translator) -> str:
    return escaped(words.text(Text("… and {count} more", count=count)))


def _entry(entry: Entry, words: Translator) -> Iterator[str]:
    times = words.text(Text("{count} times", count=entry.times)) if entry.times > 1 else ""
    about = ", ".join(each for each in (entry.about, times) if each)
    lines = [
        f"{sign} {_short(text)}"
        for sign, text in (("-", entry.before), ("+", entry.after))
        if text is not None
    ]
    longest = max((len(ticks) for line in lines for ticks in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    if about:
        yield escaped(about)
    yield "\n".join((f"{fence}diff", *lines, fence))


def _short(text: str) -> str:
    shown = visible(" ".join(text.split()))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
