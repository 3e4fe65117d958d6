"""The quality of a template as a document: for readers with a screen reader, and for privacy."""
