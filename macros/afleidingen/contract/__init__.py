"""What follows from one contract: its dates, phase and moments."""
