"""Filters, tests and macros: whether what they are given is of their type."""

from typing import Final

from jinja2 import nodes

from pipeline.checks.names.lookups import note_empty
from pipeline.checks.names.naming import shown, type_name
from pipeline.checks.names.notes import WRONG_TYPE
from pipeline.checks.names.reader import Macro, Reader
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import (
    ANYTHING,
    GAP,
    TEXT,
    TRUTH,
    WHOLE,
    Kind,
    Listed,
    Type,
    is_known,
    union,
    without,
)
from pipeline.checks.names.signatures import (
    COUNTING_TESTS,
    FILTERS,
    Signature,
    filter_for,
    is_whole,
)
from pipeline.core.text import Text

#: Filters that paja puts into a template itself: an author knows them as what they stand for.
_OWN: Final = {
    "_picture": Text("The placeholder picture"),
    "_colour": Text("The tag cellbg"),
}


def filter_type(reader: Reader, node: nodes.Filter, scope: Scope) -> Type:
    """Return the type of what a filter makes; note what it cannot take."""
    signature = FILTERS.get(node.name)
    if node.node is None:
        return TEXT
    if signature is None:
        # Told with the tags that cannot be read.
        reader.type_of(node.node, scope)
        return ANYTHING
    kind = reader.present(node.node, scope)
    _arguments(reader, node, signature, scope)
    rest = without(kind, Kind.GAP)
    gap = kind & GAP
    if not is_known(kind) or not rest:
        return gap or ANYTHING
    if not all(map(signature.accepts, rest)):
        wrong = frozenset(shape for shape in rest if not signature.accepts(shape))
        _note(reader, node, signature.wanted, wrong)
        return ANYTHING
    if signature.needs_items:
        note_empty(reader, node, node.node, scope)
    return signature.gives(rest) | gap


def _arguments(reader: Reader, node: nodes.Filter, signature: Signature, scope: Scope) -> None:
    given = [*node.args, *(each.value for each in node.kwargs)]
    for argument, accepts in zip(given, signature.arguments, strict=False):
        rest = without(reader.present(argument, scope), Kind.GAP)
        if is_known(rest) and not all(map(accepts, rest)):
            _note(reader, node, signature.wanted, rest, given=argument)
        elif signature.words and isinstance(argument, nodes.Const):
            _word(reader, argument, signature)


def _word(reader: Reader, argument: nodes.Const, signature: Signature) -> None:
    word = str(argument.value)
    if word not in signature.words:
        reader.note(
            WRONG_TYPE,
            argument,
            Text("The filter knows no “{word}”.", word=word),
            Text("There are these: {names}.", names=", ".join(sorted(signature.words))),
        )


def _note(
    reader: Reader,
    node: nodes.Filter,
    wanted: Text,
    wrong: Type,
    *,
    given: nodes.Node | None = None,
) -> None:
    fitting = sorted({name for shape in wrong if (name := filter_for(shape)) is not None})
    reader.note(
        WRONG_TYPE,
        node,
        Text("{user} needs {expected}, but {value} is {given}.",
             user=_OWN.get(node.name) or Text("The filter {name}", name=node.name),
             expected=wanted, value=shown(given or node.node), given=type_name(wrong)),
        Text("Use the filter {name}.", name=fitting[0])
        if fitting
        else Text("Use the filter of the value's own type."),
    )  # fmt: skip


def test_type(reader: Reader, node: nodes.Test, scope: Scope) -> Type:
    """Return the type of a test's answer; note what it cannot take."""
    reader.all_types(node.args, scope)
    if node.name not in COUNTING_TESTS:
        reader.type_of(node.node, scope)
        return TRUTH
    kind = reader.given_value(node.node, scope)
    if is_known(kind) and not all(map(is_whole, kind)):
        reader.note(
            WRONG_TYPE,
            node,
            Text("{user} needs {expected}, but {value} is {given}.",
                 user=Text("The test {name}", name=node.name), expected=Text("a whole number"),
                 value=shown(node.node), given=type_name(kind)),
            Text("Ask it of a whole number, such as loop.index."),
        )  # fmt: skip
    return TRUTH


def call_type(reader: Reader, node: nodes.Call, scope: Scope) -> Type:
    """Return the type of what a call makes; note what a macro is given wrongly."""
    given = [reader.type_of(each, scope) for each in node.args]
    named = {each.key: reader.type_of(each.value, scope) for each in node.kwargs}
    match node.node:
        case nodes.Name(name="range"):
            return frozenset({Listed(WHOLE)})
        case nodes.Name(name=name) if name in reader.macros:
            _give(reader, node, reader.macros[name], (given, named))
            return TEXT
        case nodes.Getattr(node=nodes.Name(name="loop") as loop, attr="cycle"):
            reader.type_of(loop, scope)
            return union(given) or ANYTHING
        case _:
            return ANYTHING


def _give(
    reader: Reader,
    node: nodes.Call,
    macro: Macro,
    given: tuple[list[Type], dict[str, Type]],
) -> None:
    unnamed, named = given
    parameters = macro.parameters
    filled = {**dict(zip(parameters, unnamed, strict=False)), **named}
    for name, kind in filled.items():
        key = (macro.node.name, name)
        reader.given[key] = reader.given.get(key, frozenset()) | kind
    missing = [name for name in parameters[: macro.required] if name not in filled]
    if missing:
        reader.note(
            WRONG_TYPE,
            node,
            Text("The macro {name} is not given {missing}.",
                 name=macro.node.name, missing=", ".join(missing)),
            Text("Give it in the brackets of the macro."),
        )  # fmt: skip
    unknown = [name for name in named if name not in parameters]
    if unknown or len(unnamed) > len(parameters):
        reader.note(
            WRONG_TYPE,
            node,
            Text("The macro {name} is given more than it takes.", name=macro.node.name),
            Text("It takes: {names}.", names=", ".join(parameters) or "–"),
        )
