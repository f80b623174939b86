"""The week of a colleague as a message: the same things as on Vandaag, for who begins the day in the mail."""
