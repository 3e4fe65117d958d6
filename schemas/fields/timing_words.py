"""The Finnish, Swedish and English words of dates: months, seasons, parts of months and years."""

from typing import Final

_FINNISH: Final = (
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
)
_FINNISH_CASES: Final = ("", "n", "ta", "ssa", "sta", "hun", "lla", "lle")
_SWEDISH: Final = (
    "januari februari mars april maj juni juli augusti september oktober november december"
)
_ENGLISH: Final = (
    "january february march april may june july august september october november december"
)
_SHORT_SWEDISH: Final = "jan feb mar apr maj jun jul aug sep okt nov dec"
_SHORT_ENGLISH: Final = "jan feb mar apr may jun jul aug sept oct nov dec"


def _numbered(names: str) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.split(), start=1)}


MONTH_STEMS: Final = {stem: number for number, stem in enumerate(_FINNISH, start=1)}
"""The first part of a Finnish range of months: huhti–kesäkuu."""

MONTHS: Final = (
    {f"{stem}kuu{case}": number for stem, number in MONTH_STEMS.items() for case in _FINNISH_CASES}
    | _numbered(_SWEDISH)
    | _numbered(_ENGLISH)
    | _numbered(_SHORT_SWEDISH)
    | _numbered(_SHORT_ENGLISH)
)

WEEKDAYS: Final = {
    word: number
    for number, words in enumerate((
        "ma maanantai maanantaina mån måndag måndagen mon monday",
        "ti tiistai tiistaina tis tisdag tisdagen tue tuesday",
        "ke keskiviikko keskiviikkona ons onsdag onsdagen wed wednesday",
        "to torstai torstaina tors torsdag torsdagen thu thursday",
        "pe perjantai perjantaina fre fredag fredagen fri friday",
        "la lauantai lauantaina lör lördag lördagen sat saturday",
        "su sunnuntai sunnuntaina sön söndag söndagen sun sunday",
    ))
    for word in words.split()
}
"""Monday is 0, as in `date.weekday`."""

SEASONS: Final = {
    word: first
    for first, words in {
        3: "kevät kevään kevättä keväällä keväästä keväälle vår våren spring",
        6: "kesä kesän kesää kesällä kesästä kesälle sommar sommaren summer",
        9: "syksy syksyn syksyä syksyllä syksystä syksylle höst hösten autumn fall",
        12: "talvi talven talvea talvella talvesta talvelle vinter vintern winter",
    }.items()
    for word in words.split()
}
"""The month in which a season of three months begins; a winter begins in the year before."""

_EARLY, _MIDDLE, _LATE = 0, 1, 2
MONTH_PARTS: Final = {
    word: part
    for part, words in {
        _EARLY: "alku alun alussa alusta alkuun alkupuoli alkupuolella början early beginning",
        _MIDDLE: "puoliväli puolivälissä puolivälin puolivälistä mitten mid middle",
        _LATE: "loppu lopun lopussa lopusta loppuun loppupuoli loppupuolella slutet late end",
    }.items()
    for word in words.split()
}
"""Which third of a month is meant: 0, 1 or 2."""

YEAR_PARTS: Final = {
    word: first
    for first, words in {
        1: "alkuvuosi alkuvuoden alkuvuotta alkuvuodesta alkuvuonna alkuvuoteen"
        " början early beginning",
        9: "loppuvuosi loppuvuoden loppuvuotta loppuvuodesta loppuvuonna loppuvuoteen"
        " slutet late end",
    }.items()
    for word in words.split()
}
"""The month in which a part of a year, four months long, begins."""

WEEK_WORDS: Final = (
    "vko",
    "viikko",
    "viikolla",
    "viikot",
    "viikoilla",
    "viikon",
    "v",
    "vecka",
    "veckan",
    "veckorna",
    "week",
    "weeks",
    "wk",
)

OPEN_WORDS: Final = frozenset({
    "ei vielä sovittu",
    "ei sovittu",
    "sovitaan myöhemmin",
    "avoin",
    "öppen",
    "öppet",
    "inte ännu överenskommet",
    "ännu inte överenskommet",
    "open",
    "not yet agreed",
})

FILLERS: Final = frozenset({
    "i",
    "in",
    "on",
    "på",
    "the",
    "of",
    "av",
    "den",
    "vuonna",
    "vuosi",
    "vuoden",
    "vuosina",
    "vuodet",
    "år",
    "året",
    "åren",
    "year",
})
"""Words between the others that change nothing: i början av oktober 2021, den 19 oktober 2021."""
