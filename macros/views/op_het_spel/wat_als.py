"""Wat als: the money of now, and what a scenario would make of it; the browser plays it (`bewerken/watals.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from macros.portefeuille.euros import euros, figuren, procent, samen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Anker, Blad, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Link, Nadruk
from macros.views.op_het_spel.geheel import geheel_van
from macros.views.render import Inhoud
from macros.woorden import taal

AANNAME = (
    "De omzet per jaar komt uit de contracten: wat nog te beslissen is, gaat door tegen de laatste prijs. Projecten, "
    "kansen en indexering tellen niet mee. GRR en NRR vergelijken volgend jaar met dit jaar."
)

NU = "wat-als-nu"
"""Where the figures of now stand, which those of a scenario take the place of."""


class Regel(NamedTuple):
    """One figure, each amount in words."""

    naam: str
    nu: str
    dan: str
    verschil: str


class Gevolgd(NamedTuple):
    """What follows for one client."""

    id: str
    naam: str
    zinnen: tuple[str, ...]


@overzicht
def wat_als(portefeuille: Portefeuille) -> Blad:
    """Show the figures that a scenario moves, as they are now."""
    if not geheel_van(portefeuille).alles:
        return Blad("", (Alinea("Er is nog geen klant met een contract, dus er valt nog niets door te rekenen."),))
    instellingen = portefeuille.gedeeld.instellingen
    nu = samen(map(euros, portefeuille.dossiers.values()))
    bedrag = partial(taal.bedrag, valuta=instellingen.valuta)
    regels = [
        (een.naam, procent(een.haal(nu)) if een.deel else bedrag(een.haal(nu) or 0))
        for een in figuren(portefeuille.peildatum.year, instellingen.retentiefase_maanden)
    ]
    kolommen: tuple[Kolom[tuple[str, str]], ...] = (
        Kolom("Wat", lambda regel: regel[0]),
        Kolom("Nu", lambda regel: regel[1], getal=True),
    )
    tabel = register("Zo staat het nu, over alle klanten samen", kolommen, regels, kaarten=False, passend=True)
    return Blad("", (Anker(NU, tabel), Alinea(AANNAME, zacht=True)))


def uitkomstblad(
    regels: Sequence[Regel], kanttekeningen: Sequence[str], klanten: Sequence[Gevolgd], last: Sequence[str]
) -> Blad:
    """Show what a scenario moves: euros first, then what follows for each client, then load."""
    return Blad("", tuple(_blokken(regels, kanttekeningen, klanten, last)))


def _blokken(
    regels: Sequence[Regel], kanttekeningen: Sequence[str], klanten: Sequence[Gevolgd], last: Sequence[str]
) -> Iterator[Inhoud]:
    kolommen: tuple[Kolom[Regel], ...] = (
        Kolom("Wat", lambda regel: regel.naam),
        Kolom("Nu", lambda regel: regel.nu, getal=True),
        Kolom("Dan", lambda regel: Nadruk(regel.dan) if regel.dan != regel.nu else regel.dan, getal=True),
        Kolom("Verschil", lambda regel: regel.verschil, getal=True),
    )
    yield register("Nu, en zoals het dan is, over alle klanten samen", kolommen, regels, passend=True)
    if kanttekeningen:
        yield Tussenkop("Let op", niveau=3)
        yield Opsomming(tuple(kanttekeningen))
    yield Tussenkop("Welke datums schuiven, en waarom", niveau=3)
    for klant in klanten:
        lijst = Opsomming(klant.zinnen or ("Geen datum en geen werk schuift.",))
        naar = Alinea(Link(f"Naar de pagina van {klant.naam}", f"accounts/{klant.id}/"))
        yield Vouw(klant.naam, (lijst, naar), len(klant.zinnen), open=len(klanten) == 1)
    yield Tussenkop("Wie het drukker of rustiger krijgt", niveau=3)
    yield Opsomming(tuple(last) or ("Niemand: elke maand telt evenveel momenten.",))
