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

NBSP: Final = "\N{NO-BREAK SPACE}"
DASH: Final = "\N{EN DASH}"
