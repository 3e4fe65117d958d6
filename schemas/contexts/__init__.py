"""The types of what templates see, one module a document; values are plain.

Nothing is imported here: what makes one document need not load the types of the others.
"""
