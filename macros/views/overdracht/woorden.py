"""How sheets about a change of account manager word things: what stands on top, quotes, and what is left."""

from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import Rest
from macros.views.delen import namen
from macros.views.delen.blad import Alinea
from macros.views.delen.stukken import Link, Zacht
from macros.views.render import Inhoud
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


# --- what a change left open, and what did not fit on a sheet ---

T = TypeVar("T")
REST = {
    "toezegging": "Toegezegd, en nog op naam van {van}: {over}.",
    "actie": "Te doen, en nog op naam van {van}: {over}.",
    "alleen": "{naar} sprak nog niet met {over}.",
    "aanspreekpunt": "De klant weet nog niet wie hij belt.",
    "wijziging": "De wisseling staat nog niet bij de wijzigingen.",
    "naam": "{van} staat nog in de driehoek van deze klant.",
}
"""By kind; each is a sentence."""


def restzin(dossier: Dossier, rest: Rest, *, op_overzicht: bool = False) -> str:
    """Word one thing; `op_overzicht`: where the names of people at clients may be hidden."""
    over = [citaat(een) for een in rest.over]
    if rest.soort == "alleen":
        noem = namen.contact_op_overzicht if op_overzicht else namen.contact
        over = [noem(dossier, wie) for wie in rest.over]
    van = namen.collega(dossier, dossier.account.vorige_accountmanager)
    return REST[rest.soort].format(over=taal.opsomming(over), van=van, naar=namen.accountmanager(dossier))


def meer(dossier: Dossier, regels: Sequence[object], passen: int, woorden: tuple[str, str], anker: str) -> Inhoud:
    """Count what did not fit, in `woorden` for one and for more, with the way to it; nothing when all fitted."""
    aantal = len(regels) - zoveel(len(regels), passen)
    if aantal <= 0:
        return None
    return Alinea(Link(f"en nog {taal.aantal(aantal, *woorden)}", f"accounts/{dossier.id}/#{anker}"), zacht=True)


def zoveel(alles: int, passen: int) -> int:
    """Say how many rows are shown: one that would stand alone behind "en nog" is shown too."""
    return alles if alles <= passen + 1 else passen


def getoond(regels: Sequence[T], passen: int) -> Sequence[T]:
    """Give the rows that are shown, as many as `zoveel` says."""
    return regels[: zoveel(len(regels), passen)]


def kop_van(regels: Sequence[Inhoud], passen: int) -> tuple[Inhoud, ...]:
    """Give the lines of a short list that are shown, and a last one that counts the rest."""
    hier = zoveel(len(regels), passen)
    rest = (Zacht(f"en nog {len(regels) - hier}"),) if len(regels) > hier else ()
    return (*regels[:hier], *rest)
