"""What of a document is filled in outside of Word's paragraphs: its charts and its properties."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.render.limits import Limits
from pipeline.render.package.charts import chart_patterns
from pipeline.render.package.plain_texts import Pattern, PlainTexts, plain_value
from pipeline.render.package.properties import APP, DocumentProperties, check_properties
from pipeline.render.package.template_properties import TemplateProperties, template_properties
from pipeline.render.printing import TaggedPart


@dataclass(frozen=True, slots=True)
class PlainParts:
    """The patterns of a template's parts, and what its properties give each document."""

    patterns: Mapping[str, Pattern]
    properties: TemplateProperties

    def values(
        self, texts: tuple[TaggedPart, ...], context: Mapping[str, object], limits: Limits
    ) -> tuple[str, ...]:
        """Return what each text of the patterns says.

        Raises:
            TemplateError: an unknown name or a value that cannot be printed; with the place.
        """
        return tuple(plain_value(each, context, limits) for each in texts)

    def printed(self, values: tuple[str, ...]) -> dict[str, bytes]:
        """Return the parts with these values."""
        return {name: each.part(values) for name, each in self.patterns.items()}

    def document_properties(
        self, given: Mapping[str, str], values: tuple[str, ...]
    ) -> DocumentProperties:
        """Return the properties of a document.

        Raises:
            TemplateError: one that no document can hold.
        """
        core = self.properties.core(given, values)
        custom = self.properties.given_custom(given)
        check_properties({**core, **custom})
        return DocumentProperties(core, custom, self.properties.own_custom(given, values))


def plain_parts(parts: Mapping[str, bytes], texts: PlainTexts) -> PlainParts:
    """Return what is filled in outside of paragraphs; the texts with tags are kept in `texts`.

    Raises:
        TemplateError: a part is damaged, or has a tag where nothing is filled in.
    """
    properties = template_properties(parts, texts)
    app = {} if properties.app is None else {APP: properties.app}
    return PlainParts({**chart_patterns(parts, texts), **app}, properties)
