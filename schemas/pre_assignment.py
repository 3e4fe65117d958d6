"""The pre-assignment: the programme's questions and the organisation's answers."""

from typing import Annotated

from schemas.fields import Day, Duration, Email, PlainText, RequiredFrom, WholeNumber
from schemas.filled import Filled, item


class Question(Filled):
    """One question of the pre-assignment."""

    number: Annotated[int, WholeNumber(1, 99)] = item(
        "Question number", "Running number.", default=..., example="1", synonyms="number"
    )
    text: PlainText = item("Question", "The question itself.", default=..., example="…")


class PreAssignment(Filled):
    """What the programme asks the teams to do before the kick-off (ennakkotehtävä)."""

    introduction: PlainText | None = item("Introduction", "Why the questions are asked.")
    time_needed: Duration | None = item("Time needed", "How long it takes.", example="2 h")
    due: Annotated[Day | None, RequiredFrom("G1")] = item(
        "Due date", "By when the answers are returned.", example="12.10.2021"
    )
    sent: Day | None = item("Date of sending", "When it is sent out.", example="4.10.2021")
    return_address: Annotated[Email | None, RequiredFrom("G1")] = item(
        "Return address", "The e-mail address for the answers.", example="akatemia@example.org"
    )


class PreAssignmentAnswer(Filled):
    """The organisation's answers to one question, from two points of view."""

    question: Annotated[Annotated[int, WholeNumber(1, 99)] | None, RequiredFrom("G1")] = item(
        "Question answered", "Number of the question.", example="1", synonyms="question"
    )
    leaders: PlainText | None = item(
        "Answer of the management", "How the leaders see it.", synonyms="management"
    )
    experts: PlainText | None = item(
        "Answer of the experts", "How the experts see it.", synonyms="experts"
    )
