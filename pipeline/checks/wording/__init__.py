"""The words of a document as lines: stable, readable, each with its place; made for diffs."""
