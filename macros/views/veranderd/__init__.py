"""The page of what changed, for the whole team."""
