"""How values become Word's own text: runs, breaks, paragraphs, lists and links."""
