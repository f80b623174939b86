"""The Retentiecanvas, its list, and the papers of the team session."""
