"""A strict pass over one XML part: well-formed, no DOCTYPE, each element shown."""

from collections.abc import Callable, Iterable
from typing import Final, Protocol
from xml.parsers import expat

from pipeline.core.text import Text
from pipeline.sources.opening.excel.refusal import damaged, printable, unsafe

#: Stands between a namespace and a local name in what visitors get.
SEPARATOR: Final = " "


class Visitor(Protocol):
    """What wants to see the elements of a part; a name is "namespace local"."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element begin."""
        ...

    def end(self, name: str) -> None:
        """See an element end."""
        ...

    def text(self, piece: str) -> None:
        """See a piece of character data."""
        ...


def scan(pieces: Iterable[bytes], part: str, visitor: Visitor) -> None:
    """Parse a part piece by piece, showing it to the visitor.

    Raises:
        RefusedError: it is not well-formed, declares a document type, or the visitor refuses.
    """
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _doctype_refusal(part)
    parser.StartElementHandler = visitor.start
    parser.EndElementHandler = visitor.end
    parser.CharacterDataHandler = visitor.text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise damaged(part) from fault


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(SEPARATOR)[2]


def _doctype_refusal(part: str) -> Callable[..., None]:
    def refuse(*_declaration: object) -> None:
        message = Text(
            "The file's part {part} declares a document type (DOCTYPE), which is not allowed.",
            part=printable(part),
        )
        raise unsafe(message, part)

    return refuse
