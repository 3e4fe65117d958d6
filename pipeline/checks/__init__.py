"""Checks of Word templates before any document is made: tags, names and types, proof, quality."""
