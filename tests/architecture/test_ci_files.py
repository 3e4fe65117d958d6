"""What other repositories use in their CI: its commands exist, and its steps do their work."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest
import yaml

from pipeline.cli.root import root

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PAGES = (ROOT / "README.md", ROOT / "templates" / "README.md")
_EXPRESSION = re.compile(r"\$\{\{\s*(?P<name>[\w.]+)\s*\}\}")
_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
#: Stands for paja: writes down what it is given, and writes the report that is asked for.
_STAND_IN = """#!/bin/sh
for each in "$@"; do printf '%s\\037' "$each" >> "$CALLS"; done
printf '\\n' >> "$CALLS"
while [ $# -gt 0 ]; do
  if [ "$1" = -o ]; then echo "# Muutokset" > "$2"; fi
  shift
done
exit "${CODE:-0}"
"""


def understood(arguments: list[str]) -> click.Context:
    """Return what click makes of a command; it raises a usage error for an unknown option."""
    command: click.Command = root
    rest = list(arguments)
    while isinstance(command, click.Group):
        name = rest.pop(0)
        found = command.get_command(click.Context(command), name)
        assert found is not None, f"there is no command {name!r}"
        command = found
    return command.make_context(command.name, rest)


def action() -> Mapping[str, object]:
    loaded = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps() -> dict[str, Mapping[str, object]]:
    runs = action()["runs"]
    assert isinstance(runs, dict)
    assert runs["using"] == "composite"
    return {each["name"]: each for each in runs["steps"]}


def ran(
    name: str, folder: Path, given: Mapping[str, str], **surroundings: str
) -> tuple[int, list[list[str]]]:
    """Run a step of the action with a stand-in for paja; return its code and paja's arguments."""
    step = steps()[name]
    env = step["env"]
    assert isinstance(env, dict)
    values = {
        key: _EXPRESSION.sub(lambda found: given.get(found["name"], ""), str(value))
        for key, value in env.items()
    }
    stand_in = folder / "paja" / "bin" / "paja"
    stand_in.parent.mkdir(parents=True, exist_ok=True)
    stand_in.write_text(_STAND_IN, encoding="utf-8")
    stand_in.chmod(0o755)
    calls = folder / "calls"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", str(step["run"])],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "RUNNER_TEMP": str(folder),
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "CALLS": str(calls),
            **values,
            **surroundings,
        },
    )
    lines = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
    return done.returncode, [line.split("\037")[:-1] for line in lines]


def told(folder: Path) -> dict[str, str]:
    """Return the outputs that a step has set."""
    lines = (folder / "output").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


GIVEN = {
    "inputs.paths": "malli/kutsu/fi.docx\n\n--odd.docx\n",
    "inputs.templates": "oma kansio",
    "inputs.baseline": "vanhat.json",
    "inputs.strict": "true",
    "inputs.inputs": "ohjelma a\nohjelma-b\n",
}
BASH = pytest.mark.skipif(sys.platform == "win32", reason="composite steps run in bash")


@BASH
def test_the_check_of_the_action_is_one_that_paja_understands(tmp_path: Path) -> None:
    code, calls = ran("Check the templates", tmp_path, GIVEN, CODE="1")

    assert code == 0
    contexts = [understood(each) for each in calls]
    assert [each.params["form"] for each in contexts] == ["github", "sarif"]
    for each in contexts:
        assert each.params["paths"] == (Path("malli/kutsu/fi.docx"), Path("--odd.docx"))
        assert each.params["templates"] == Path("oma kansio")
        assert each.params["baseline"] == Path("vanhat.json")
        assert each.params["strict"] is True
    assert told(tmp_path) == {
        "code": "1",
        "sarif": str(tmp_path / "paja-reports" / "templates.sarif"),
    }


@BASH
def test_what_is_not_given_is_not_asked_for(tmp_path: Path) -> None:
    given = {"inputs.templates": "templates", "inputs.strict": "false"}
    code, calls = ran("Check the templates", tmp_path, given)
    assert code == 0
    params = understood(calls[0]).params
    assert (params["paths"], params["baseline"], params["strict"]) == ((), None, False)


@BASH
def test_the_comparison_of_the_action_is_one_that_paja_understands(tmp_path: Path) -> None:
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "a"]):
        who = ["-c", "user.name=Testi", "-c", "user.email=testi@example.org"]
        subprocess.run(["git", *who, *command], cwd=tmp_path, check=True)

    code, (call,) = ran("Compare with the base", tmp_path, {**GIVEN, "inputs.base": "HEAD"})

    assert code == 0
    params = understood(call).params
    assert (params["old"], params["new"], params["form"]) == ("HEAD", None, "markdown")
    assert params["inputs"] == (Path("ohjelma a"), Path("ohjelma-b"))
    assert params["templates"] == Path("oma kansio")
    assert (tmp_path / "summary").read_text(encoding="utf-8") == "# Muutokset\n"
    assert told(tmp_path) == {"code": "0", "markdown": str(params["report"])}


@BASH
@pytest.mark.parametrize(
    ("check", "diff", "outcome"),
    [("0", "", 0), ("0", "0", 0), ("1", "0", 1), ("0", "4", 4), ("", "", 1)],
)
def test_the_action_fails_with_either_of_its_parts(
    tmp_path: Path, check: str, diff: str, outcome: int
) -> None:
    given = {"steps.check.outputs.code": check, "steps.diff.outputs.code": diff}
    assert ran("Tell the outcome", tmp_path, given)[0] == outcome


def test_the_action_is_described_and_refers_to_what_it_has() -> None:
    whole = action()
    inputs, outputs = whole["inputs"], whole["outputs"]
    assert isinstance(inputs, dict)
    assert isinstance(outputs, dict)
    assert all(each["description"] for each in (*inputs.values(), *outputs.values()))
    text = ACTION.read_text(encoding="utf-8")
    used = set(re.findall(r"\binputs\.(\w+)", text))
    assert used == set(inputs)
    ids = {each.get("id") for each in steps().values()}
    assert set(re.findall(r"\bsteps\.(\w+)\.", text)) <= ids
    # What an input says is never a part of a script: it comes as a variable.
    assert not any(_EXPRESSION.search(str(each.get("run", ""))) for each in steps().values())


def test_paja_is_installed_from_the_checkout_with_pins_and_hashes() -> None:
    script = str(steps()["Install paja"]["run"])
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for options in ("--require-hashes -r", "--no-deps --no-build-isolation"):
        assert options in script
        assert options in makefile
    assert '"$PAJA_SOURCE/requirements.txt"' in script
    assert "://" not in ACTION.read_text(encoding="utf-8")


def hooks() -> list[dict[str, str]]:
    loaded = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert isinstance(loaded, list)
    return loaded


@pytest.mark.parametrize("hook", hooks(), ids=lambda each: str(each["id"]))
def test_each_hook_runs_a_command_with_the_files_that_it_is_about(hook: dict[str, str]) -> None:
    program, *arguments = shlex.split(hook["entry"])
    assert program == "paja"
    assert understood([*arguments, "a/fi.docx", "b/fi.docx"]).params["paths"]
    assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("templates/malli/kutsu/fi.docx", {"paja-templates"}),
        ("fi.docx", {"paja-templates"}),
        ("templates/malli/kutsu/deliverable.yaml", {"paja-templates"}),
        ("templates/malli/kutsu/~$fi.docx", set()),
        ("templates/malli/kutsu/luonnos.docx", set()),
        ("ohjelma/submissions/keskimaa.xlsx", {"paja-submissions"}),
        ("ohjelma/submissions/keskimaa.yaml", {"paja-submissions"}),
        ("ohjelma/submissions/~$keskimaa.xlsx", set()),
        ("ohjelma/programme.yaml", set()),
    ],
)
def test_each_hook_takes_its_own_files(path: str, taken: set[str]) -> None:
    own = {
        hook["id"]
        for hook in hooks()
        if re.search(hook["files"], path) and not re.search(hook["exclude"], path)
    }
    assert own == taken


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield the commands in the pages' fenced blocks that stand there whole."""
    for page in PAGES:
        for block in _FENCE.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                plain = line.strip().removeprefix("- ").partition(" > ")[0]
                if plain.startswith("paja "):
                    words = shlex.split(plain, comments=True)[1:]
                    if "…" not in plain.partition("#")[0]:
                        yield plain, words


def test_every_command_that_is_documented_exists() -> None:
    found = list(commands())
    assert len(found) > 10
    for plain, words in found:
        try:
            understood(words)
        except click.UsageError as fault:
            pytest.fail(f"{plain}: {fault.format_message()}")
