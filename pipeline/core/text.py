"""A text for a person, kept as an English message and its parameters until a language is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """A message that is translated at the edge, in the reader's language.

    `message` is the English msgid with `{placeholders}`; a parameter may itself be a `Text`.
    """

    message: str
    parameters: tuple[tuple[str, "str | int | Text"], ...]

    def __init__(self, message: str, /, **parameters: "str | int | Text") -> None:
        object.__setattr__(self, "message", message)
        ordered = tuple(sorted(parameters.items(), key=lambda pair: pair[0]))
        object.__setattr__(self, "parameters", ordered)

    def __str__(self) -> str:
        """Fill in the English message; readers get it through `pipeline.language` instead."""
        return self.message.format(**{name: str(value) for name, value in self.parameters})
