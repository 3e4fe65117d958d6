"""The command line: the only importer of click, one command a file."""

from pipeline.cli.boundary import main

__all__ = ["main"]
