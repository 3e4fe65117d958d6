"""What a printed part still needs before it is a part of a document, and what it must not have."""
