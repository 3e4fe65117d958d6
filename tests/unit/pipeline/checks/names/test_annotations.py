"""The types that annotations declare."""

import datetime as dt
import enum
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from pipeline.checks.names.annotations import fields_of, type_of
from pipeline.checks.names.shapes import (
    ANYTHING,
    DECIMAL,
    GAP,
    NOTHING,
    TEXT,
    TRUTH,
    WHOLE,
    Chosen,
    Grouped,
    Keyed,
    Kind,
    Listed,
    Type,
)
from schemas.contexts.gap import Gap


class _Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2


class _Model(BaseModel):
    names: Annotated[list[str], Field(min_length=1)]
    others: list[str]
    word: Annotated[str, Field(min_length=1)]


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        (Annotated[str, "of"], TEXT),
        (str | None, TEXT | NOTHING),
        (dt.date | Gap, frozenset({Kind.DATE}) | GAP),
        (Literal["a", "b"], frozenset({Chosen(("a", "b"))})),
        (Literal["a", 1] | None, frozenset({Chosen(("a",)), Chosen((1,))}) | NOTHING),
        (_Size, frozenset({Chosen((1, 2))})),
        (_Model, frozenset({Grouped(_Model)})),
        (list[Annotated[int, "of"]], frozenset({Listed(WHOLE)})),
        (tuple[bool, ...], frozenset({Listed(TRUTH)})),
        (tuple[bool, str], frozenset({Listed(TRUTH | TEXT)})),
        (list, frozenset({Listed(ANYTHING)})),
        (dict[str, Decimal], frozenset({Keyed(DECIMAL)})),
        (bytes, ANYTHING),
        (type[int], ANYTHING),
    ],
)
def test_an_annotation_declares_a_type(annotation: object, kind: Type) -> None:
    assert type_of(annotation) == kind


def test_only_a_list_that_needs_an_item_always_has_one() -> None:
    assert fields_of(_Model) == {
        "names": frozenset({Listed(TEXT, is_filled=True)}),
        "others": frozenset({Listed(TEXT)}),
        "word": TEXT,
    }
