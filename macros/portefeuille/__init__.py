"""What follows from the whole portfolio: groups, shares and comparisons over all clients."""
