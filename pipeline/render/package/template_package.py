"""A template's package, made ready for the pictures and links of its documents."""

from collections.abc import Mapping

from pipeline.render.needs import Grounds
from pipeline.render.package.relations import relations_name
from pipeline.render.pictures.media import with_pictures
from pipeline.render.source.dialect import PartSource
from pipeline.render.values.links import with_link_style


def package_for(
    parts: Mapping[str, bytes], sources: tuple[PartSource, ...]
) -> tuple[dict[str, bytes], Grounds]:
    """Return the parts without placeholders' pictures, and what rendering needs to know of them."""
    styled, style = with_link_style(parts, tuple(each.source for each in sources))
    made = with_pictures(styled, sources)
    names = (relations_name(source.name) for source in sources)
    grounds = Grounds(
        relations={name: made[name] for name in names if name in made},
        placeholders={source.name: source.placeholders for source in sources},
        link_style=style,
    )
    return made, grounds
