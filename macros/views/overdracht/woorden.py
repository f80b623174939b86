"""How sheets about a change of account manager word things: what stands on top, and the words of files as quotes."""

from collections.abc import Iterable, Sequence
from textwrap import shorten

from macros.woorden import taal
from macros.woorden.labels import Label

INTERN = Label("Alleen voor ons", "!", "risico")
WAARSCHUWING = "Hier staan namen, oordelen en bedragen. Geef dit niet aan de klant, en laat het vel niet liggen."
TEKENS = 160
"""Most characters of one text; all of it stands in the place that it is of."""
CITATEN = 4
"""Most texts of one list."""


def citaat(tekst: str) -> str:
    """Put words of the file between quotes, without quotes and the full stop of its own."""
    kaal = tekst.strip(' "“”').removesuffix(".")
    return f"“{kaal}”"


def kort(tekst: str) -> str:
    """Put the beginning of long words between quotes."""
    return citaat(shorten(tekst, TEKENS, placeholder="…"))


def citaten(teksten: Iterable[str]) -> str:
    """Put several between quotes, as one list of words; no more than a reader keeps in mind."""
    return paar([kort(tekst) for tekst in teksten])


def paar(delen: Sequence[str]) -> str:
    """Put a few after each other, and count the rest."""
    rest = [f"nog {len(delen) - CITATEN}"] if len(delen) > CITATEN else []
    return taal.opsomming([*delen[:CITATEN], *rest])


def zinnen(*delen: str) -> str:
    """Put sentences after each other; what is empty is left out, and each ends with a sign."""
    return " ".join(deel if deel.endswith((".", "!", "?")) else f"{deel}." for deel in delen if deel)
