"""What the form says beside its fields: what belongs there, and from which gate it is needed."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.core.layout import Column, Sheet
from pipeline.core.text import Text
from pipeline.language.headers import Translating
from schemas.fields import Gate

#: The letters of the gates of the two processes, of which one form concerns only one.
PROCESSES = ("G", "P")


def help_text(column: Column, translator: Translating, process: str) -> str:
    """Return the help of a field: what belongs there, and when it is needed if it ever is.

    `process` is the letter of the gates that the form's programme has: G or P.
    """
    leaf = column.leaf
    gate = gate_of(leaf.required_from, process)
    if is_translation(column, translator.language) and (leaf.compulsory or gate is not None):
        needed = Text("Needed if documents are made in this language too.")
    elif leaf.compulsory:
        needed = Text("Always needed.")
    elif gate is not None:
        needed = needed_from(gate)
    else:
        return translator.text(leaf.about)
    return " ".join(filter(None, (translator.text(leaf.about), translator.text(needed).strip())))


def help_texts(column: Column, translator: Translating) -> tuple[str, ...]:
    """Return every help that a form of either process may show beside a field; none without one."""
    about = translator.text(column.leaf.about)
    if not about:
        return ()
    # A form of another first language, or an older one, asks here for what this one asks elsewhere.
    own = replace(column, leaf=replace(column.leaf, language=None))
    said = (help_text(each, translator, process) for each in (column, own) for process in PROCESSES)
    return (about, *said)


def is_translation(column: Column, language: str) -> bool:
    """Tell whether a field holds the text of another language than the form's own."""
    return column.leaf.language not in {None, language}


def sheet_help(sheet: Sheet, translator: Translating, process: str) -> str:
    """Return what a sheet is for, and from which gate it must have something."""
    gate = gate_of(sheet.required_from, process)
    parts = [translator.text(sheet.about)]
    if gate is not None:
        parts.append(translator.text(needed_from(gate)).strip())
    return " ".join(filter(None, parts))


def needed_from(gate: Gate, about: str = "") -> Text:
    """Return the sentence that a field is needed from a gate on, and its help.

    The form says it beforehand, and the rule of missing values afterwards.
    """
    return Text("Needed from gate {gate} on. {help}", gate=Text(gate.label), help=Text(about))


def gate_of(gates: Iterable[str], process: str) -> Gate | None:
    """Return the gate of a process among some, None if there is none."""
    return next((gate for each in gates if (gate := Gate(each)).process == process), None)


def process_of(programme: str) -> str:
    """Return the letter of the gates of a programme's model."""
    return "P" if programme == "yhteisollinen-innovointi" else "G"
