"""Changing a file that people keep: by address, with cuts in its text, and nothing else of it touched (ADR 15)."""
