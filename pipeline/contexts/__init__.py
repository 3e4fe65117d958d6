"""From a submission and its programme to the plain values that a template sees."""

from pipeline.contexts.plain import plain
from pipeline.contexts.registry import CONTEXTS
from pipeline.contexts.scene import Scene

__all__ = ["CONTEXTS", "Scene", "plain"]
