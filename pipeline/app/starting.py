"""The use case of `paja init`: a new programme folder with everything that a coordinator needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.app.form_files import WORKBOOK_ENDING, write_form
from pipeline.app.forms import Form, usable
from pipeline.app.inputs import PROGRAMME_NAMES, SUBMISSIONS, programme_file
from pipeline.app.programmes import load_programme
from pipeline.core.errors import UsageError
from pipeline.core.finding import Path as FieldPath
from pipeline.core.location import Location
from pipeline.core.naming import slug
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.language.helps import process_of
from pipeline.language.labels import label
from pipeline.language.written import written_values
from pipeline.output.atomic import write_atomic
from pipeline.output.failures import not_written
from pipeline.workbook.guide import HOW_TO_YAML
from pipeline.workbook.yaml_form import yaml_form
from schemas.fields import Choice
from schemas.msgid import msgid
from schemas.programme import Programme, ProgrammeModel

WORKBOOKS: Final = "workbooks"
_README: Final = "README.md"
_ATTRIBUTES: Final = ".gitattributes"
#: Git must not change a byte of these files, and writes YAML with the same line breaks everywhere.
#: It shows Word documents as text once the lines of README have been run.
_ATTRIBUTE_LINES: Final = (
    "*.xlsx binary\n*.docx -text -merge diff=paja\n*.ics -text\n*.yaml text eol=lf\n"
)
_GIT_LINES: Final = (
    'git config diff.paja.textconv "paja templates text"',
    'git config diff.paja.xfuncname "^#+ .*$"',
)

#: The parts of a programme file that only the other model's programmes fill in.
_OTHERS: Final = {
    ProgrammeModel.ACADEMY: frozenset({"workshop_rules"}),
    ProgrammeModel.COMMUNITY: frozenset({
        "selection",
        "mentors",
        "pre_assignment",
        "questions",
        "kick_off",
        "sparrings",
        "sparring_blocks",
    }),
}
_FIRST: Final = {
    ProgrammeModel.ACADEMY: msgid(
        "Fill in {programme}: the stages with their times, the organisations and the settings."
    ),
    ProgrammeModel.COMMUNITY: msgid(
        "Fill in {programme}: who organises, the processes, one in each row of the organisations,"
        " and the settings."
    ),
}
_STEPS: Final = (
    msgid("Run `paja validate {folder} --allow-empty`: it checks the programme file."),
    msgid(
        "Run `paja init {model} {folder}` again: it makes a blank workbook in {workbooks} for each"
        " organisation that has none yet, and leaves all other files as they are."
    ),
    msgid("Send each organisation its workbook from the folder {workbooks}."),
    msgid("Put the filled-in workbooks into the folder {submissions}."),
    msgid("Run `paja validate {folder}`: it tells what is missing or wrong, and who can mend it."),
    msgid(
        "Run `paja validate {folder} --mark korjattavat`: it makes copies of the workbooks in which"
        " each fault is marked in its place. Send them back, and put the mended ones into the"
        " folder {submissions} again."
    ),
    msgid("Run `paja batch {folder} -o asiakirjat`: it makes the documents of all organisations."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRequest:
    """What is laid out where; `organisations` are names for a new programme file."""

    model: ProgrammeModel
    folder: Path
    organisations: tuple[str, ...] = ()
    language: str = "fi"
    messages: str = "fi"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One file of the folder; `made` is false if it was there already and was left as it is."""

    path: Path
    made: bool


def start(request: StartRequest) -> tuple[LaidOut, ...]:
    """Lay out a programme folder; files that are there already are left as they are.

    Raises:
        UsageError: the folder holds a programme of another model.
        EnvironmentFailedError: something cannot be written.
        PajaError: the programme file that is there cannot be used.
    """
    words = translator(request.language)
    for folder in (request.folder, request.folder / SUBMISSIONS, request.folder / WORKBOOKS):
        _make_folder(folder)
    present = [name for name in PROGRAMME_NAMES if (request.folder / name).exists()]
    programme = request.folder / (present[0] if present else PROGRAMME_NAMES[0])
    texts = (
        (programme, _programme_text(request, words) if not present else ""),
        (request.folder / _README, _readme(request, words)),
        (request.folder / _ATTRIBUTES, _ATTRIBUTE_LINES),
    )
    laid = tuple(_laid(path, text) for path, text in texts)
    return (*laid, *_workbooks(request))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise not_written(folder, fault) from fault


def _laid(path: Path, text: str) -> LaidOut:
    if path.exists():
        return LaidOut(path, made=False)
    write_atomic(path, text.encode("utf-8"))
    return LaidOut(path, made=True)


def _programme_text(request: StartRequest, words: Translator) -> str:
    names = request.organisations or (words.text(Text("City of Exampleton")),)
    name = label(request.model, request.language)
    values: dict[FieldPath, object] = {
        ("programme", "id"): slug(name),
        ("programme", "model"): request.model.value,
        ("programme", "name", request.language): name,
        ("programme", "languages"): request.language,
        ("settings", "gate"): request.model.gates[0].value,
    }
    for number, each in enumerate(names):
        values["organisations", number, "id"] = slug(each)
        values["organisations", number, "name", request.language] = each
    return yaml_form(
        Programme,
        written_values(Programme, values, request.language),
        language=request.language,
        process=process_of(request.model.value),
        head=(Text("Programme file: {name}", name=name), *HOW_TO_YAML),
        without=_OTHERS[request.model],
    )


def _readme(request: StartRequest, words: Translator) -> str:
    name = Text(request.model.label)
    places = {
        "programme": f"`{PROGRAMME_NAMES[0]}`",
        "model": request.model.value,
        "folder": ".",
        "workbooks": f"`{WORKBOOKS}`",
        "submissions": f"`{SUBMISSIONS}`",
    }
    steps = (_FIRST[request.model], *_STEPS)
    lines = [
        f"# {words.text(name)}",
        "",
        words.text(Text("The folder of one programme. Run the commands in this folder.")),
        "",
        *(f"{at}. {words.text(Text(step, **places))}" for at, step in enumerate(steps, start=1)),
        "",
        words.text(Text("If this folder is in Git, run these once in it: Git then shows what"
                        " changes in Word documents as text.")),
        "",
        *(f"    {line}" for line in _GIT_LINES),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _workbooks(request: StartRequest) -> Iterator[LaidOut]:
    file = programme_file((), request.folder)
    programme = usable(load_programme(file, gate=None, language=request.messages))
    if programme.programme.model is not request.model:
        raise _other_model(file, programme.programme.model)
    for participant in programme.organisations:
        form = Form(programme, participant)
        path = request.folder / WORKBOOKS / f"{slug(participant.id)}{WORKBOOK_ENDING}"
        if path.exists():
            yield LaidOut(path, made=False)
            continue
        write_form(
            path,
            form.model,
            form.known(),
            programme=form.name,
            language=form.language,
            guide=form.guide(form.language),
        )
        yield LaidOut(path, made=True)


def _other_model(file: Path, model: Choice) -> UsageError:
    return UsageError(
        Text("The programme file that is here already is of the model “{model}”.",
             model=model.value),
        hint=Text("Give that model, or another folder."),
        location=Location(file=str(file)),
    )  # fmt: skip
