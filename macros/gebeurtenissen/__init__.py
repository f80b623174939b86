"""What happened, and what has to be written down for it: one definition for the command line, the pages and forms."""
