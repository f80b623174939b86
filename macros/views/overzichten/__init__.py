"""The front door of the registers."""
