"""Excel workbooks, checked before they are opened, then opened once.

Nothing is imported here: who reads what was opened need not load what opens it.
"""
