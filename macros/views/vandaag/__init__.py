"""What needs somebody now: the front page, the register of actions, what is still to be filled in."""
