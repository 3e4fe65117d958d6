"""Whatever a template's author is told in these tests is known in each language, and filled in."""

from collections.abc import Iterator
from string import Formatter

import pytest

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import INTERFACES, SOURCE_LANGUAGE, translator

TRANSLATED = [language for language in INTERFACES if language != SOURCE_LANGUAGE]


def untold(text: Text) -> Iterator[str]:
    """Yield what a reader would not understand of a text: words of another language, or holes."""
    for language in TRANSLATED:
        bare = Text(text.message)
        if translator(language).text(bare) == text.message:
            yield f"{language}: {text.message!r} is not in the catalogue"
    holes = {name for _, name, _, _ in Formatter().parse(text.message) if name is not None}
    given = {name for name, value in text.parameters if str(value) != "None"}
    if holes != given:
        yield f"{text.message!r} is filled with {sorted(given)}"
    for _, value in text.parameters:
        if isinstance(value, Text):
            yield from untold(value)


@pytest.fixture(autouse=True)
def _told_in_each_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at the words of every fault that a test meets."""
    said: list[Text] = []
    usual = TemplateError.__init__

    def noted(
        self: TemplateError,
        message: Text,
        *,
        hint: Text | None = None,
        location: Location | None = None,
    ) -> None:
        said.extend(each for each in (message, hint) if each is not None)
        usual(self, message, hint=hint, location=location)

    monkeypatch.setattr(TemplateError, "__init__", noted)
    yield
    assert [each for text in dict.fromkeys(said) for each in untold(text)] == []
