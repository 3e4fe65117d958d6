"""Findings and runs as text, JSON and tables for people and programs."""
