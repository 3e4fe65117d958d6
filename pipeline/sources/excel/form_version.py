"""What a workbook's identity says: its programme, the version of its form, its language."""

from pipeline.core.own_names import SCHEMA_VERSION
from pipeline.core.text import Text
from pipeline.language.catalogue import INTERFACES
from pipeline.sources.opening.excel.refusal import RefusedError


def check_identity(
    identity: str, programme: str, versions: tuple[str, ...] = (SCHEMA_VERSION,)
) -> None:
    """Check that a workbook is of this programme, and its form of a version that is known.

    Raises:
        RefusedError: another programme's, or another version's.
    """
    name, version, _ = _parts(identity)
    if name != programme:
        raise RefusedError(
            "YL-01",
            Text(
                "This is a workbook of another programme: {other}, not {programme}.",
                other=name,
                programme=programme,
            ),
            Text("Give the workbook of this programme, or move the file to the other one."),
        )
    if version not in versions:
        raise RefusedError(
            "YL-01",
            Text(
                "The workbook's version {version} is not known; version {known} is.",
                version=version or "?",
                known=", ".join(versions),
            ),
            Text("Copy the filled rows into a fresh workbook, or take a newer paja into use."),
        )


def version_of(identity: str | None) -> str:
    """Return the version of the form that a workbook says it has, "" when it does not."""
    return _parts(identity or "")[1]


def language_of(identity: str | None, otherwise: str) -> str:
    """Return the language that a workbook says it is in, `otherwise` when it does not."""
    language = _parts(identity or "")[2]
    return language if language in INTERFACES else otherwise


def _parts(identity: str) -> tuple[str, str, str]:
    name, version, language = (*(part.strip() for part in identity.split(";")), "", "", "")[:3]
    return name, version, language
