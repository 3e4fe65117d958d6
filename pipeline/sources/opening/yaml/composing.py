"""From the parser's events to nodes; what goes beyond plain data is refused with its line."""

import re
from collections.abc import Iterator
from typing import Final, cast

from pipeline.core.finding import Finding, Severity
from pipeline.core.limits import Limits
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.opening.yaml.decoding import MOST_FAULTS
from pipeline.sources.opening.yaml.events import Event, ScalarEvent, kind
from pipeline.sources.opening.yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from schemas.msgid import msgid

#: A comment set apart on purpose has two blanks before "#" and one behind it.
_LOST: Final = re.compile(r"[ \t]+#[^\r\n]*")
_MEANT: Final = re.compile(r"[ \t]{2,}#+(?:[ \t]|$)")

_FEATURES: Final = {
    "anchor": msgid("Anchors (&) are not allowed in these files."),
    "alias": msgid("Aliases (*) are not allowed in these files."),
    "tag": msgid("Tags (!) are not allowed in these files."),
    "key": msgid("A key must be a plain name here."),
}
_FEATURE_HINT: Final = msgid(
    "Write the value itself; a text that begins with such a character needs quotation marks."
)


class StopComposingError(Exception):
    """The file is not read any further; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


class Composer:
    """Makes the nodes of one text; `faults` are the features that it refused on its way.

    `last` is the scalar read last, which tells where a syntax error really began.
    """

    def __init__(self, text: str, events: Iterator[Event], file: str, limits: Limits) -> None:
        self._text = text
        self._file = file
        self._limits = limits
        self._events = events
        self._nodes = 0
        self.faults: list[Finding] = []
        self.last: ScalarEvent | None = None

    def compose(self) -> Node | None:
        """Return the document's node, None if the file holds nothing.

        Raises:
            StopComposingError: too deep, too long, or a second document.
            UnreadableError, ruamel.yaml.error.YAMLError: the parser cannot read the text.
        """
        root: Node | None = None
        for event in self._events:
            match kind(event):
                case "DocumentStartEvent":
                    self._only_one(event, root)
                case "ScalarEvent" | "AliasEvent" | "MappingStartEvent" | "SequenceStartEvent":
                    root = self._node(event, 1)
                case _:
                    continue
        return root

    def _only_one(self, event: Event, root: Node | None) -> None:
        if root is None:
            return
        message = Text("A second document begins here; a file holds only one.")
        hint = Text("Take away the line of three hyphens, or divide the text into two files.")
        raise self._stop("FI-25", message, hint, self._place(event))

    def _node(self, event: Event, depth: int) -> Node:
        self._check_length(event)
        self._refuse_features(event)
        match kind(event):
            case "ScalarEvent":
                return self._scalar(cast("ScalarEvent", event))
            case "MappingStartEvent":
                self._check_depth(event, depth)
                return Mapping(tuple(self._entries(depth)), self._place(event))
            case "SequenceStartEvent":
                self._check_depth(event, depth)
                return Sequence(tuple(self._items(depth)), self._place(event))
            case _:
                return Scalar("", self._place(event))

    def _items(self, depth: int) -> Iterator[Node]:
        while kind(event := next(self._events)) != "SequenceEndEvent":
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, Location] = {}
        while kind(event := next(self._events)) != "MappingEndEvent":
            key = self._node(event, depth + 1)
            node = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self._refuse("key", key.place)
            elif key.text in seen:
                self._twice(key, seen[key.text])
            else:
                seen[key.text] = key.place
                yield Entry(key, node)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        self.last = event
        plain = not event.style
        comment = self._comment(event.end_mark.index) if plain and event.value else ""
        return Scalar(event.value, self._place(event), plain, comment)

    def _comment(self, index: int) -> str:
        """Return the comment right behind a value, "" if there is none or it is meant as one."""
        found = _LOST.match(self._text, index)
        if found is None or _MEANT.match(found[0]):
            return ""
        return found[0].strip()

    def _check_length(self, event: Event) -> None:
        self._nodes += 1
        limit = self._limits.yaml_values
        if self._nodes <= limit:
            return
        message = Text("The file has more than {limit} values.", limit=limit)
        hint = Text("Check that the file is the right one.")
        raise self._stop("FI-28", message, hint, self._place(event))

    def _check_depth(self, event: Event, depth: int) -> None:
        limit = self._limits.yaml_depth
        if depth <= limit:
            return
        message = Text("The values are nested more than {limit} levels deep here.", limit=limit)
        hint = Text("Check the brackets and the indentation; a text with brackets needs quotes.")
        raise self._stop("FI-26", message, hint, self._place(event))

    def _refuse_features(self, event: Event) -> None:
        if kind(event) == "AliasEvent":
            self._refuse("alias", self._place(event))
            return
        if getattr(event, "anchor", None) is not None:
            self._refuse("anchor", self._place(event))
        if getattr(event, "tag", None) is not None:
            self._refuse("tag", self._place(event))

    def _refuse(self, feature: str, place: Location) -> None:
        hint = Text(_FEATURE_HINT)
        message = Text(_FEATURES[feature])
        self._add(Finding("FI-23", Severity.ERROR, message, place, hint))

    def _twice(self, key: Scalar, first: Location) -> None:
        message = Text(
            "The key “{key}” stands twice: on line {first} and on line {second}.",
            key=key.text,
            first=first.line or 0,
            second=key.place.line or 0,
        )
        hint = Text("Leave only one of them; rows of a list each begin with a hyphen.")
        self._add(Finding("FI-24", Severity.ERROR, message, key.place, hint))

    def _add(self, fault: Finding) -> None:
        if len(self.faults) == MOST_FAULTS:
            raise StopComposingError(fault)
        self.faults.append(fault)

    def _place(self, event: Event) -> Location:
        mark = event.start_mark
        return Location(file=self._file, line=mark.line + 1, column=mark.column + 1)

    @staticmethod
    def _stop(code: str, message: Text, hint: Text, place: Location) -> StopComposingError:
        return StopComposingError(Finding(code, Severity.ERROR, message, place, hint))
