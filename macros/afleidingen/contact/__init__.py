"""What follows from people and talks: who is due, who knows whom, who covers for whom."""
