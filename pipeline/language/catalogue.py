"""The gettext catalogues: texts for people in the language of the reader."""

import gettext
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from pipeline.core.errors import UsageError
from pipeline.core.text import Text

DOMAIN: Final = "paja"
LOCALE_FOLDER: Final = Path(__file__).parent / "locale"
SOURCE_LANGUAGE: Final = "en"

#: The languages that readers may ask for.
INTERFACES: Final = ("fi", "sv", SOURCE_LANGUAGE)


class _Unfilled(dict[str, str]):
    """Parameters by name, an unknown one standing as its own placeholder instead of failing."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class Translator:
    """Texts in one language; made by `translator`."""

    language: str
    _catalogue: gettext.NullTranslations = field(repr=False)

    def text(self, value: Text | str) -> str:
        """Return a text in the reader's language.

        A `str` is a msgid without parameters. The parameters of a `Text` that are `Text` are
        translated too; others stand as they are. A faulty message never raises.
        """
        if isinstance(value, str):
            return self._message(value)
        message = self._message(value.message)
        parameters = _Unfilled(
            (name, self.text(parameter) if isinstance(parameter, Text) else str(parameter))
            for name, parameter in value.parameters
        )
        try:
            return message.format_map(parameters)
        except (ValueError, AttributeError, LookupError):
            return message

    def _message(self, msgid: str) -> str:
        """Look a message up; gettext answers the empty one with the catalogue's header."""
        return self._catalogue.gettext(msgid) if msgid else ""


@cache
def translator(language: str) -> Translator:
    """Return the translator of an interface language: fi, sv or en.

    Raises:
        UsageError: there is no such language.
    """
    if language not in INTERFACES:
        raise UsageError(
            Text("There is no language “{language}”.", language=language),
            hint=Text("Choose one of these: {languages}.", languages=", ".join(INTERFACES)),
        )
    if language == SOURCE_LANGUAGE:
        return Translator(language, gettext.NullTranslations())
    return Translator(language, gettext.translation(DOMAIN, LOCALE_FOLDER, [language]))
