"""How fields of forms are named together: the sheet once, then its columns."""

from itertools import groupby

from pipeline.core.name_list import FieldOfForm
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator


def origin_text(origins: tuple[FieldOfForm, ...], translator: Translator) -> str:
    """Return the fields that a value comes from, as `Measures: Name, State; Posts: Title`."""
    told = (
        f"{_sheet(sheet, translator, in_programme=in_programme)}: "
        f"{', '.join(dict.fromkeys(each.column for each in fields))}"
        for (sheet, in_programme), fields in groupby(origins, key=_place)
    )
    return "; ".join(told)


def _place(field: FieldOfForm) -> tuple[str, bool]:
    return field.sheet, field.in_programme


def _sheet(sheet: str, translator: Translator, *, in_programme: bool) -> str:
    if not in_programme:
        return sheet
    return translator.text(Text("programme file, {sheet}", sheet=sheet))
