"""The use case of `paja validate --gaps`: a list of what waits for whom, for each organisation."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.app.opening import read_bytes
from pipeline.app.reporting import report_of
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.template_files import COMMON, templates_folder
from pipeline.app.validation import Validation
from pipeline.app.version import version
from pipeline.contexts.gap_list import gap_list
from pipeline.contexts.plain import plain
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding
from pipeline.core.manifest import Manifest
from pipeline.core.naming import file_name, slug
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.output.beside import Outcome
from pipeline.output.folder import OutputFolder, kept_finding
from pipeline.render import CompiledTemplate, compile_template
from pipeline.report.gap_text import gap_list_text
from pipeline.report.run import CheckedFile
from schemas.msgid import msgid

_FOLDER: Final = "gap-list"
_NAME: Final = "{deliverable}_{organisation}_{language}"
#: What the files are called; it goes through the maker of safe names.
_TITLE: Final = msgid("list of gaps")
#: The language of the template that there always is.
_FALLBACK: Final = "fi"


@dataclass(frozen=True, slots=True)
class _Printer:
    """The template of the list, and the words that it is filled in with."""

    template: CompiledTemplate
    words: Translator
    programme: str

    def document(self, file: CheckedFile) -> bytes:
        """Return the list of one submission as a Word document."""
        context = gap_list(file.summary, file.open_duties, self.programme, self.words)
        title = self.words.text(Text("List of gaps: {organisation}", organisation=file.name))
        return self.template.render(plain(context), properties={"title": title, "author": "paja"})


def write_gap_lists(validation: Validation, folder: Path, language: str) -> tuple[Finding, ...]:
    """Write the list of each submission as .docx and .txt; return what was noticed.

    Where there is no template in the language of the messages, the list is in Finnish.

    Raises:
        EnvironmentFailedError: the folder cannot be used, or the template cannot be opened.
        TemplateError: there is no template, or it cannot be used.
    """
    report = report_of(validation)
    printer = _printer(validation, report.programme, language)
    names = _owners(validation.submissions)
    noticed: list[Finding] = []
    with OutputFolder(folder) as output:
        noticed += output.findings
        for name, file in zip(names, report.files, strict=True):
            text = gap_list_text(file, printer.words).encode("utf-8", "backslashreplace")
            contents = {"docx": printer.document(file), "txt": text}
            for ending, content in contents.items():
                published = output.publish(_path(name, printer.words, ending), content)
                if published.outcome is Outcome.KEPT:
                    noticed.append(kept_finding(published))
        programme = validation.programme.programme
        output.finish(
            Manifest(paja=version(), programme=programme.programme.id if programme else "")
        )
    return tuple(noticed)


def _printer(validation: Validation, programme: str, language: str) -> _Printer:
    folder = templates_folder(None) / COMMON / _FOLDER
    own = translator(language).language
    chosen = own if (folder / f"{own}.docx").is_file() else _FALLBACK
    path = folder / f"{chosen}.docx"
    if not path.is_file():
        raise TemplateError(
            Text("There is no template of the list of gaps: {path}", path=str(path))
        )
    settings = validation.programme.programme.settings if validation.programme.programme else None
    accent = settings.accent_colour if settings else None
    template = compile_template(read_bytes(path), language=chosen, accent=accent)
    return _Printer(template, translator(chosen), programme)


def _owners(submissions: tuple[CheckedSubmission, ...]) -> list[str]:
    """Return a name for each submission: its organisation's id, or its file's where two have it."""
    ids = [each.participant.id if each.participant else each.path.stem for each in submissions]
    counts = Counter(slug(each) for each in ids)
    taken: Counter[str] = Counter()
    names: list[str] = []
    for name, checked in zip(ids, submissions, strict=True):
        own = slug(name if counts[slug(name)] == 1 else checked.path.stem)
        taken[own] += 1
        names.append(own if taken[own] == 1 else f"{own}-{taken[own]}")
    return names


def _path(name: str, words: Translator, ending: str) -> PurePosixPath:
    file = file_name(
        _NAME,
        date=None,
        deliverable=words.text(_TITLE),
        organisation=name,
        language=words.language,
        version=None,
        extension=ending,
    )
    return PurePosixPath(name, file)
