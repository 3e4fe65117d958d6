"""The tagged parts of a template's package, compiled; all their faults told together."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import Template, TemplateSyntaxError, nodes

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.finishing.held_texts import holds_texts
from pipeline.render.package.reading import is_content
from pipeline.render.printing import TaggedPart
from pipeline.render.sandbox.allowed import refused, unknown
from pipeline.render.sandbox.environment import TemplateEnvironment
from pipeline.render.sandbox.faults import nesting_fault, refusal_fault, syntax_fault, unknown_fault
from pipeline.render.sandbox.guards import guard
from pipeline.render.sandbox.tree import all_nodes
from pipeline.render.source.dialect import BlockStyles, PartSource, has_tags, parse_xml, part_source
from pipeline.render.source.syntax import syntax_faults

#: Parts whose texts reach a reader; those of charts and properties are looked through elsewhere.
_COPIED: Final = re.compile(r"word/(?!charts/).*\.xml|customXml/.*\.xml")
_DIAGRAM: Final = "word/diagrams/"
_MARKUP: Final = re.compile(rb"<[^>]*>")
_OPENED: Final = re.compile(rb"\{\{|\{%")


def part_sources(parts: Mapping[str, bytes], styles: BlockStyles) -> Iterator[PartSource]:
    """Yield the parts that carry tags as sources; the others need only be sound."""
    for name in filter(is_content, parts):
        if has_tags(parts[name]):
            yield part_source(name, parts[name], styles)
        else:
            parse_xml(name, parts[name])


def compile_parts(
    environment: TemplateEnvironment, sources: tuple[PartSource, ...]
) -> tuple[TaggedPart, ...]:
    """Compile the parts; what is wrong with any of them is raised together."""
    tagged: list[TaggedPart] = []
    faults: list[TemplateError] = []
    for source in sources:
        try:
            tagged.append(_compile(environment, source))
        except TemplateError as fault:
            faults += [fault, *fault.others]
    if faults:
        raise TemplateError.first_of(tuple(faults))
    return tuple(tagged)


def refuse_unfilled(parts: Mapping[str, bytes]) -> None:
    """Refuse tags in parts that are copied as they are, where readers would see the tag itself."""
    for name, content in parts.items():
        if not _COPIED.fullmatch(name) or is_content(name) or not has_tags(content):
            continue
        if _OPENED.search(_MARKUP.sub(b"", content)):
            raise TemplateError(
                Text("The template's part {part} holds a tag, but is not filled in.", part=name),
                hint=_better_place(name),
                location=Location(part=name),
            )


def _better_place(name: str) -> Text:
    if name.startswith(_DIAGRAM):
        return Text("A diagram (SmartArt) is not filled in: use a table, a chart or a text box.")
    if name.startswith("word/"):
        return Text("Move the tag to the text, a header, a footer or a note.")
    return Text("Take away the content control that is mapped to it, or its mapping.")


def parsed_tree(environment: TemplateEnvironment, part: PartSource) -> nodes.Template:
    """Return the syntax tree of a part.

    Raises:
        TemplateError: a tag cannot be read; with all that is wrong with the part's tags.
    """
    try:
        return environment.parse(part.source)
    except TemplateSyntaxError as fault:
        faults = syntax_faults(environment, part) or (syntax_fault(fault, part),)
        raise TemplateError.first_of(faults) from fault
    except RecursionError as fault:
        raise nesting_fault(part) from fault


def refusals(
    written: tuple[nodes.Node, ...], environment: TemplateEnvironment, part: PartSource
) -> tuple[TemplateError, ...]:
    """Return what the nodes of a template may not be, and filters and tests that do not exist."""
    try:
        used = dict.fromkeys(refused(written))
        missing = dict.fromkeys(unknown(written, environment))
    except RecursionError:
        return (nesting_fault(part),)
    return (
        *(refusal_fault(line, construct, part) for line, construct in used),
        *(unknown_fault(line, each, part, environment) for line, each in missing),
    )


def _compile(environment: TemplateEnvironment, part: PartSource) -> TaggedPart:
    tree = parsed_tree(environment, part)
    written = all_nodes(tree)
    faults = refusals(written, environment, part)
    if faults:
        raise TemplateError.first_of(faults)
    held = holds_texts(tree, written)
    try:
        guard(written)
        code = environment.compile(tree, name=part.name, filename=part.name)
    except TemplateSyntaxError as fault:
        raise TemplateError.first_of((syntax_fault(fault, part),)) from fault
    except (RecursionError, SyntaxError) as fault:
        # Python's own bounds of nesting, in the code that Jinja makes.
        raise nesting_fault(part) from fault
    template = Template.from_code(environment, code, environment.globals)
    return TaggedPart.of(part, template, held=held)
