"""The waivers of a `.paja.toml`, and what is wrong with the file."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pipeline.checks.waiving.waivers import CODE, Waiver
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

NAME: Final = ".paja.toml"
#: Nobody writes a longer one; the parser's time grows with it.
_LONGEST: Final = 200_000
_TABLE: Final = "templates"
_LIST: Final = "waivers"
_KEYS: Final = ("code", "reason", "file", "where")
_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_HEADER: Final = re.compile(
    r"^[ \t]*\[\[[ \t]*templates[ \t]*\.[ \t]*waivers[ \t]*\]\]", re.MULTILINE
)


@dataclass(slots=True)
class Settings:
    """What a settings file says; its waivers hold for no folder yet."""

    waivers: list[Waiver] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_settings(content: bytes, shown: str) -> Settings:
    """Return what a settings file says; `shown` names it in findings."""
    settings = Settings()
    try:
        if len(content) > _LONGEST:
            settings.findings.append(_too_long(shown))
            return settings
        text = content.decode("utf-8-sig")
        told = tomllib.loads(text)
    except UnicodeDecodeError:
        settings.findings.append(_no_text(shown))
    except tomllib.TOMLDecodeError as fault:
        settings.findings.append(_no_toml(str(fault), shown))
    except RecursionError:
        settings.findings.append(_no_toml("…", shown))
    else:
        lines = [1 + text.count("\n", 0, found.start()) for found in _HEADER.finditer(text)]
        _take(told, settings, _Places(shown, tuple(lines)))
    return settings


@dataclass(frozen=True, slots=True)
class _Places:
    shown: str
    lines: tuple[int, ...]

    def of(self, number: int | None = None) -> Location:
        """Return the place of a waiver, or of the file."""
        known = number is not None and number < len(self.lines)
        return Location(file=self.shown, line=self.lines[number] if known and number is not None
                        else None)  # fmt: skip


def _take(told: Mapping[str, object], settings: Settings, places: _Places) -> None:
    _refuse_others(told, (_TABLE,), settings, places.of())
    table = told.get(_TABLE, {})
    if not isinstance(table, dict):
        settings.findings.append(_wrong_kind(_TABLE, places.of()))
        return
    _refuse_others(table, (_LIST,), settings, places.of())
    rows = table.get(_LIST, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        settings.findings.append(_wrong_kind(f"{_TABLE}.{_LIST}", places.of()))
        return
    for number, row in enumerate(rows):
        waiver = _waiver(row, settings, places.of(number))
        if waiver is not None:
            settings.waivers.append(waiver)


def _waiver(row: Mapping[str, object], settings: Settings, place: Location) -> Waiver | None:
    _refuse_others(row, _KEYS, settings, place)
    given = {key: text.strip() for key, text in _texts(row, settings, place)}
    if not given.get("code"):
        settings.findings.append(
            _fault(Text("The waiver does not say which code it is about."), place,
                   Text("Write the code as the finding shows it, such as {code}.", code="TE-33"))
        )  # fmt: skip
        return None
    return Waiver(
        code=given["code"],
        reason=given.get("reason") or None,
        file=given.get("file") or None,
        where=given.get("where") or None,
        place=place,
    )


def _texts(
    row: Mapping[str, object], settings: Settings, place: Location
) -> Iterator[tuple[str, str]]:
    for key in _KEYS:
        value = row.get(key, "")
        if isinstance(value, str):
            yield key, value
        else:
            settings.findings.append(_wrong_kind(key, place))


def _refuse_others(
    row: Mapping[str, object], keys: tuple[str, ...], settings: Settings, place: Location
) -> None:
    for key in row:
        if key not in keys:
            message = Text("There is no key “{key}” here.", key=key)
            hint = Text("These keys are known here: {keys}.", keys=", ".join(keys))
            settings.findings.append(_fault(message, place, hint))


def _wrong_kind(key: str, place: Location) -> Finding:
    return _fault(
        Text("The value of {key} is of another kind than is read.", key=key),
        place,
        Text("Write each waiver under [[templates.waivers]], each value as a text in quotation"
             " marks."),
    )  # fmt: skip


def _too_long(shown: str) -> Finding:
    return _fault(
        Text("The file is longer than {limit} bytes.", limit=_LONGEST),
        Location(file=shown),
        Text("Check that it is the right file."),
    )


def _no_text(shown: str) -> Finding:
    return _fault(
        Text("The file is not written in UTF-8."),
        Location(file=shown),
        Text("Save it as UTF-8 in your editor."),
    )


def _no_toml(fault: str, shown: str) -> Finding:
    """Return that a file is no TOML, with the line where reading it stopped."""
    found = _PLACE.search(fault)
    line, column = (found[1], found[2]) if found else (None, None)
    place = Location(
        file=shown, line=int(line) if line else None, column=int(column) if column else None
    )
    return _fault(
        Text("The file cannot be read as TOML."),
        place,
        Text("Write each waiver under [[templates.waivers]], each value as a text in quotation"
             " marks."),
    )  # fmt: skip


def _fault(message: Text, place: Location, hint: Text) -> Finding:
    return Finding(CODE, Severity.ERROR, message, place, hint)
