"""The use case of `paja templates diff`: two states of templates, and what they make."""
