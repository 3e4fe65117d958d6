"""Mending what is safe to mend in a template: nothing that a person has written is lost."""
