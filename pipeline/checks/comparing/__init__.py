"""Two documents compared by their lines: what differs in wording, in structure and in tags."""
