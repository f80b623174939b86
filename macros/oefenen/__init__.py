"""The practice portfolio: six exercises on a folder of invented clients that a learner may change and break at will."""
