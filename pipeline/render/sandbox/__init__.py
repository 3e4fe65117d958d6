"""The language that templates are written in: what they may say, use and spend, and its faults."""
