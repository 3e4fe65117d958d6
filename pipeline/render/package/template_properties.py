"""The properties that a template brings: those with tags, and those that its documents keep.

Of two values for one property this wins, from the first on: `paja.` properties, which only paja
sets; a tag of the template that prints something; what rendering is given; a value that the
template's author typed. Of typed values a document keeps the subject, keywords, category and the
custom properties: the title, author, comments and dates are those of the template itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.plain_texts import Pattern, PlainTexts, is_tagged, pattern
from pipeline.render.package.properties import (
    APP,
    CORE,
    CUSTOM,
    NUMBER_PLACE,
    RESERVED,
    core_names,
    core_values,
    custom_values,
)
from pipeline.render.source.dialect import parse_xml

_CUSTOM_NAMESPACE: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
)
_TYPES: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_APP_NAMESPACE: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
)
#: The core properties that a tag may stand in; the others say what paja knows of the document.
_FILLED: Final = ("title", "subject", "author", "keywords", "description", "category")
_KEPT: Final = ("subject", "keywords", "category")
_TEXT_TYPES: Final = (f"{_TYPES}lpwstr", f"{_TYPES}lpstr", f"{_TYPES}bstr")
_APP_FILLED: Final = ("Company", "Manager")
#: Word lists a document's headings here, with their tags, and makes the lists anew at saving.
_APP_DROPPED: Final = ("TitlesOfParts", "HeadingPairs")


@dataclass(frozen=True, slots=True)
class _Custom:
    """A custom property of the template."""

    name: str
    xml: Pattern


@dataclass(frozen=True, slots=True)
class TemplateProperties:
    """What a template's properties give its documents; tags are told by the number of the text."""

    tagged: Mapping[str, int] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    custom: tuple[_Custom, ...] = ()
    app: Pattern | None = None

    def core(self, given: Mapping[str, str], values: Sequence[str]) -> dict[str, str]:
        """Return the core properties of a document."""
        printed = {name: values[number] for name, number in self.tagged.items()}
        filled = {name: text for name, text in printed.items() if text.strip()}
        return {**self.typed, **core_values(given), **filled}

    def given_custom(self, given: Mapping[str, str]) -> dict[str, str]:
        """Return the given custom properties but those that the template fills by a tag."""
        tagged = {each.name.casefold() for each in self.custom if each.xml.numbers}
        custom = custom_values(given)
        return {name: custom[name] for name in custom if name.casefold() not in tagged}

    def own_custom(self, given: Mapping[str, str], values: Sequence[str]) -> tuple[str, ...]:
        """Return the XML of the template's custom properties, with places for their numbers."""
        replaced = {name.casefold() for name in self.given_custom(given)}
        kept = (each for each in self.custom if each.name.casefold() not in replaced)
        return tuple(each.xml.filled(values) for each in kept)


def template_properties(parts: Mapping[str, bytes], texts: PlainTexts) -> TemplateProperties:
    """Return the properties of a template.

    Raises:
        TemplateError: a part is damaged, or has a tag in a property that none can stand in.
    """
    tagged, typed = _core(parts[CORE], texts) if CORE in parts else ({}, {})
    custom = tuple(_custom(parts[CUSTOM], texts)) if CUSTOM in parts else ()
    app = _app(parts[APP], texts) if APP in parts else None
    return TemplateProperties(tagged, typed, custom, app)


def _core(content: bytes, texts: PlainTexts) -> tuple[dict[str, int], dict[str, str]]:
    root = _root(CORE, content)
    tagged: dict[str, int] = {}
    typed: dict[str, str] = {}
    for element in root:
        name = core_names().get(str(element.tag))
        text = "".join(map(str, element.itertext()))
        place = Location(part=f"{CORE}#{name or etree.QName(element).localname}")
        if name in _FILLED and is_tagged(text):
            tagged[name] = texts.add(text, place)
            continue
        pattern(element, _hint(), place)
        if name in _KEPT and text.strip():
            typed[name] = text
    return tagged, typed


def _custom(content: bytes, texts: PlainTexts) -> Iterator[_Custom]:
    for each in _root(CUSTOM, content).iterfind(f"{_CUSTOM_NAMESPACE}property"):
        name = each.get("name", "")
        if name.casefold().startswith(RESERVED):
            continue
        place = Location(part=f"{CUSTOM}#{name}")
        for value in each.iterchildren(*_TEXT_TYPES):
            if is_tagged(value.text or ""):
                texts.put(value, value.text or "", place)
        each.set("pid", NUMBER_PLACE)
        yield _Custom(name, pattern(each, _hint(), place))


def _app(content: bytes, texts: PlainTexts) -> Pattern | None:
    """Return the pattern of the part, if it is not to be copied as it is."""
    root = _root(APP, content)
    changed = False
    for element in list(root):
        name = str(element.tag).removeprefix(_APP_NAMESPACE)
        if name in _APP_DROPPED:
            root.remove(element)
            changed = True
        elif name in _APP_FILLED and is_tagged(element.text or ""):
            texts.put(element, element.text or "", Location(part=f"{APP}#{name}"))
            changed = True
    whole = pattern(root, _hint(), Location(part=APP))
    return whole if changed else None


def _root(name: str, content: bytes) -> etree._Element:
    root = parse_xml(name, content)
    etree.strip_elements(root, etree.PI, etree.Comment, with_tail=False)
    return root


def _hint() -> Text:
    return Text("Tags may stand in the title, subject, author, keywords, comments, category, "
                "company, manager and in custom properties of text.")  # fmt: skip
