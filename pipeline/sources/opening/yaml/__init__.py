"""YAML files, refused where they go beyond plain data, as a tree in which all know their place.

Nothing is imported here: who reads what was opened need not load what opens it.
"""
