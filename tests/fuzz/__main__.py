"""The long run of fuzzing: `make fuzz` tries the targets in turn until its time is over.

Seeds are printed; an input that fails is written to build/fuzz/, and what is in hand stands there
too, so that a crash of the process itself leaves it behind.
"""

import argparse
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.judging import TooSlowError, limit_process, restart_alarm
from tests.fuzz.targets import TARGETS, Target

_FOLDER = Path(__file__).parents[2] / "build" / "fuzz"
_EXAMPLES = 100


def main() -> int:
    """Fuzz until the time is over; return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--target", choices=TARGETS, action="append", help="all by default")
    asked = parser.parse_args()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    limit_process(lambda: None)
    end = time.monotonic() + asked.minutes * 60
    number, failed, tried = asked.seed, 0, 0
    while time.monotonic() < end:
        for name in asked.target or TARGETS:
            count, fault = attempt(name, TARGETS[name], number)
            tried += count
            failed += fault
            print(f"seed {number} {name}: {count} inputs{', FAILED' * fault}", flush=True)  # noqa: T201
            if time.monotonic() > end:
                break
        number += 1
    print(f"{tried} inputs, {failed} failures; they are in {_FOLDER}")  # noqa: T201 - the outcome
    return min(failed, 1)


def attempt(name: str, target: Target, number: int) -> tuple[int, bool]:
    """Try a target with one seed; return how many inputs were tried, and whether one failed."""
    in_hand = _FOLDER / f"in-hand{target.ending}"
    count = 0

    @seed(number)
    @settings(
        max_examples=_EXAMPLES,
        database=None,
        deadline=None,
        derandomize=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def run(content: bytes) -> None:
        nonlocal count
        count += 1
        in_hand.write_bytes(content)
        restart_alarm()
        target.judge(content)

    try:
        run()
    except (Exception, TooSlowError):  # noqa: BLE001 - whatever it is, fuzzing looks for it
        kept = in_hand.rename(_FOLDER / f"{name}-{number}{target.ending}")
        kept.with_suffix(".txt").write_text(traceback.format_exc(), encoding="utf-8")
        return count, True
    return count, False


if __name__ == "__main__":
    sys.exit(main())
