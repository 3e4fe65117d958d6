"""How the change is measured (mittarit)."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Identifier,
    Number,
    PlainText,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class IndicatorKind(Choice):
    """Whether the indicator is a number or a description."""

    QUANTITATIVE = "quantitative", msgid("quantitative")
    QUALITATIVE = "qualitative", msgid("qualitative")


class Direction(Choice):
    """Which way the value should go."""

    INCREASE = "increase", msgid("increases")
    DECREASE = "decrease", msgid("decreases")
    KEEP = "keep", msgid("stays the same")


class DataSource(Choice):
    """Where the values come from."""

    INVOICES = "invoices", msgid("purchase invoice data")
    SURVEY = "survey", msgid("survey")
    INTERVIEW = "interview", msgid("interview")
    TENDERS = "tenders", msgid("tender documents")
    SYSTEM = "system", msgid("information system")
    OTHER = "other", msgid("other")


class Indicator(Filled):
    """One indicator with its baseline and target."""

    id: Annotated[str, Identifier("N")] = item(
        "Indicator id", "N and a number.", default=..., example="N1", synonyms="id"
    )
    name: Annotated[TitleText | None, RequiredFrom("G3")] = item(
        "Indicator", "What is measured.", example="Share of people over 75 who live at home"
    )
    objective: Annotated[TitleText | None, RefTo("objectives"), RequiredFrom("G3")] = item(
        "Objective of the indicator", "Id of the objective.", example="T1", synonyms="objective"
    )
    kind: IndicatorKind | None = item(
        "Kind of indicator", "Choose from the list.", example="quantitative", synonyms="kind"
    )
    unit: TitleText | None = item("Unit", "Such as %, days or pieces.", example="%")
    direction: Direction | None = item("Direction", "Choose from the list.", example="increases")
    baseline: Number | None = item(
        "Baseline", "The value now, as a number.", example="91,2", synonyms="baseline value"
    )
    baseline_text: PlainText | None = item(
        "Baseline in words", "For a qualitative indicator.", example=""
    )
    baseline_date: Timing | None = item(
        "Date of the baseline", "When the baseline was measured.", example="31.12.2021"
    )
    baseline_planned: Timing | None = item(
        "Baseline measured by", "If it is not known yet: by when it is measured.", example=""
    )
    target: Number | None = item(
        "Target", "The value aimed at, as a number.", example="93", synonyms="target value"
    )
    target_text: PlainText | None = item(
        "Target in words", "For a qualitative indicator.", example=""
    )
    target_date: Timing | None = item(
        "Date of the target", "By when the target is reached.", example="31.12.2023"
    )
    data_source: DataSource | None = item(
        "Data source", "Choose from the list.", example="information system", synonyms="source"
    )
    data_source_detail: TitleText | None = item(
        "Data source more exactly", "The system, survey or register.", example="Care register"
    )
    frequency: TitleText | None = item(
        "Measuring interval", "How often it is measured.", example="twice a year"
    )
    owner: Annotated[TitleText | None, RefTo("people", "posts")] = item(
        "Owner of the indicator", "A person or post: id or exact name.", example="TEH1"
    )
