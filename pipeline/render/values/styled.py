"""Text in a named character style or another language, as the filters of templates make it."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.language.locales import LANGUAGE_TAGS

#: The character styles that filters give, by the filter's name.
STYLES: Final = {"strong": "Strong", "emphasis": "Emphasis"}
#: What the code of a text begins with that leads somewhere.
LINK_PREFIX: Final = "link="
_LANGUAGE_PREFIX: Final = "lang="
_INNER: Final = re.compile(r"^<w:rPr>|</w:rPr>$")
_STYLE: Final = re.compile(r"<w:rStyle [^>]*/>")
_LANGUAGE: Final = re.compile(r"<w:lang [^>]*/>")


@dataclass(frozen=True, slots=True)
class Styled:
    """A text that a run of its own prints; `code` is a style's id or a language's mark.

    Without a code it is printed in the tag's own run, which a text on a new page may be.
    """

    text: str
    code: str
    is_on_new_page: bool = False

    @classmethod
    def in_style(cls, text: str, name: str) -> "Styled":
        """Return a text in the style of a filter's name."""
        return cls(text, STYLES[name])

    @classmethod
    def linking(cls, text: str, relation: str, style: str) -> "Styled":
        """Return a text in a link's style that leads to where a relation of its part does."""
        return cls(text, f"{LINK_PREFIX}{relation}={style}")

    @classmethod
    def in_language(cls, text: str, language: str) -> "Styled":
        """Return a text in another language: fi, sv or en.

        Raises:
            KeyError: there is no such language.
        """
        return cls(text, f"{_LANGUAGE_PREFIX}{LANGUAGE_TAGS[language]}")


def link_relation_of(code: str) -> str:
    """Return the relation that the text of a link's code leads to."""
    return code.removeprefix(LINK_PREFIX).partition("=")[0]


def run_properties(code: str, properties: str) -> str:
    """Return a run's properties with the style or the language of a code in place of its own."""
    inner = _INNER.sub("", properties)
    if code.startswith(_LANGUAGE_PREFIX):
        tag = code.removeprefix(_LANGUAGE_PREFIX)
        # The language stands behind all properties that Word writes into a run of text.
        return f'<w:rPr>{_LANGUAGE.sub("", inner)}<w:lang w:val="{tag}"/></w:rPr>'
    style = code.rpartition("=")[2]
    return f'<w:rPr><w:rStyle w:val="{style}"/>{_STYLE.sub("", inner)}</w:rPr>'
