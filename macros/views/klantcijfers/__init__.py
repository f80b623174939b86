"""The register of marks that clients gave."""
