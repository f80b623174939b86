"""What stands on top of every sheet about a change of account manager."""

from macros.woorden.labels import Label

INTERN = Label("Alleen voor ons", "!", "risico")
WAARSCHUWING = "Hier staan namen, oordelen en bedragen. Geef dit niet aan de klant, en laat het vel niet liggen."
