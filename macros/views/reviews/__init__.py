"""The register of fresh-eyes reviews, post-mortems and closings, and their question sheets."""
