"""Measures and indicators for the action plan."""

from decimal import Decimal

from pipeline.contexts.directory import Directory
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.plan_parts import optional_label
from pipeline.contexts.times import optional_timing, timing_view
from pipeline.core.text import Text
from pipeline.language import formats
from schemas.contexts.action_plan import IndicatorView, MeasureView
from schemas.contexts.gap import Gap
from schemas.fields import Number, Timing
from schemas.indicators import Indicator
from schemas.measures import Measure
from schemas.responsibilities import Responsibility

_NBSP = "\u00a0"


def measure_view(measure: Measure, directory: Directory, gaps: Gaps) -> MeasureView:
    """Return a measure with the names of those who answer for it."""
    roles = measure.responsibility
    return MeasureView(
        id=measure.id,
        name=gaps.shown(measure, "name"),
        description=measure.description,
        objectives=directory.ids(measure.objectives, "objectives"),
        challenge=directory.id(measure.challenge, "challenges") if measure.challenge else None,
        timing=gaps.there(measure, "timing", timing_view),
        accountable=directory.name(roles.accountable) or gaps.of(Responsibility, "accountable"),
        responsible=directory.names(roles.responsible) or gaps.of(Responsibility, "responsible"),
        consulted=directory.names(roles.consulted),
        informed=directory.names(roles.informed),
        output=gaps.shown(measure, "output"),
        person_days=measure.person_days.value if measure.person_days else None,
        depends_on=directory.ids(measure.depends_on, "measures"),
        state=gaps.shown(measure, "state"),
    )


def indicator_view(indicator: Indicator, directory: Directory, gaps: Gaps) -> IndicatorView:
    """Return an indicator with its values ready for print."""
    return IndicatorView(
        id=indicator.id,
        name=gaps.shown(indicator, "name"),
        objective=gaps.there(
            indicator, "objective", lambda reference: directory.id(reference, "objectives")
        ),
        unit=indicator.unit,
        baseline=_baseline(indicator, directory, gaps),
        baseline_date=optional_timing(indicator.baseline_date),
        target=_value(indicator.target, indicator.target_text, indicator.unit, directory.language)
        or gaps.of(Indicator, "target"),
        target_date=optional_timing(indicator.target_date),
        source=_source(indicator, gaps),
        frequency=indicator.frequency,
        owner=directory.name(indicator.owner) or gaps.of(Indicator, "owner"),
    )


def _baseline(indicator: Indicator, directory: Directory, gaps: Gaps) -> str | Gap:
    language = directory.language
    value = _value(indicator.baseline, indicator.baseline_text, indicator.unit, language)
    if value is not None:
        return value
    if indicator.baseline_planned is None:
        return gaps.of(Indicator, "baseline")
    when = _timing_text(indicator.baseline_planned, language)
    return directory.translator.text(Text("measured by: {time}", time=when))


def _value(number: Number | None, words: str | None, unit: str | None, language: str) -> str | None:
    """Return a value with its unit, then what was said in words; None while neither is given."""
    if number is None:
        return words
    shown = formats.number(Decimal(number.value), language)
    with_unit = f"{shown}{_NBSP}{unit}" if unit else shown
    return f"{with_unit}; {words}" if words else with_unit


def _timing_text(timing: Timing, language: str) -> str:
    return formats.timing(timing_view(timing).model_dump(), language)


def _source(indicator: Indicator, gaps: Gaps) -> str | Gap:
    kind = optional_label(indicator.data_source, gaps)
    parts = [part for part in (indicator.data_source_detail, kind) if part]
    if not parts:
        return gaps.of(Indicator, "data_source")
    return parts[0] if len(parts) == 1 else f"{parts[0]} ({parts[1]})"
