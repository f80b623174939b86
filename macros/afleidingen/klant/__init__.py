"""What follows about the client as a whole: klantbeeld, homework, gaps, segment, reviews."""
