"""What docxtpl itself makes of a template, and both outputs in one comparable form."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree
from markupsafe import Markup

from pipeline.render import compile_template
from pipeline.render.sandbox import conditions
from pipeline.render.sandbox.filters import filters
from pipeline.render.source.positions import W

PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
#: Filled in by paja alone, in the way in which docxtpl fills in footnotes.
BEYOND = re.compile(r"word/(endnotes|comments)\.xml")
#: The elements whose blanks are text; others are only laid out with them.
TEXTS = frozenset({f"{W}t", f"{W}instrText", f"{W}delText"})

Difference = Callable[[etree._Element], None]


class Reference(Environment):
    """Jinja as docxtpl gives it to its users, with paja's filters and its look-up by key."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        # docxtpl's own links need its template at hand, and a language is set by its rich text
        # alone: only the words are compared.
        words = {"link": lambda text, _url: text, "in_language": lambda text, _language: text}
        self.filters.update({**filters("fi", ()), **words})
        self.tests.update(conditions.tests())

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a mapping's value by key, so that `m.items` is the field on both sides."""
        if isinstance(obj, Mapping):
            return self.getitem(obj, attribute)
        return super().getattr(obj, attribute)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package that carry tags."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if PARTS.fullmatch(name)}


def by_docxtpl(content: bytes, context: Mapping[str, object]) -> dict[str, bytes]:
    """Return the parts that a fresh docxtpl template renders."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(dict(context), Reference(), autoescape=True)
    target = io.BytesIO()
    template.save(target)
    return {
        name: _as_footnotes(template, data, context) if BEYOND.fullmatch(name) else data
        for name, data in parts_of(target.getvalue()).items()
    }


def by_paja(content: bytes, context: Mapping[str, object]) -> dict[str, bytes]:
    """Return the parts that paja renders."""
    return parts_of(compile_template(content).render(context))


def _as_footnotes(template: DocxTemplate, data: bytes, context: Mapping[str, object]) -> bytes:
    xml: str = template.patch_xml(data.decode())
    printed: str = template.render_xml_part(xml, None, dict(context), Reference())
    return printed.encode()


def canonical(content: bytes, *differences: Difference) -> str:
    """Return a part as canonical XML, without blanks between elements, after these changes."""
    root = etree.fromstring(content)
    for difference in differences:
        difference(root)
    for element in root.iter():
        element.tail = None if not (element.tail or "").strip() else element.tail
        if element.tag not in TEXTS and not (element.text or "").strip():
            element.text = None
    printed: bytes = etree.tostring(root, method="c14n", exclusive=True)
    return printed.decode()


def assert_equal(
    content: bytes, context: Mapping[str, object], *differences: Difference
) -> dict[str, bytes]:
    """Hold paja's parts against docxtpl's, but for these differences; return paja's."""
    expected, seen = by_docxtpl(content, context), by_paja(content, context)
    assert sorted(seen) == sorted(expected)
    for name, data in expected.items():
        assert canonical(seen[name], *differences) == canonical(data, *differences), name
    return seen


def rich(*runs: str) -> Markup:
    """Return bold runs, as docxtpl's rich text prints itself."""
    return Markup("").join(
        Markup("<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>").format(run) for run in runs
    )
