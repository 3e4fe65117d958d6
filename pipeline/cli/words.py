"""The language of the command line, and its own texts in it."""

import os
import sys
from collections.abc import Sequence
from typing import Final

from pipeline.core.text import Text
from pipeline.language.catalogue import INTERFACES, translator

DEFAULT: Final = "fi"
_VARIABLES: Final = ("PAJA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_OPTION: Final = "--lang"


def chosen_language(arguments: Sequence[str] | None = None) -> str:
    """Return the language of messages: of `--lang`, else of the system, else Finnish."""
    given = _option(sys.argv[1:] if arguments is None else arguments)
    candidates = (given, *(os.environ.get(name, "") for name in _VARIABLES))
    codes = (candidate.replace("-", "_").split("_")[0].lower() for candidate in candidates)
    return next((code for code in codes if code in INTERFACES), DEFAULT)


def say(text: Text | str) -> str:
    """Return a text of the command line itself, such as a help text, in the chosen language."""
    return translator(chosen_language()).text(text)


def _option(arguments: Sequence[str]) -> str:
    for at, argument in enumerate(arguments):
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
        if argument == _OPTION and at + 1 < len(arguments):
            return arguments[at + 1]
    return ""
