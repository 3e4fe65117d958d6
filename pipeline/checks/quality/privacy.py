"""What a template should not tell of those who made it: names, comments, changes, hidden text."""

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.checks.places import W, paragraph_text, parsed
from pipeline.checks.severities import SEVERITIES
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

PRIVACY: Final = "TE-34"
_CORE: Final = "docProps/core.xml"
_SETTINGS: Final = "word/settings.xml"
_COMMENTS: Final = "word/comments.xml"
#: What the templates of paja themselves say.
_NOBODY: Final = frozenset({"", "paja"})
_PEOPLE: Final = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
)
_CHANGES: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def privacy(package: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield what a template tells of its makers and their work."""
    yield from _people(package)
    yield from _settings(package)
    for name, content in package.items():
        if name.startswith("word/") and name.endswith(".xml"):
            yield from _traces(name, content)


def _people(package: Mapping[str, bytes]) -> Iterator[Finding]:
    core = parsed(package.get(_CORE, b""))
    names = set() if core is None else {(core.findtext(each) or "").strip() for each in _PEOPLE}
    for name in sorted(names - _NOBODY):
        yield _finding(
            Text("The template's properties name a person: {name}.", name=name),
            Location(part=_CORE),
            Text("Take it away in Word: File, Info, Inspect Document."),
        )


def _settings(package: Mapping[str, bytes]) -> Iterator[Finding]:
    settings = parsed(package.get(_SETTINGS, b""))
    if settings is not None and settings.find(f"{W}rsids") is not None:
        yield _finding(
            Text("The template keeps a list of the times when it was edited."),
            Location(part=_SETTINGS),
            Text("Take it away in Word: File, Info, Inspect Document."),
        )


def _traces(name: str, content: bytes) -> Iterator[Finding]:
    root = parsed(content)
    if root is None:
        return
    if name == _COMMENTS and root.find(f"{W}comment") is not None:
        yield _finding(
            Text("There are comments in the template."),
            Location(part=name),
            Text("Answer them, and delete them all before the template is taken into use."),
        )
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        if next(paragraph.iter(*_CHANGES), None) is not None:
            yield _finding(
                Text("There are tracked changes in the paragraph “{text}”.",
                     text=paragraph_text(paragraph)),
                Location(part=name, paragraph=number),
                Text("Accept or reject them in Word."),
            )  # fmt: skip
        hidden = next(paragraph.iterfind(f"{W}r/{W}rPr/{W}vanish"), None)
        if hidden is not None and hidden.get(f"{W}val") not in {"0", "false"}:
            yield _finding(
                Text("There is hidden text in the paragraph “{text}”.",
                     text=paragraph_text(paragraph)),
                Location(part=name, paragraph=number),
                Text("Delete it, or make it visible."),
            )  # fmt: skip


def _finding(message: Text, place: Location, hint: Text) -> Finding:
    return Finding(PRIVACY, SEVERITIES[PRIVACY], message, place, hint)
