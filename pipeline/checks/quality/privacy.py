"""What a template should not tell of those who made it: names, comments, changes, hidden text."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.package import Package, Paragraph, W
from pipeline.checks.quality.finding import quality_finding
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

PRIVACY: Final = "TE-34"
_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_SETTINGS: Final = "word/settings.xml"
_COMMENTS: Final = "word/comments.xml"
_AUTHORS: Final = "word/people.xml"
#: What the templates of paja themselves say.
_NOBODY: Final = frozenset({"", "paja"})
_PEOPLE: Final = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
)
_MANAGER: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Manager"
)
_ATTACHED: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Template"
)
_CHANGES: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
#: Parts that have none of these are not looked through.
_SIGNS: Final = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|vanish)\b")
_EDITED: Final = re.compile(rb"w:rsid(?<=\bw:rsid)\w*=")
_FOLDERS: Final = re.compile(r"[\\/]")


def privacy(package: Package) -> Iterator[Finding]:
    """Yield what a template tells of its makers and their work."""
    yield from _people(package)
    yield from _attached(package)
    yield from _editing(package)
    yield from _comments(package)
    for name in package.contents():
        if _SIGNS.search(package.parts[name]):
            for paragraph in package.paragraphs(name):
                yield from _traces(name, paragraph)


def _people(package: Package) -> Iterator[Finding]:
    core, app = package.root(_CORE), package.root(_APP)
    core_names = () if core is None else ((core.findtext(each) or "") for each in _PEOPLE)
    names = {each.strip() for each in core_names}
    for name in sorted(names - _NOBODY):
        yield _named(name, _CORE)
    manager = ("" if app is None else app.findtext(_MANAGER) or "").strip()
    if manager:
        yield _named(manager, _APP)


def _named(name: str, part: str) -> Finding:
    return _finding(
        Text("The template's properties name a person: {name}.", name=name),
        Location(part=part),
        Text("Take it away in Word: File, Info, Inspect Document."),
    )


def _attached(package: Package) -> Iterator[Finding]:
    app = package.root(_APP)
    path = ("" if app is None else app.findtext(_ATTACHED) or "").strip()
    if _FOLDERS.search(path):
        yield _finding(
            Text("The template tells the folder of the one that it was made from: {path}",
                 path=path),
            Location(part=_APP),
            Text("Choose the template Normal in Word: Developer, Document Template."),
        )  # fmt: skip


def _editing(package: Package) -> Iterator[Finding]:
    settings = package.parts.get(_SETTINGS, b"")
    told = [_SETTINGS] if b"<w:rsids" in settings else []
    told += [name for name in package.contents() if _EDITED.search(package.parts[name])]
    for name in told[:1]:
        yield _finding(
            Text("The template keeps a list of the times when it was edited."),
            Location(part=name),
            Text("Take it away in Word: File, Info, Inspect Document."),
        )


def _comments(package: Package) -> Iterator[Finding]:
    for name, sign in ((_COMMENTS, b"<w:comment "), (_AUTHORS, b"<w15:person ")):
        if sign in package.parts.get(name, b""):
            yield _finding(
                Text("There are comments in the template.")
                if name == _COMMENTS
                else Text("The template lists those who have commented or changed it."),
                Location(part=name),
                Text("Answer them, and delete them all before the template is taken into use.")
                if name == _COMMENTS
                else Text("Take it away in Word: File, Info, Inspect Document."),
            )


def _traces(part: str, paragraph: Paragraph) -> Iterator[Finding]:
    place = Location(part=part, paragraph=paragraph.number)
    if next(paragraph.element.iter(*_CHANGES), None) is not None:
        yield _finding(
            Text("There are tracked changes in the paragraph “{text}”.", text=paragraph.text),
            place,
            Text("Accept or reject them in Word."),
        )
    hidden = next(paragraph.element.iterfind(f"{W}r/{W}rPr/{W}vanish"), None)
    if hidden is not None and hidden.get(f"{W}val") not in {"0", "false"}:
        yield _finding(
            Text("There is hidden text in the paragraph “{text}”.", text=paragraph.text),
            place,
            Text("Delete it, or make it visible."),
        )


def _finding(message: Text, place: Location, hint: Text) -> Finding:
    return quality_finding(PRIVACY, message, place, hint)
