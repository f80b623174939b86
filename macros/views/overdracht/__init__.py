"""What one account manager leaves to the next: the dossier of a client, and where the successor begins."""
