"""Pydantic models of what organisations and programmes fill in, pure and without I/O."""
