"""The marker by which gettext finds texts that a person reads."""


def msgid(text: str) -> str:
    """Return the English text unchanged; extraction collects the literal from the call."""
    return text
