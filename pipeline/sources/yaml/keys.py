"""Which key a person may have meant by one that the schema does not know."""

import difflib
from collections.abc import Iterator

from pipeline.core.shape import Group, Leaf, leaves
from pipeline.language.catalogue import INTERFACES, translator

_NEAR = 0.6


def nearest_key(key: str, group: Group) -> str | None:
    """Return the key of the group that is nearest to one that it lacks, None if none is near.

    A title or synonym in any language of the interface also names its key, and a key of a group
    within this one is returned with its way, such as `responsibility.accountable`.
    """
    wanted = _plain(key)
    exact = _by_title(group).get(wanted) or _deeper(group).get(wanted)
    if exact is not None:
        return exact
    known = {_plain(name): name for name in group.children} | _by_title(group)
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=_NEAR)
    return known[near[0]] if near else None


def _by_title(group: Group) -> dict[str, str]:
    """Return the keys by their titles and synonyms; the first of two that share one holds."""
    found: dict[str, str] = {}
    for name, node in group.children.items():
        synonyms = node.synonyms if isinstance(node, Leaf) else ""
        for words in _translated(node.title, synonyms):
            found.setdefault(_plain(words), name)
    return found


def _translated(title: str, synonyms: str) -> Iterator[str]:
    for language in INTERFACES:
        yield translator(language).text(title)
        if synonyms:
            yield from translator(language).text(synonyms).split("|")


def _deeper(group: Group) -> dict[str, str]:
    """Return the ways to the fields of groups within this one, by their last step."""
    return {_plain(way[-1]): ".".join(way) for way, _ in leaves(group) if len(way) > 1}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
