"""The register of the golden triangle and of the load per colleague."""
