"""click's own words in the reader's language: our catalogue answers its look-ups too."""

import gettext
import os
from typing import Final

from pipeline.language.catalogue import DOMAIN, INTERFACES, LOCALE_FOLDER
from schemas.msgid import msgid

#: What click itself says in help and usage errors, as it asks gettext for it.
TEXTS: Final = (
    msgid("Options"),
    msgid("Usage:"),
    msgid("Show the version and exit."),
    msgid("Show this message and exit."),
    msgid("default: {default}"),
    msgid("required"),
    msgid("Error: {message}"),
    msgid("Try '{command} {option}' for help."),
    msgid("Invalid value: {message}"),
    msgid("Invalid value for {param_hint}: {message}"),
    msgid("Missing argument"),
    msgid("Missing option"),
    msgid("Missing parameter"),
    msgid("Missing command."),
    msgid("No such option {name!r}."),
    msgid("No such command {name!r}."),
)


def teach_click(language: str) -> None:
    """Let click speak a language of ours from now on in this process."""
    gettext.bindtextdomain(DOMAIN, LOCALE_FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = INTERFACES[language]
