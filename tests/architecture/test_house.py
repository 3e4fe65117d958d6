"""The house rules that a machine can measure."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted([*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("schemas/**/*.py")])
MODULE_LINES = 250
FUNCTION_LINES = 40
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "data", "misc"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_there_is_code_to_measure() -> None:
    assert len(CODE) > 100


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_short_and_say_what_they_are(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert source.count("\n") <= MODULE_LINES
    assert path.stem not in FORBIDDEN_NAMES
    assert ast.get_docstring(tree), "a module's first line says what lives there"
    for function in functions(tree):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= FUNCTION_LINES, function.name


def test_only_the_boundaries_of_processes_catch_everything() -> None:
    catching = [
        path.name for path in CODE if "except Exception" in path.read_text(encoding="utf-8")
    ]
    # The child process sends what it caught to its parent, whose own boundary ends with it.
    assert sorted(catching) == ["boundary.py", "child_process.py"]


@pytest.mark.parametrize(
    "word", ["datetime.now", "date.today", "time.time(", "os.environ", "random."]
)
def test_nothing_inside_reads_the_clock_the_environment_or_chance(word: str) -> None:
    inside = [path for path in CODE if "cli" not in path.parts]
    users = [
        str(path.relative_to(ROOT)) for path in inside if word in path.read_text(encoding="utf-8")
    ]
    assert users == []
