"""manifest.json: what stands in an output folder, from which inputs it was made, and its hashes."""

import json
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

MANIFEST_NAME: Final = "manifest.json"
MANIFEST_FORMAT: Final = 1


def is_relative_inside(path: str) -> bool:
    """Tell whether a posix path stays inside the folder that it is relative to, on any system."""
    pure = PurePosixPath(path)
    plain = str(pure) == path and path.isprintable() and not set(path) & set('\\:*?"<>|')
    return plain and bool(pure.parts) and not pure.is_absolute() and ".." not in pure.parts


def _inside(path: str) -> str:
    if not is_relative_inside(path):
        raise ValueError("not a path inside the output folder")
    return path


RelativePath = Annotated[str, AfterValidator(_inside)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class State(StrEnum):
    """Whether a document may be used as it is, or still has gaps."""

    FINAL = "final"
    DRAFT = "draft"


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class ManifestInput(_Stored):
    """A file that was read."""

    file: str
    sha256: Sha256


class ManifestEntry(_Stored):
    """A file that was made; its hashes are of what was made, not of what someone edited later.

    `inputs` are the hashes of the files it was made from, `template` that of its template.
    """

    path: RelativePath
    organisation: str | None = None
    deliverable: str
    language: str
    state: State
    sha256: Sha256
    parts_sha256: Sha256 | None = None
    inputs: tuple[Sha256, ...] = ()
    template: Sha256 | None = None


class _Form(_Stored):
    format: int = Field(ge=1)


class RememberedFile(_Stored):
    """A file that an interrupted run made and no later run has described."""

    path: RelativePath
    sha256: Sha256


class Manifest(_Stored):
    """All that is known of an output folder; it is written last and the same for the same run."""

    format: int = MANIFEST_FORMAT
    paja: str = ""
    programme: str = ""
    inputs: tuple[ManifestInput, ...] = ()
    entries: tuple[ManifestEntry, ...] = ()
    remembered: tuple[RememberedFile, ...] = ()

    @field_validator("inputs", mode="after")
    @classmethod
    def _sort_inputs(cls, inputs: tuple[ManifestInput, ...]) -> tuple[ManifestInput, ...]:
        return tuple(sorted(set(inputs), key=lambda item: (item.file, item.sha256)))

    @field_validator("entries", mode="after")
    @classmethod
    def _sort_entries(cls, entries: tuple[ManifestEntry, ...]) -> tuple[ManifestEntry, ...]:
        return tuple(sorted(entries, key=lambda entry: (entry.path, entry.sha256)))

    @field_validator("remembered", mode="after")
    @classmethod
    def _sort_remembered(cls, files: tuple[RememberedFile, ...]) -> tuple[RememberedFile, ...]:
        return tuple(sorted(set(files), key=lambda item: (item.path, item.sha256)))

    def to_json(self) -> bytes:
        """Return the file's bytes: sorted keys, two spaces, UTF-8, a line break at the end."""
        plain = self.model_dump(mode="json")
        text = json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
        return f"{text}\n".encode()

    @classmethod
    def from_json(cls, content: bytes) -> tuple[Self, tuple[Finding, ...]]:
        """Return what the file says; a damaged one says nothing, and a finding (OUT-02) tells so.

        Raises:
            EnvironmentFailedError: the file was written by a newer paja.
        """
        try:
            form = _Form.model_validate_json(content).format
            if form <= MANIFEST_FORMAT:
                return cls.model_validate_json(content), ()
        except ValidationError:
            return cls(), (_damaged(),)
        raise _too_new(form)


def _damaged() -> Finding:
    return Finding(
        code="OUT-02",
        severity=Severity.WARNING,
        message=Text(
            "{file} is damaged, so it is not known which files of the folder are unedited."
            " All that differ are kept.",
            file=MANIFEST_NAME,
        ),
        location=Location(file=MANIFEST_NAME),
        hint=Text(
            "Compare the new files with the old ones, and delete those you do not need. The damaged"
            " file stays beside the new one under a name that ends in _vanha."
        ),
    )


def _too_new(version: int) -> EnvironmentFailedError:
    return EnvironmentFailedError(
        Text(
            "{file} has the form {found}, and this paja knows forms up to {known}.",
            file=MANIFEST_NAME,
            found=version,
            known=MANIFEST_FORMAT,
        ),
        hint=Text("Update paja, or give another output folder."),
        location=Location(file=MANIFEST_NAME),
    )
