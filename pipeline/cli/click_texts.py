"""click's own words in the reader's language: our catalogue answers its look-ups too."""

import gettext
import os
from typing import Final

from pipeline.language.catalogue import DOMAIN, LOCALE_FOLDER
from schemas.msgid import msgid, plural

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
    msgid("Choose from:\n\t{choices}"),
    msgid("Missing option"),
    msgid("Missing parameter"),
    msgid("Missing command."),
    msgid("No such option {name!r}."),
    msgid("No such command {name!r}."),
    msgid("Option {name!r} does not take a value."),
    msgid("{value} is not in the range {range}."),
    msgid("{value!r} is not a valid {number_type}."),
)

#: What it says in two forms: gettext is asked with a number.
PLURALS: Final = (
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)


def teach_click(language: str) -> None:
    """Let click speak a language of ours from now on in this process."""
    gettext.bindtextdomain(DOMAIN, LOCALE_FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
