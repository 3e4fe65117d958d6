"""Pure values that every stage of the pipeline passes on."""
