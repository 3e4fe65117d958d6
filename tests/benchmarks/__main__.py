"""The figures of the engine: `make bench` prints them and writes build/bench.json."""

import argparse
import json
import os
import platform
from dataclasses import asdict, dataclass

from tests.benchmarks import checking, growth, processes, template_checks
from tests.benchmarks.plan import ROOT, plan
from tests.benchmarks.timing import medians

ROUNDS = 25
#: Of ours in one run, beside one of docxtpl's.
DOCUMENTS = 25


@dataclass(frozen=True)
class Figure:
    """One measured figure beside the one to reach, and what it was worked out from.

    `value` is None where it was not measured; `reached` is None also where there is no target.
    """

    name: str
    value: float | None
    target: str
    reached: bool | None
    details: dict[str, float]

    def line(self) -> str:
        """Return the figure's line of the table."""
        value = f"{'-':>8}" if self.value is None else f"{self.value:>8.2f}"
        return f"{self.name:<45} {value}  {self.target:>7}  {self._mark()}"

    def _mark(self) -> str:
        if self.value is None:
            return "not measured"
        return {True: "reached", False: "missed", None: "no target"}[self.reached]


def figures(documents: int) -> list[Figure]:
    """Measure everything."""
    return [
        *_plan_figures(),
        *_checking_figures(),
        *_template_figures(),
        *_growth_figures(),
        *_process_figures(documents),
    ]


def _plan_figures() -> list[Figure]:
    made = plan()
    taken = medians({"ours": made.ours, "floor": made.floor}, ROUNDS * 4)
    # Runs of one length: what a document costs in a row of them, and not after other work.
    against = medians(
        {
            "ours": lambda: [made.ours() for _ in range(DOCUMENTS)],
            "docxtpl": made.docxtpl,
            "compile": made.compile,
        },
        ROUNDS,
    )
    one = against["ours"] / DOCUMENTS
    return [
        _at_least("times as fast as docxtpl", against["docxtpl"] / one, 25, against),
        _at_most("times the floor", taken["ours"] / taken["floor"], 2, taken),
        _at_most(
            "compiling, in renders of docxtpl",
            against["compile"] / against["docxtpl"],
            1.5,
            against,
        ),
    ]


def _checking_figures() -> list[Figure]:
    one = checking.in_process()
    return [
        _at_most(
            "checking a workbook, in openpyxl's loads", one["check"] / one["openpyxl"], 2, one
        ),
    ]


def _template_figures() -> list[Figure]:
    name = "static template checks, in docxtpl-lint's"
    static, proved = template_checks.static_checks(), template_checks.proof()
    proof = (proved["proved"] - proved["checked"]) / proved["docxtpl"]
    return [
        Figure(name, None, "<= 1.5", None, {})
        if static is None
        else _at_most(name, static["ours"] / static["docxtpl-lint"], 1.5, static),
        Figure("proof of the plan, in renders of docxtpl", proof, "-", None, proved),
    ]


def _growth_figures() -> list[Figure]:
    rows, variables = growth.rows(), growth.variables()
    return [
        _steady("row of 10 000, in rows of 1 000", rows),
        _steady("variable of 12 000, in variables of 1 000", variables),
        _at_most("peak memory, in sizes of document.xml", growth.peak(), 6, {}),
    ]


def _process_figures(documents: int) -> list[Figure]:
    grown = processes.growth(documents)
    taken = processes.commands()
    return [
        _at_most(f"MB grown over {documents} documents", grown, 20, {}),
        *_command_figures(taken, "validate", 2.5),
        *_command_figures(taken, "generate", 3),
    ]


def _command_figures(
    taken: dict[str, dict[str, float]], command: str, most: float
) -> tuple[Figure, Figure]:
    elapsed, processor = taken["elapsed"], taken["processor"]
    waited, worked = (
        elapsed[command] / elapsed["imports"],
        processor[command] / processor["imports"],
    )
    return (
        _at_most(f"paja {command}, in bare imports", waited, most, elapsed),
        Figure(f"processor time of paja {command}, in theirs", worked, "-", None, processor),
    )


def _change(each: dict[str, float]) -> float:
    """Return the cost of one more that differs most from that at the smallest size, in it."""
    first, *later = each.values()
    return max(later, key=lambda cost: abs(cost / first - 1)) / first


def _at_least(name: str, value: float, target: float, details: dict[str, float]) -> Figure:
    return Figure(name, value, f">= {target:g}", value >= target, details)


def _at_most(name: str, value: float, target: float, details: dict[str, float]) -> Figure:
    return Figure(name, value, f"<= {target:g}", value <= target, details)


def _steady(name: str, each: dict[str, float]) -> Figure:
    change = _change(each)
    return Figure(name, change, "0.8-1.2", 0.8 <= change <= 1.2, each)


def main() -> None:
    """Measure, print a table and write build/bench.json."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000, help="for the growth of memory")
    found = figures(parser.parse_args().documents)
    machine = {
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
    }
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    report = {"machine": machine, "figures": [asdict(each) for each in found]}
    target.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    for each in found:
        print(each.line())  # noqa: T201 - the table


if __name__ == "__main__":
    main()
