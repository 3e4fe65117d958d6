"""The marker by which gettext finds texts that a person reads."""


def msgid(text: str) -> str:
    """Return the English text unchanged; extraction collects the literal from the call."""
    return text


def plural(one: str, many: str) -> tuple[str, str]:
    """Return the English texts for one and for many; extraction collects both as one message."""
    return one, many
