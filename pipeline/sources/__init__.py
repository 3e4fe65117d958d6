"""Readers of what people filled in, each into records that know the place of every value."""
