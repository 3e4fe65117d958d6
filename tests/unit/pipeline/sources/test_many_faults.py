from time import process_time

from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.record import RawRecord, RawValue, ValueKind
from pipeline.sources.binding import bind
from schemas.academy import AcademySubmission


def faulty(rows: int) -> RawRecord:
    """Return a record in which each measure has a state that there is not."""
    texts: dict[Path, str] = {
        ("measures", row, name): text
        for row in range(rows)
        for name, text in (("id", f"P{row + 1}"), ("name", "Nimi"), ("state", "melkein"))
    }
    places = {path: Location("a.xlsx", "Toimenpiteet", f"A{path[1]}") for path in texts}
    values = {path: RawValue(text, ValueKind.TEXT, places[path]) for path, text in texts.items()}
    return RawRecord("a.xlsx", values, places, ())


def taken(rows: int) -> float:
    record = faulty(rows)
    start = process_time()
    bound = bind(record, AcademySubmission)
    assert len([each for each in bound.findings if each.path[-1] == "state"]) == rows
    return process_time() - start


def test_ten_times_the_faults_take_about_ten_times_as_long() -> None:
    taken(10)
    assert taken(2_000) < 30 * min(taken(200) for _ in range(3))
