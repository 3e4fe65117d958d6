"""From the parts of a template to Jinja source, with the place of each tag."""
