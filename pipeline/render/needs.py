"""What the values of one rendering need of the package: media, and relations of the parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, cast

from jinja2.runtime import Context

from pipeline.core.text import Text
from pipeline.render.limits import Limits
from pipeline.render.package.relations import Relation, related, relations_name
from pipeline.render.pictures.bitmaps import bitmap_of
from pipeline.render.pictures.placeholders import Placeholder
from pipeline.render.pictures.svg import check_svg
from pipeline.render.sandbox.unfit import UnfitValueError
from schemas.contexts.picture import Picture

#: The private name under which filters find the needs; templates reach no name like it.
NEEDS: Final = "_needs"
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a template itself brings: its relations and placeholders by part, its links' style."""

    relations: Mapping[str, bytes]
    placeholders: Mapping[str, tuple[Placeholder, ...]]
    link_style: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A sound picture: the targets of its bitmap and SVG, width and height in pixels."""

    bitmap: str
    svg: str | None
    size: tuple[int, int]


class Needs:
    """Collect what filters ask for while the parts of one document are printed."""

    __slots__ = ("_media", "_relations", "_sound", "grounds", "limits")

    def __init__(self, grounds: Grounds, limits: Limits) -> None:
        self.grounds = grounds
        self.limits = limits
        self._media: dict[str, bytes] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._sound: dict[Picture, Medium] = {}

    @classmethod
    def of(cls, context: Context) -> "Needs":
        """Return the needs of the rendering that a filter is called in."""
        # Not looked up as a name: a macro of the template might bear the same one.
        return cast("Needs", context.parent[NEEDS])

    def relate(self, part: str, relation: Relation) -> str:
        """Note a relation of a part and return its id."""
        self._relations.setdefault(part, {})[relation.id] = relation
        return relation.id

    def medium(self, picture: Picture) -> Medium:
        """Note the media of a picture.

        Raises:
            UnfitValueError: no sound picture, or too much in one document.
        """
        known = self._sound.get(picture)
        if known is None:
            known = self._sound[picture] = self._checked(picture)
        return known

    def extra(self) -> dict[str, bytes]:
        """Return the parts that the package needs besides the printed ones."""
        parts = {name: self._media[name] for name in sorted(self._media)}
        for part in sorted(self._relations):
            name = relations_name(part)
            noted = self._relations[part]
            own = tuple(noted[key] for key in sorted(noted))
            parts[name] = related(self.grounds.relations.get(name), own)
        return parts

    def _checked(self, picture: Picture) -> Medium:
        bitmap = bitmap_of(picture.content, self.limits)
        svg = None
        if picture.svg is not None:
            if bitmap.ending != "png":
                raise UnfitValueError(
                    Text("An SVG picture needs a PNG beside it, but has a JPEG."),
                    Text("Save the picture as PNG too."),
                )
            check_svg(picture.svg, self.limits)
            svg = self._kept(picture.svg, "svg")
        target = self._kept(picture.content, bitmap.ending)
        return Medium(target, svg, (bitmap.width, bitmap.height))

    def _kept(self, content: bytes, ending: str) -> str:
        """Keep a medium under a name that its content gives, and return the relation's target."""
        target = f"media/paja-{sha256(content).hexdigest()[:_DIGITS]}.{ending}"
        self._media[f"word/{target}"] = content
        if sum(map(len, self._media.values())) > self.limits.media:
            raise UnfitValueError(
                Text("The pictures of the document are larger than {limit} bytes together.",
                     limit=self.limits.media),
                Text("Save them smaller: a document needs no more than 2000 pixels across."),
            )  # fmt: skip
        return target
