"""From a field to the paragraphs that it stands in and back: values changed, documents compared."""
