"""The renewal calendar and the timeline of contracts."""
