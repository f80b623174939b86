"""How sheets about a change of account manager word things: what stands on top, and the words of files as quotes."""

from collections.abc import Iterable
from textwrap import shorten

from macros.woorden import taal
from macros.woorden.labels import Label

INTERN = Label("Alleen voor ons", "!", "risico")
WAARSCHUWING = "Hier staan namen, oordelen en bedragen. Geef dit niet aan de klant, en laat het vel niet liggen."
TEKENS = 160
"""Most characters of one text where many stand; all of it stands in the place that it is of."""
RUIM = 600
"""The same where one text stands alone: the whole budget of the longest box of a canvas."""
CITATEN = 4
"""Most texts of one list; one more than that is written too, because "nog 1" takes as much room."""


def citaat(tekst: str) -> str:
    """Put words of the file between quotes, without quotes and the full stop of its own."""
    kaal = tekst.strip(' "“”').removesuffix(".")
    return f"“{kaal}”"


def kort(tekst: str, tekens: int = TEKENS) -> str:
    """Put the beginning of long words between quotes."""
    return citaat(shorten(tekst, tekens, placeholder="…"))


def citaten(teksten: Iterable[str]) -> str:
    """Put several between quotes, as one list of words; the rest is counted, but never one alone."""
    delen = [kort(tekst) for tekst in teksten]
    rest = [f"nog {len(delen) - CITATEN}"] if len(delen) > CITATEN + 1 else []
    return taal.opsomming([*delen[:CITATEN], *rest] if rest else delen)


def zinnen(*delen: str) -> str:
    """Put sentences after each other; what is empty is left out, and each ends with a sign."""
    return " ".join(deel if deel.endswith((".", "!", "?")) else f"{deel}." for deel in delen if deel)
