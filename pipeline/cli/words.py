"""The language of the command line, and its own texts in it."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.core.text import Text
from pipeline.language.catalogue import INTERFACES, translator

DEFAULT: Final = "fi"
_VARIABLES: Final = ("PAJA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_OPTION: Final = "--lang"


def chosen_language(arguments: Sequence[str] | None = None) -> str:
    """Return the language of messages: of `--lang`, else of the system, else Finnish."""
    given = _option(sys.argv[1:] if arguments is None else arguments)
    codes = (_code(candidate) for candidate in (given, *_of_system()))
    return next((code for code in codes if code in INTERFACES), DEFAULT)


def say(text: Text | str) -> str:
    """Return a text of the command line itself, such as a help text, in the chosen language."""
    return translator(chosen_language()).text(text)


def _of_system() -> Iterator[str]:
    """Yield the names of languages that the surroundings give, such as sv_FI.UTF-8, best first."""
    yield from (os.environ.get(name, "") for name in _VARIABLES)
    if sys.platform == "win32":  # Windows has none of the variables, but knows what it speaks
        import ctypes
        import locale

        spoken = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        yield locale.windows_locale.get(spoken, "")


def _code(name: str) -> str:
    return name.replace("-", "_").split("_")[0].split(".")[0].lower()


def _option(arguments: Sequence[str]) -> str:
    for at, argument in enumerate(arguments):
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
        if argument == _OPTION and at + 1 < len(arguments):
            return arguments[at + 1]
    return ""
