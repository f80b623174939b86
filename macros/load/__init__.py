"""Files in: bytes become the model, or problems with line and column; and text goes back into a file unharmed."""
