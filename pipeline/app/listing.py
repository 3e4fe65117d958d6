"""What the manifest of a run tells: the files that it read, and what was made from which."""

from pathlib import Path

from pipeline.app.validation import Validation
from pipeline.app.version import version
from pipeline.core.manifest import Manifest, ManifestEntry, ManifestInput
from pipeline.output.failures import shown
from schemas.programme import Programme


def inputs_of(validation: Validation) -> dict[str | None, tuple[str, ...]]:
    """Return the hashes of the files that each organisation's documents are made from."""
    own = validation.programme.sha256
    hashes: dict[str | None, tuple[str, ...]] = {None: (own,)}
    for checked in validation.submissions:
        if checked.participant is not None and checked.sha256 is not None:
            hashes[checked.participant.id] = (own, checked.sha256)
    return hashes


def manifest_of(
    validation: Validation, programme: Programme, entries: tuple[ManifestEntry, ...]
) -> Manifest:
    """Return the manifest of a run that made these documents."""
    loaded = validation.programme
    files = [(loaded.path, loaded.sha256)]
    files += [(each.path, each.sha256) for each in validation.submissions if each.sha256]
    return Manifest(
        paja=version(),
        programme=programme.programme.id,
        inputs=tuple(
            ManifestInput(file=shown(Path(path.name)), sha256=digest) for path, digest in files
        ),
        entries=entries,
    )
