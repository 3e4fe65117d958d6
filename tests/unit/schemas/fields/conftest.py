"""What the tests of the scalar types share: reading a value, and why it was refused."""

from collections.abc import Callable

import pytest
from pydantic import TypeAdapter, ValidationError

from schemas.fields import FAULTS

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]


@pytest.fixture
def read() -> Read:
    """Validate a value as a type; keywords are the validation context."""

    def validate(kind: type[object], value: object, **context: object) -> object:
        adapter = TypeAdapter(kind)
        return adapter.validate_python(value, context=context)

    return validate


@pytest.fixture
def refused() -> Refused:
    """Return the key of the fault of a value and all its words, with every placeholder filled."""

    def reason(kind: type[object], value: object, **context: object) -> tuple[str, str]:
        adapter = TypeAdapter(kind)
        with pytest.raises(ValidationError) as caught:
            adapter.validate_python(value, context=context)
        (error,) = caught.value.errors()
        known = FAULTS[error["type"]]
        parameters = error["ctx"]
        words = f"{known.message} {known.hint}".format(**parameters)
        assert known.message.format(**parameters) == error["msg"]
        return known.key, words

    return reason
