"""The end of reading a workbook: one finding that says why the file cannot be used."""

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text


class RefusedError(Exception):
    """Stop reading a workbook; what opens it, or lays the form beside it, makes its finding."""

    def __init__(
        self, code: str, message: Text, hint: Text, *, sheet: str | None = None, **place: str
    ) -> None:
        super().__init__(str(message))
        self.code, self.message, self.hint = code, message, hint
        self.sheet, self.cell, self.part = sheet, place.get("cell"), place.get("part")

    def finding(self, file: str) -> Finding:
        """Return the finding of a file."""
        place = Location(file=file, sheet=self.sheet, cell=self.cell, part=self.part)
        return Finding(self.code, Severity.ERROR, self.message, place, self.hint)


def damaged(part: str) -> RefusedError:
    """Return the refusal of a file in which one part cannot be read."""
    return RefusedError(
        "FI-05",
        Text("The file is damaged: its part {part} cannot be read.", part=printable(part)),
        Text("Ask for the file again, or open it in Excel, let Excel repair it and save it."),
        part=printable(part),
    )


def cut_off() -> RefusedError:
    """Return the refusal of a file that begins like a workbook but has no end."""
    return RefusedError(
        "FI-05",
        Text("The file is damaged: it has been cut off or changed on its way."),
        Text("Copy or send the file again, and check that it opens in Excel."),
    )


def unsafe(message: Text, part: str) -> RefusedError:
    """Return the refusal of a file with something that no real workbook has."""
    return RefusedError(
        "FI-08",
        message,
        Text("Open the file in Excel and save it as a new Excel Workbook (.xlsx)."),
        part=printable(part),
    )


def too_much(
    message: Text, *, sheet: str | None = None, cell: str | None = None, part: str | None = None
) -> RefusedError:
    """Return the refusal of a file with more than is read; the message names the limit."""
    place = {name: text for name, text in (("cell", cell), ("part", part)) if text is not None}
    return RefusedError(
        "FI-07",
        message,
        Text(
            "Delete what does not belong to the form (formatted empty rows and columns too), "
            "or copy the filled rows into a fresh workbook."
        ),
        sheet=sheet,
        **place,
    )


def printable(name: str) -> str:
    """Return the name of a part as a message may show it, at most 100 characters."""
    shown = "".join(character if character.isprintable() else "?" for character in name)
    return shown if len(shown) <= 100 else f"{shown[:99]}…"
