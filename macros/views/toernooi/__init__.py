"""The tournament for new clients and the twelve bases."""
