"""What a document tells of its making, in its own properties."""

from typing import Final

from pipeline.checks.places import parsed
from pipeline.render.inspecting import package_parts

_CUSTOM: Final = "docProps/custom.xml"
_OWN: Final = "paja."


def provenance(content: bytes) -> dict[str, str]:
    """Return the properties that paja gave a document, by name; none for one of others.

    Raises:
        TemplateError: no Word document, or a damaged one.
    """
    root = parsed(package_parts(content).get(_CUSTOM, b""))
    named = () if root is None else root.iter("{*}property")
    return {
        each.get("name", ""): "".join(str(part) for part in each.itertext()).strip()
        for each in named
        if each.get("name", "").startswith(_OWN)
    }
