"""Sheets as PDF: a page that was built becomes one for paper, and a browser of this machine prints it."""
