"""The weekly talk with one colleague."""
