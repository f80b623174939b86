"""Who has a calendar: the list that stands in the place of the bars when there are too many for one page."""

from collections import Counter
from dataclasses import dataclass

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Dag, Link
from macros.views.kalender import kalenderregels
from macros.views.kalender.kalenderregels import Regel
from macros.views.kalender.rooster import pad, rooster


@dataclass(frozen=True)
class Collega:
    """One colleague in the list of calendars."""

    wie: str
    contracten: int
    """On which this one has work."""
    aan_zet: int
    """On which this one acts first: over all colleagues as many as there are contracts."""
    voorbij: int
    te_laat: int
    eerst: Regel | None
    """The first day still to come on which this one must act."""


def collegas(portefeuille: Portefeuille) -> Register:
    """List everyone with a calendar, by name."""
    alles = rooster(portefeuille)
    te_laat, komend = kalenderregels.regels((een.deel for een in alles.lopend), portefeuille.peildatum)
    komend = kalenderregels.op_dag((*komend, *alles.opleveringen))
    laat = Counter(wie for regel in te_laat if regel.fase != "verlopen" for wie in regel.wie.split())
    voorbij = Counter(wie for regel in te_laat if regel.fase == "verlopen" for wie in regel.wie.split())
    eerst: dict[str, Regel] = {}
    for regel in komend:
        for wie in regel.wie.split():
            eerst.setdefault(wie, regel)
    zet = Counter(een.eerst.door for een in alles.lopend)
    rijen = [
        Collega(wie, len(eigen), zet[wie], voorbij[wie], laat[wie], eerst.get(wie))
        for wie, eigen in alles.per_persoon.items()
    ]
    rijen.sort(key=lambda rij: (portefeuille.naam(rij.wie), rij.wie))
    return register(
        "Kies een collega: elk heeft een eigen kalender",
        (
            Kolom("Collega", lambda rij: Link(portefeuille.naam_nu(rij.wie), pad(rij.wie)), sorteer=True),
            Kolom("Contracten", lambda rij: rij.contracten or None, sorteer=lambda rij: rij.contracten, getal=True),
            Kolom("Nu aan zet", lambda rij: rij.aan_zet or None, sorteer=lambda rij: rij.aan_zet, getal=True),
            Kolom("Datum voorbij", lambda rij: rij.voorbij or None, sorteer=lambda rij: rij.voorbij, getal=True),
            Kolom("Te laat", lambda rij: rij.te_laat or None, sorteer=lambda rij: rij.te_laat, getal=True),
            Kolom(
                "Eerst",
                lambda rij: (Dag(rij.eerst.dag, rij.eerst.doel), rij.eerst.wat) if rij.eerst else None,
                sorteer=lambda rij: rij.eerst.dag if rij.eerst else None,
            ),
        ),
        rijen,
        naam="collegas",
        zoek="Zoek een collega",
    )
