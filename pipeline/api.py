"""The public Python door: what other programs may import from paja."""

from pipeline.app.comparing.blast import Trial
from pipeline.app.comparing.templates import DiffRequest, diff_templates
from pipeline.app.processes import WorkLimits
from pipeline.app.producing import Production, WrittenDocument, produce
from pipeline.app.requests import InputRequest, ProductionRequest
from pipeline.app.templates.checking import CheckRequest, check_templates
from pipeline.app.templates.fields import names_for
from pipeline.app.templates.starting import NewDeliverable, start_deliverable
from pipeline.app.templates.text import template_text
from pipeline.app.tracing.inputs import TraceRequest
from pipeline.app.tracing.unused import unused
from pipeline.app.tracing.where import where
from pipeline.app.tracing.why import why
from pipeline.app.validation import Validation, exit_code, validate
from pipeline.core.errors import (
    EnvironmentFailedError,
    ExitCode,
    PajaError,
    TemplateError,
    UsageError,
)
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.name_list import NameList
from pipeline.language.catalogue import Translator, translator
from pipeline.render import CompiledTemplate, Limits, compile_template

__all__ = [
    "CheckRequest",
    "CompiledTemplate",
    "DiffRequest",
    "EnvironmentFailedError",
    "ExitCode",
    "Finding",
    "InputRequest",
    "Limits",
    "Location",
    "NameList",
    "NewDeliverable",
    "PajaError",
    "Production",
    "ProductionRequest",
    "Severity",
    "TemplateError",
    "TraceRequest",
    "Translator",
    "Trial",
    "UsageError",
    "Validation",
    "WorkLimits",
    "WrittenDocument",
    "check_templates",
    "compile_template",
    "diff_templates",
    "exit_code",
    "names_for",
    "produce",
    "start_deliverable",
    "template_text",
    "translator",
    "unused",
    "validate",
    "where",
    "why",
]
