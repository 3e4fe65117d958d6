"""What a terminal or a JSON reader is shown: text in which no character hides."""

from pipeline.core.visible import is_unseen, visible

__all__ = ["json_safe", "visible"]


def json_safe(text: str) -> str:
    r"""Return JSON text with every unseen character inside its strings escaped, as \u202e.

    Line breaks between the values stay: inside a string JSON has them escaped already.
    """
    return "".join(_escaped(sign) if is_unseen(sign) and sign != "\n" else sign for sign in text)


def _escaped(sign: str) -> str:
    """Escape by UTF-16 units, as JSON does for what lies beyond the basic plane."""
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
