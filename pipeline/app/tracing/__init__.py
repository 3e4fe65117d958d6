"""The use cases of `paja where` and `paja why`: which documents show what of the inputs."""
