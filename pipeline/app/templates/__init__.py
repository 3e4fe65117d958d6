"""The use cases of `paja templates check`, `fields`, `new` and `text`."""
