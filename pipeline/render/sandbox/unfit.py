"""Values that a template can print by their type, but that are not fit for a document."""

from pipeline.core.text import Text


class UnfitValueError(ValueError):
    """A picture or a link's address that a document may not carry; says why, and what to do."""

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
