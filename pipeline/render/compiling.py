"""The tagged parts of a template's package, compiled; all their faults told together."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from jinja2 import Template, TemplateSyntaxError

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.allowed import guard_joined, refused
from pipeline.render.dialect import BlockStyles, PartSource, has_tags, parse_xml, part_source
from pipeline.render.environment import TemplateEnvironment
from pipeline.render.faults import nesting_fault, refusal_fault, syntax_fault
from pipeline.render.package import is_content
from pipeline.render.printing import TaggedPart
from pipeline.render.syntax import syntax_faults

#: Parts that a reader sees; what Word itself writes down of headings in app.xml is none of them.
_COPIED: Final = re.compile(r"word/.*\.xml|docProps/(core|custom)\.xml")
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
            tagged.append(TaggedPart(source, _compile(environment, source)))
        except TemplateError as fault:
            faults += [fault, *fault.others]
    if faults:
        raise TemplateError.first_of(tuple(faults))
    return tuple(tagged)


def refuse_unfilled(parts: Mapping[str, bytes]) -> None:
    """Refuse tags in parts that are copied as they are, where readers would see the tag itself."""
    for name, content in parts.items():
        if not _COPIED.fullmatch(name) or is_content(name):
            continue
        if _OPENED.search(_MARKUP.sub(b"", content)):
            raise TemplateError(
                Text("The template's part {part} holds a tag, but is not filled in.", part=name),
                hint=Text("Take the tag out in File, Info, Properties; paja sets them itself.")
                if name.startswith("docProps/")
                else Text("Move the tag to the text, a header, a footer or a note."),
                location=Location(part=name),
            )


def _compile(environment: TemplateEnvironment, part: PartSource) -> Template:
    try:
        tree = environment.parse(part.source)
        found = dict.fromkeys(refused(tree))
        refusals = tuple(refusal_fault(line, construct, part) for line, construct in found)
        if refusals:
            raise TemplateError.first_of(refusals)
        guard_joined(tree)
        code = environment.compile(tree, name=part.name, filename=part.name)
    except TemplateSyntaxError as fault:
        faults = syntax_faults(environment, part) or (syntax_fault(fault, part),)
        raise TemplateError.first_of(faults) from fault
    except (RecursionError, SyntaxError) as fault:
        # Python's own bounds of nesting, in the parser or in the code that Jinja makes.
        raise nesting_fault(part) from fault
    return Template.from_code(environment, code, environment.globals)
