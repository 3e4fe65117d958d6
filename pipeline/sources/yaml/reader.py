"""Reading one YAML file into a record, by the shape of its model."""

from pydantic import BaseModel

from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.record import RawRecord
from pipeline.core.shape import shape
from pipeline.sources.opening.opened import OpenedYaml
from pipeline.sources.yaml.walking import Walk


def read_yaml(
    content: bytes, file: str, model: type[BaseModel], *, limits: Limits = DEFAULT
) -> RawRecord:
    """Read a YAML file as its model's record: every scalar as text, with its line and column.

    `file` is the name that findings show. Faults are findings of the record; one that concerns
    the file as a whole (code FI-…) leaves the record without values.
    """
    # Who has a file opened elsewhere does not load what opens it.
    from pipeline.sources.opening.yaml.opening import open_yaml

    return yaml_record(open_yaml(content, file, limits), model)


def yaml_record(opened: OpenedYaml, model: type[BaseModel]) -> RawRecord:
    """Return the record of a YAML file that was opened, as `read_yaml` does."""
    if opened.faults or opened.node is None:
        return RawRecord(file=opened.file, values={}, places={}, findings=opened.faults)
    walk = Walk()
    walk.group(opened.node, shape(model), ())
    return RawRecord(
        file=opened.file,
        values=walk.values,
        places=walk.places,
        findings=tuple(walk.findings),
        unreadable=frozenset(walk.unreadable),
    )
