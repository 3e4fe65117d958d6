"""A change of templates as lines for the terminal."""

from collections.abc import Callable, Iterator

from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.template_diff import TemplateDiff
from pipeline.report.template_diff_words import Entry, Section, sections
from pipeline.report.visible import visible

#: Colours a line by its sign: + for what is new, - for what was, # for a heading.
Style = Callable[[str, str], str]


def plain(line: str, sign: str) -> str:
    """Return the line as it is: the style of a terminal without colours."""
    del sign
    return line


def template_diff_text(diff: TemplateDiff, words: Translator, style: Style = plain) -> str:
    """Return what a change of templates does; ends in a line break."""
    lines = (line for section in sections(diff, words) for line in _section(section, words, style))
    return "\n".join(lines).lstrip("\n") + "\n"


def _section(section: Section, words: Translator, style: Style) -> Iterator[str]:
    indent = "  " * (section.level - 1)
    if section.level < 3:
        yield ""
    yield f"{indent}{style(visible(section.title), '#')}"
    for note in section.notes:
        yield f"{indent}{visible(note)}"
    for item in section.items:
        for at, line in enumerate(item.splitlines()):
            yield f"{indent}  {'  ' if at else '• '}{visible(line)}"
    for entry in section.entries:
        yield from (f"{indent}  {line}" for line in _entry(entry, words, style))


def _entry(entry: Entry, words: Translator, style: Style) -> Iterator[str]:
    times = words.text(Text("{count} times", count=entry.times)) if entry.times > 1 else ""
    about = ", ".join(each for each in (entry.about, times) if each)
    if about:
        yield visible(about)
    if entry.before is not None:
        yield style(f"  - {visible(entry.before)}", "-")
    if entry.after is not None:
        yield style(f"  + {visible(entry.after)}", "+")
