"""What needs a person first, made from the dossiers: one list for Vandaag, Overleg and the feeds."""
