import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

QUICK = [name for name in TARGETS if not name.startswith("whole-")]


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_input_raises_or_takes_long(name: str, data: st.DataObject) -> None:
    TARGETS[name].judge(data.draw(TARGETS[name].inputs))


@pytest.mark.parametrize("name", sorted(set(TARGETS) - set(QUICK)))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_change_to_a_whole_workbook_raises_or_takes_long(name: str, data: st.DataObject) -> None:
    TARGETS[name].judge(data.draw(TARGETS[name].inputs))
