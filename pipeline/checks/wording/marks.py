"""What stands before the words of a paragraph: the level of a heading, a style, an item's sign."""

from typing import Final

from pipeline.checks.wording.styles import Item, Style

_EMPTY: Final = "¶"
#: Styles that go without saying: lists have a sign of their own.
_QUIET: Final = frozenset({"listbullet", "listnumber", "listparagraph"})


class Marks:
    """Marks paragraphs in their order: the first item of a counted list differs from the next."""

    def __init__(self) -> None:
        self._begun: set[tuple[str, int]] = set()

    def marked(self, style: Style, item: Item | None, words: str, *, named: bool) -> str:
        """Return a paragraph's words with what tells of which kind it is, its style if `named`."""
        name = _named(style) if named else ""
        if style.heading:
            before = ["#" * style.heading, name]
        else:
            before = [name, "" if item is None else self._sign(item)]
        return " ".join(each for each in (*before, words) if each) or _EMPTY

    def _sign(self, item: Item) -> str:
        deep = "  " * min(item.level, 8)
        if not item.counted:
            return f"{deep}-"
        # Counted items are not numbered, or one more would change the lines of all that follow.
        key = (item.numbering, item.level)
        first = key not in self._begun
        self._begun.add(key)
        return f"{deep}1." if first else f"{deep}#."


def _named(style: Style) -> str:
    plain = style.name.replace(" ", "").lower()
    quiet = style.default or plain in _QUIET or (style.heading and plain.startswith("heading"))
    return "" if quiet or not style.name else f"[{style.name}]"
