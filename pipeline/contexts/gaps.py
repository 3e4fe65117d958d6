"""Marks for what has not been given, in the words of the form that asks for it."""

from collections.abc import Callable

from pydantic import BaseModel

from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from schemas.contexts.gap import Gap
from schemas.fields import Choice, LocalizedText, Timing


class Gaps:
    """Fill in for missing values of a model's fields, in the language of the document.

    The words are the translator's, which may answer one language in another; what people wrote is
    taken in the document's own language only.
    """

    def __init__(self, translator: Translator, language: str) -> None:
        self._translator = translator
        self._language = language

    def named(self, title: str) -> Gap:
        """Return the gap of what the form calls `title`, a msgid."""
        return Gap(self._translator.text(Text("To be completed: {field}", field=Text(title))))

    def word(self, text: Text | str) -> str:
        """Return a fixed word of ours in the language of the document."""
        return self._translator.text(text)

    def of(self, model: type[BaseModel], field: str) -> Gap:
        """Return the gap of a model's field."""
        return self.named(model.model_fields[field].title or field)

    def shown(self, source: BaseModel, field: str) -> str | Gap:
        """Return a field's text as it is printed, or its gap."""
        value = getattr(source, field)
        return self.of(type(source), field) if value is None else self.text(value, source, field)

    def text(self, value: object, source: BaseModel, field: str) -> str | Gap:
        """Return the text of a value that is there; a text in no such language is a gap."""
        match value:
            case Choice():
                return self._translator.text(value.label)
            case LocalizedText():
                return value.get(self._language) or self.of(type(source), field)
            case Timing():
                raise TypeError(field)
            case _:
                return str(value)

    def there(self, source: BaseModel, field: str, make: Callable[..., object]) -> object:
        """Return what `make` makes of a field's value, or the field's gap."""
        value = getattr(source, field)
        return self.of(type(source), field) if value is None else make(value)
