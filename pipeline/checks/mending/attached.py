"""The template that Word attaches to a document: a path on its maker's machine."""

from collections.abc import Iterator
from pathlib import PureWindowsPath
from typing import Final

from pipeline.checks.mending.mends import Mend
from pipeline.checks.mending.open_parts import OpenParts, remove
from pipeline.checks.places import W
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.danger import kind_of
from pipeline.render.package.relations import RELATION_NAMESPACE

_SETTINGS: Final = "word/settings.xml"
_RELATIONS: Final = "word/_rels/settings.xml.rels"
_APP: Final = "docProps/app.xml"
_KIND: Final = "attachedtemplate"
_ID: Final = f"{{{RELATION_NAMESPACE}}}id"
_USUAL: Final = "Normal.dotm"
#: What would let a part say other things to Word than it says here; such a part is not mended.
_ODD: Final = (b"<!", b"\0")


def detached(parts: OpenParts) -> Iterator[Mend]:
    """Yield the attached template that was let go: its styles are in the document already."""
    if parts.holds(_RELATIONS, *_ODD) or parts.holds(_SETTINGS, *_ODD):
        return
    relations, settings = parts.root(_RELATIONS), parts.root(_SETTINGS)
    if relations is None or settings is None:
        return
    found = [each for each in relations.iter("{*}Relationship") if kind_of(each) == _KIND]
    ids = {each.get("Id") for each in found}
    attached = [each for each in settings.iter(f"{W}attachedTemplate") if each.get(_ID) in ids]
    if not found:
        return
    for each in (*found, *attached):
        remove(each)
    parts.touch(_RELATIONS)
    parts.touch(_SETTINGS)
    name = PureWindowsPath(found[0].get("Target", "")).name
    yield Mend(
        Text("The attached template {name} was let go; the styles stay.", name=name),
        Location(part=_SETTINGS),
    )


def mended_path(parts: OpenParts) -> Iterator[Mend]:
    """Yield the path of a template that the properties told."""
    app = parts.root(_APP)
    named = None if app is None else app.find("{*}Template")
    path = "" if named is None else (named.text or "")
    if named is None or not any(sign in path for sign in "/\\"):
        return
    named.text = _USUAL
    parts.touch(_APP)
    yield Mend(Text("The path of a template was taken out of the properties."), Location(part=_APP))
