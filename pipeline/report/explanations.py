"""What codes mean, as text for the terminal and as JSON."""

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from pipeline.core.explanation import Example, Explanation, Grade
from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.run_table import run_table
from pipeline.report.visible import json_safe
from schemas.msgid import msgid

_WIDTH: Final = 96
_INDENT: Final = "  "
_SEVERITIES: Final = {
    Severity.ERROR: msgid("error"),
    Severity.WARNING: msgid("warning"),
    Severity.INFO: msgid("note"),
    None: msgid("silent"),
}
_FILES: Final = {"submission": msgid("submission"), "programme": msgid("programme file")}


def explanation_text(told: Explanation, translator: Translator) -> str:
    """Return what a code means: what is wanted and why, when it matters, and examples."""
    return "\n".join(_lines(told, translator)) + "\n"


def _lines(told: Explanation, translator: Translator) -> Iterator[str]:
    yield told.code
    for about in told.abouts:
        yield from _wrapped(translator.text(about))
    if told.is_rule:
        yield ""
        steps = translator.text(Text("Severity: {steps}", steps=_grades(told, translator)))
        yield from _wrapped(steps)
        files = Text("Looks at: {files}", files=_files(told, translator))
        yield from _wrapped(translator.text(files))
        yield from _wrapped(translator.text(_acceptance(told)))
    for example in told.examples:
        yield ""
        yield from _example(example, translator)


def _acceptance(told: Explanation) -> Text:
    if told.may_be_acknowledged:
        return Text(
            "If it is right as it is, accept it with a reason on the sheet of accepted findings."
        )
    return Text("It cannot be accepted as it is; it has to be mended.")


def _example(example: Example, translator: Translator) -> Iterator[str]:
    yield translator.text(Text("Noticed:"))
    yield from (f"{_INDENT}{line}" for line in _wrapped(translator.text(example.wrong)))
    yield translator.text(Text("Mended:"))
    yield from (f"{_INDENT}{line}" for line in _wrapped(translator.text(example.right)))


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]


def _grades(told: Explanation, translator: Translator) -> str:
    """Return from which gate which severity holds, as `G2 warning, G3 error`."""
    written = {grade.file: _steps(grade, translator) for grade in told.grades}
    if len(set(written.values())) < 2:
        return next(iter(written.values()), "")
    files = (f"{translator.text(_FILES[file])}: {steps}" for file, steps in written.items())
    return "; ".join(files)


def _steps(grade: Grade, translator: Translator) -> str:
    return ", ".join(
        f"{gate.value} {translator.text(_SEVERITIES[severity])}"
        for gate, severity in grade.severities
    )


def _files(told: Explanation, translator: Translator) -> str:
    return ", ".join(translator.text(_FILES[grade.file]) for grade in told.grades)


def rules_text(rules: Iterable[Explanation], translator: Translator) -> str:
    """Return a table of the rules, and under it what each of them wants."""
    told = tuple(rules)
    titles = (
        Text("Rule"),
        Text("Severity from gate"),
        Text("Looks at"),
        Text("May be accepted"),
        Text("Programme"),
    )
    answers = {True: translator.text(Text("yes")), False: translator.text(Text("no"))}
    rows = [
        (
            rule.code,
            _grades(rule, translator),
            _files(rule, translator),
            answers[rule.may_be_acknowledged],
            ", ".join(rule.programmes)
            if len(rule.programmes) == 1
            else translator.text(Text("both")),
        )
        for rule in told
    ]
    table = run_table(tuple(translator.text(title) for title in titles), rows)
    abouts = "\n".join(f"{rule.code}  {translator.text(rule.abouts[0])}" for rule in told)
    return f"{table}\n{abouts}\n"


def explanations_json(explanations: Iterable[Explanation], translator: Translator) -> str:
    """Return explanations as a JSON list, their texts in the translator's language."""
    flat = [_flat(told, translator) for told in explanations]
    return json_safe(json.dumps(flat, ensure_ascii=False, indent=2)) + "\n"


def _flat(told: Explanation, translator: Translator) -> dict[str, object]:
    return {
        "code": told.code,
        "about": " ".join(translator.text(about) for about in told.abouts),
        "severities": {
            grade.file: {
                gate.value: None if severity is None else severity.value
                for gate, severity in grade.severities
            }
            for grade in told.grades
        },
        "programmes": list(told.programmes),
        "may_be_acknowledged": told.may_be_acknowledged,
        "examples": [
            {"wrong": translator.text(each.wrong), "right": translator.text(each.right)}
            for each in told.examples
        ],
    }
