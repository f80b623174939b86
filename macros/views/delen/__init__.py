"""The pieces that several pages share: lists, names, choices, questions."""
