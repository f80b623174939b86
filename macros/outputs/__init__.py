"""What leaves the site as something else than a page."""
