"""What the handbook shows of itself: glossary, fields, settings, the sample client, the first ninety days."""
