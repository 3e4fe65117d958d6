from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import at_most
from tests.unit.pipeline.sources.excel.small_form import filled, packed, parts_of, read, saved

CONTENT = saved(filled(A4="P1", B4="Sweep", C4="1.3.2022", D4=3))
PARTS = parts_of(CONTENT)


def survives(content: bytes) -> None:
    with at_most(300):
        record = read(content)
    assert record.file == "a.xlsx"


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(0, 255)), min_size=1))
def test_changed_bytes_of_the_file_never_raise(changes: list[tuple[int, int]]) -> None:
    content = bytearray(CONTENT)
    for position, byte in changes:
        content[position] = byte

    survives(bytes(content))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.data())
def test_changed_characters_of_the_parts_never_raise(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from([name for name in PARTS if name.startswith("xl/")]))
    content = bytearray(PARTS[part])
    for _ in range(data.draw(st.integers(1, 3))):
        position = data.draw(st.integers(0, len(content) - 1))
        content[position] = data.draw(st.sampled_from(b'0129aZ<>/"= !:'))

    survives(packed({**PARTS, part: bytes(content)}))
