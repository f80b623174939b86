"""The register of segments: value, treatment, what needs attention."""
