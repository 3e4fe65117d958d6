"""Names and types: what a template's tags use, held against the model of its context."""
