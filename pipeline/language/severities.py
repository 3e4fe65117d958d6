"""What a severity is called where it stands as a word of its own."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.finding import Severity
from pipeline.language.catalogue import Translator
from schemas.msgid import msgid

_NAMES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: msgid("Error"),
    Severity.WARNING: msgid("Warning"),
    Severity.INFO: msgid("Note"),
}


def severity_name(severity: Severity, translator: Translator) -> str:
    """Return the name of a severity, with a capital letter."""
    return translator.text(_NAMES[severity])
