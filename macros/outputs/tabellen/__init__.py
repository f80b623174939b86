"""The registers of the site as files for elsewhere: a workbook, CSV and JSON.

The same tables and the same day give the same bytes. Nothing in them can become a formula: a workbook keeps a text as
text, and CSV, which knows no kinds, gets an apostrophe in front of one that a spreadsheet would work out.
"""
