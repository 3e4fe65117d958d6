"""The public Python door: what other programs may import from paja."""

from pipeline.app.producing import Production, ProductionRequest, WrittenDocument, produce
from pipeline.app.validation import InputRequest, Validation, exit_code, validate
from pipeline.core.errors import (
    EnvironmentFailedError,
    ExitCode,
    PajaError,
    TemplateError,
    UsageError,
)
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.language.catalogue import Translator, translator
from pipeline.render import CompiledTemplate, Limits, compile_template

__all__ = [
    "CompiledTemplate",
    "EnvironmentFailedError",
    "ExitCode",
    "Finding",
    "InputRequest",
    "Limits",
    "Location",
    "PajaError",
    "Production",
    "ProductionRequest",
    "Severity",
    "TemplateError",
    "Translator",
    "UsageError",
    "Validation",
    "WrittenDocument",
    "compile_template",
    "exit_code",
    "produce",
    "translator",
    "validate",
]
