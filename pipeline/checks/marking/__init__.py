"""Marked copies of templates: Word comments where something is wrong."""
