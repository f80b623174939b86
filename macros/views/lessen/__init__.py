"""The register of lessons and signals."""
