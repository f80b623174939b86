"""Retention in figures."""
