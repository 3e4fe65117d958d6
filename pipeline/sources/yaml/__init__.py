"""Submissions and programme files in YAML: every scalar as text, with its line and column."""

from pipeline.sources.yaml.reader import read_yaml, yaml_record

__all__ = ["read_yaml", "yaml_record"]
