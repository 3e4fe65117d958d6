"""The languages of documents and the CLDR locale that stands behind each."""

from collections.abc import Mapping
from typing import Final

from babel import Locale

#: Swedish is that of Finland and English that of Britain: day before month, no comma before "and".
LOCALES: Final[Mapping[str, Locale]] = {
    "fi": Locale("fi"),
    "sv": Locale("sv", "FI"),
    "en": Locale("en", "GB"),
}

#: The same as Word and the web name them (BCP 47).
LANGUAGE_TAGS: Final[Mapping[str, str]] = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

NBSP: Final = "\N{NO-BREAK SPACE}"
DASH: Final = "\N{EN DASH}"


def load_locale(language: str) -> None:
    """Load what Babel knows of a language, which it does by itself when it is first asked."""
    _ = LOCALES[language].number_symbols
