"""IA-03, IA-04 and IA-24: how applicants are interviewed, scored and chosen."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipeline.core.finding import Path
from pipeline.core.text import Text
from pipeline.rules.application import REASONS
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import ProgrammeSubject
from schemas.fields.scalar import finnish_date
from schemas.msgid import msgid
from schemas.selection import CRITERIA, Assessment, Decision


def _assessments(subject: ProgrammeSubject) -> Iterator[Hit]:
    most = subject.programme.settings.score_most
    for index, row in enumerate(subject.programme.selection):
        path = ("selection", index)
        if row.decision is not None:
            yield from _interview(row, path)
        yield from _scores(row, path, most)


def _interview(row: Assessment, path: Path) -> Iterator[Hit]:
    if row.interviewed is None:
        message = Text("{applicant} was not interviewed before the decision.",
                       applicant=row.applicant)  # fmt: skip
        yield Hit(message, (*path, "interviewed"), Text("Write the day of the interview."))
    elif row.decided is not None and row.decided < row.interviewed:
        message = Text(
            "{applicant} was decided on {decided}, before the interview on {interviewed}.",
            applicant=row.applicant,
            decided=finnish_date(row.decided),
            interviewed=finnish_date(row.interviewed),
        )
        yield Hit(message, (*path, "decided"), Text("Check both days."))


def _scores(row: Assessment, path: Path, most: int) -> Iterator[Hit]:
    for name in CRITERIA:
        score = getattr(row, name)
        field = Text(Assessment.model_fields[name].title or name)
        if score is None and row.decision is Decision.CHOSEN:
            message = Text(
                "{applicant} was chosen, but “{field}” is missing.",
                applicant=row.applicant,
                field=field,
            )
            yield Hit(message, (*path, name), Text("Score all four criteria."))
        elif score is not None and score > most:
            message = Text("“{field}” is {score}; {most} is the most.",
                           field=field, score=score, most=most)  # fmt: skip
            hint = Text("Correct the score, or the highest score in the settings.")
            yield Hit(message, (*path, name), hint)


def _places(subject: ProgrammeSubject) -> Iterator[Hit]:
    places = subject.programme.settings.places
    chosen = [
        index
        for index, row in enumerate(subject.programme.selection)
        if row.decision is Decision.CHOSEN
    ]
    hint = Text("Put the rest in reserve, or correct the number of places in the settings.")
    counted: tuple[tuple[int, Path], ...] = (
        (len(chosen), ("selection", *chosen[places : places + 1], "decision")),
        (len(subject.programme.organisations), ("organisations", places, "id")),
    )
    for count, path in counted:
        if count > places:
            message = Text(
                "{count} organisations were chosen for {places} places.",
                count=count,
                places=places,
            )
            yield Hit(message, path, hint)


def _ranking(subject: ProgrammeSubject) -> Iterator[Hit]:
    weights = subject.programme.settings.weights
    scored = [
        (index, row, score)
        for index, row in enumerate(subject.programme.selection)
        if (score := row.weighted_score(weights)) is not None
    ]
    passed_over = [each for each in scored if each[1].decision not in {None, Decision.CHOSEN}]
    if not passed_over:
        return
    _, best, most = max(passed_over, key=lambda each: each[2])
    for index, row, score in scored:
        if row.decision is Decision.CHOSEN and score < most and row.reason is None:
            message = Text(
                "{applicant} was chosen with {score} points, but {other} has {most} and was not.",
                applicant=row.applicant,
                score=_points(score),
                other=best.applicant,
                most=_points(most),
            )
            hint = Text("Write the reason for the decision, or check scores and weights.")
            yield Hit(message, ("selection", index, "reason"), hint)


def _points(score: Decimal) -> str:
    """Return a weighted score with two decimals and a comma, as Finns write it."""
    return f"{score:.2f}".replace(".", ",")


ASSESSED: Final[Rule[ProgrammeSubject]] = Rule(
    id="IA-03",
    about=REASONS.about,
    severities=levels(error="G0"),
    check=_assessments,
    example=REASONS.example,
)
PLACES: Final[Rule[ProgrammeSubject]] = Rule(
    id="IA-04",
    about=msgid("No more organisations are chosen than the programme has places for."),
    severities=levels(error="G0"),
    check=_places,
    example=Example(
        wrong=msgid("Places: 6; seven applicants with the decision “chosen”"),
        right=msgid("Places: 6; six are chosen and one is in reserve"),
    ),
)
RANKED: Final[Rule[ProgrammeSubject]] = Rule(
    id="IA-24",
    about=msgid(
        "Who is chosen with fewer weighted points than somebody who is not needs a reason beside"
        " the decision."
    ),
    severities=levels(warning="G0"),
    check=_ranking,
    example=Example(
        wrong=msgid("Chosen with 3,25 points, another in reserve with 4,00; no reason"),
        right=msgid("The same, with the reason for the decision"),
    ),
)
