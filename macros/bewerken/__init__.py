"""What the browser is given to change a client where it is read (ADR 17)."""
