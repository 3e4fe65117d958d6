"""What one value has to be: readable, of its kind, and within its limits."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

CELLS: Final[Mapping[str, Meaning]] = {
    "YL-05": Meaning(
        msgid(
            "A date, time, number, sum or choice can be read in one way only; what has two"
            " readings is not guessed."
        ),
        Example(
            wrong=msgid("Timing: 01/03/2022"),
            right=msgid("Timing: 1.3.2022"),
        ),
    ),
    "YL-15": Meaning(
        msgid(
            "An e-mail address, a phone number, a business ID or a link has its right form,"
            " because documents and calendars use them as they stand."
        ),
        Example(
            wrong=msgid("E-mail: malli.mallinen(at)example.org"),
            right=msgid("E-mail: malli.mallinen@example.org"),
        ),
    ),
    "CE-01": Meaning(
        msgid("A text has only characters that Word can hold."),
        Example(
            wrong=msgid("A text with an invisible control character from another program"),
            right=msgid("The same text typed anew, line breaks made with Alt+Enter"),
        ),
    ),
    "CE-02": Meaning(
        msgid("A text fits into its place."),
        Example(
            wrong=msgid("A title of a thousand characters"),
            right=msgid("A title of one line, the rest in the description"),
        ),
    ),
    "CE-03": Meaning(
        msgid("A number is within its limits."),
        Example(
            wrong=msgid("Probability: 7"),
            right=msgid("Probability: 5"),
        ),
    ),
    "CE-06": Meaning(
        msgid("What a row cannot do without is there."),
        Example(
            wrong=msgid("A measure without its id"),
            right=msgid("A measure with the id P4"),
        ),
    ),
    "CE-07": Meaning(
        msgid("A value is one that its field can use."),
        Example(
            wrong=msgid("A list where one text is wanted"),
            right=msgid("One text"),
        ),
    ),
    "CE-10": Meaning(
        msgid("A formula gives a value and no error."),
        Example(
            wrong=msgid("Amount: =B4/0, which shows #DIV/0!"),
            right=msgid("Amount: 12 500 €"),
        ),
    ),
    "CE-11": Meaning(
        msgid("A formula has its stored value; paja reads values and does not calculate."),
        Example(
            wrong=msgid("A workbook made by a program that stores no values"),
            right=msgid("The workbook opened in Excel and saved again"),
        ),
    ),
    "CE-12": Meaning(
        msgid("A date is one that the calendar has."),
        Example(
            wrong=msgid("A number in a cell of dates, 99999999"),
            right=msgid("19.10.2021"),
        ),
    ),
}
