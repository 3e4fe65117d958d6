"""The .docx as a package: read with suspicion, sealed with its properties, same bytes each time."""
