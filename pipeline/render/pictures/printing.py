"""What a placeholder picture's tag prints: the picture in its place, or a gap's words."""

import re
from typing import Final

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined
from markupsafe import Markup, escape

from pipeline.core.text import Text
from pipeline.render.needs import Needs
from pipeline.render.package.relations import image_relation
from pipeline.render.pictures.drawings import drawing_xml
from pipeline.render.sandbox.unfit import UnfitValueError
from pipeline.render.values.marks import mark_text
from schemas.contexts.gap import Gap
from schemas.contexts.picture import Picture

_BLANKS: Final = re.compile(r"[ \t\r\n]+")


class PictureTypeError(TypeError):
    """A placeholder picture was given something else; the message names the type."""


@pass_context
def picture(context: Context, value: object, number: int) -> Markup:
    """Return the content of the run that a placeholder picture stands in.

    Raises:
        PictureTypeError: neither a picture nor a gap.
        UnfitValueError: no sound picture, or one without an alternative text.
        UnprintableError: an alternative text that Word cannot hold.
    """
    match value:
        case Picture():
            return Markup(_drawn(context, value, number))  # noqa: S704 - written by lxml
        case Gap():
            text = escape(mark_text(value))
            return Markup(f'<w:t xml:space="preserve">{text}</w:t>')  # noqa: S704 - escaped
        case Undefined():
            # Fails with its own message, which names what is unknown.
            return Markup(str(value))  # noqa: S704 - never comes to it
        case _:
            raise PictureTypeError(type(value).__name__)


def _drawn(context: Context, value: Picture, number: int) -> str:
    needs, part = Needs.of(context), context.name or ""
    alt = _alternative(value)
    medium = needs.medium(value)
    bitmap = needs.relate(part, image_relation(medium.bitmap))
    svg = None if medium.svg is None else needs.relate(part, image_relation(medium.svg))
    placeholder = needs.grounds.placeholders[part][number]
    return drawing_xml(placeholder, alt=alt, size=medium.size, ids=(bitmap, svg))


def _alternative(value: Picture) -> str | None:
    """Return what a screen reader says, None for a decorative picture."""
    text = _BLANKS.sub(" ", value.alt or "").strip()
    mark_text(text)
    if bool(text) == value.decorative:
        raise UnfitValueError(
            Text("A decorative picture cannot have an alternative text.")
            if text
            else Text("The picture has no alternative text."),
            Text("Give the picture an alternative text, or say that it is decorative."),
        )
    return None if value.decorative else text
