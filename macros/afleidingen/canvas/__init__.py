"""What follows from a canvas: how far it is, how sharp its words are, which lesson it resembles."""
