"""The use cases: validate, generate and batch; no command line and no printing."""
