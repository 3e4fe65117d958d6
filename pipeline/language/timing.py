"""Times of honest precision in words: in a table, or inside a sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.core.text import Text
from pipeline.language import timing_en, timing_fi, timing_sv
from pipeline.language.period import Period, Wording
from schemas.precision import Precision

_TABLE: Final[Mapping[str, Wording]] = {
    "fi": timing_fi.TABLE,
    "sv": timing_sv.TABLE,
    "en": timing_en.TABLE,
}
_SENTENCE: Final[Mapping[str, Wording]] = {
    "fi": timing_fi.SENTENCE,
    "sv": timing_sv.SENTENCE,
    "en": timing_en.SENTENCE,
}
_OPEN: Final[Mapping[str, str]] = {
    "fi": "ei vielä sovittu",
    "sv": "ännu inte överenskommet",
    "en": "not yet agreed",
}
_OPEN_SENTENCE: Final[Mapping[str, str]] = {
    "fi": "myöhemmin sovittavana ajankohtana",
    "sv": "vid en tidpunkt som överenskoms senare",
    "en": "at a time to be agreed later",
}


#: "inessive" is the form inside a sentence, called by its Finnish case in all languages.
_WORDINGS: Final[Mapping[str, tuple[Mapping[str, Wording], Mapping[str, str]]]] = {
    "nominative": (_TABLE, _OPEN),
    "inessive": (_SENTENCE, _OPEN_SENTENCE),
}


def timing(view: Mapping[str, object], language: str, case: str = "nominative") -> str:
    """Return a time as marraskuu 2021, or as marraskuussa 2021 with `case="inessive"`.

    `view` has `start` and `end` (dates, or None for a time not yet agreed) and `precision`, a
    value of `schemas.precision.Precision`; its original `text` is not printed.

    Raises:
        TemplateError: there is no such case.
    """
    if case not in _WORDINGS:
        raise TemplateError(
            Text("There is no form “{case}” of a time.", case=case),
            hint=Text('Write "nominative" or "inessive".'),
        )
    wordings, unknown = _WORDINGS[case]
    start, end = view["start"], view["end"]
    if not isinstance(start, date) or not isinstance(end, date):
        return unknown[language]
    period = Period(start, end, Precision(str(view["precision"])))
    return wordings[language][period.precision](period)
