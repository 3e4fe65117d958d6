"""Proof by rendering: templates filled with made-up values, and each value looked for again."""
