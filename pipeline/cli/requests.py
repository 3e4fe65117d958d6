"""From the options of a command to a request of a use case."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from pipeline.app.processes import MEGABYTE, WorkLimits
from pipeline.app.requests import InputRequest, ProductionRequest
from pipeline.cli.words import chosen_language

if TYPE_CHECKING:
    from pipeline.app.tracing.inputs import TraceRequest
    from schemas.fields import Gate


class InputOptions(TypedDict):
    """The options of `pipeline.cli.options.inputs`, as click passes them."""

    programme: Path | None
    gate: str | None
    allow_empty: bool
    strict: bool
    form: str
    lang: str | None


def input_request(paths: tuple[Path, ...], options: InputOptions) -> InputRequest:
    """Return the request of the inputs that were asked for."""
    return InputRequest(
        paths=paths,
        programme=options["programme"],
        gate=_gate(options["gate"]) if options["gate"] else None,
        language=options["lang"] or chosen_language(),
        allow_empty=options["allow_empty"],
    )


def _gate(name: str) -> "Gate":
    """Return a gate; only who asks for one waits for the models to be loaded first."""
    from schemas.fields import Gate

    return Gate(name.upper())


class ValidationOptions(InputOptions):
    """The options of `inputs` and `validation` together."""

    report: Path | None
    mark: Path | None
    gaps: Path | None


class ProductionOptions(InputOptions):
    """The options of `inputs` and `outputs` together."""

    out: Path
    templates: Path | None
    documents: str | None
    time_limit: int
    memory_limit: int


def production_request(
    paths: tuple[Path, ...], options: ProductionOptions, *, organisers: bool
) -> ProductionRequest:
    """Return the request of the documents that were asked for."""
    return ProductionRequest(
        inputs=input_request(paths, options),
        out=options["out"],
        templates=options["templates"],
        language=options["documents"],
        organisers=organisers,
        work=work_limits(options["time_limit"], options["memory_limit"]),
    )


def work_limits(seconds: int, megabytes: int) -> WorkLimits:
    """Return what a template or a document may take."""
    return WorkLimits(seconds, megabytes * MEGABYTE)


class TracingOptions(TypedDict):
    """The options of `pipeline.cli.options.tracing`, as click passes them."""

    programme: Path | None
    templates: Path | None
    time_limit: int
    memory_limit: int
    strict: bool
    form: str
    lang: str | None


def trace_request(file: Path, options: TracingOptions) -> "TraceRequest":
    """Return the request of a file whose documents are looked at."""
    from pipeline.app.tracing.inputs import TraceRequest

    return TraceRequest(
        file=file,
        programme=options["programme"],
        templates=options["templates"],
        language=options["lang"] or chosen_language(),
        work=work_limits(options["time_limit"], options["memory_limit"]),
    )
