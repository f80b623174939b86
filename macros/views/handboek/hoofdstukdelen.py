"""What chapters of the handbook show beside their text: clients of today, words, kinds of work, the sample client."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from macros.model.werk import PIJN, SOORTEN, Soort, namen
from macros.portefeuille.hoofdstukken import WIJZERS, gevallen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Leeg, Opsomming
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Link, Zacht, genoemd
from macros.views.render import Inhoud
from macros.woorden import taal
from macros.woorden.begrippen import Begrip, begrippenlijst, zonder_accenten

EERST = 12
"""Clients that stand on the page; the others are counted."""


def nu_in_portefeuille(portefeuille: Portefeuille, hoofdstuk: str) -> Blad:
    """List the clients of today; raises ValueError for a chapter that nobody wrote a condition for."""
    if hoofdstuk not in {wijzer.hoofdstuk for wijzer in WIJZERS}:
        raise ValueError(f"'{hoofdstuk}' staat niet in macros/portefeuille/hoofdstukken.py; zet daar wanneer het helpt")
    alle = gevallen(portefeuille, hoofdstuk)
    if not alle:
        return Blad("", (Leeg("Vandaag geldt dit bij geen enkele klant."),))
    lijst = Opsomming(tuple((genoemd(raad.dossier), Bij(raad.reden)) for raad in alle[:EERST]))
    meer = f"En nog {taal.aantal(len(alle) - EERST, 'klant', 'klanten')}."
    verder = Alinea((meer, Link("Alle klanten", "accounts/")), zacht=True) if len(alle) > EERST else None
    return Blad("", (lijst, verder))


@dataclass(frozen=True)
class Begrippen:
    """What `begrippen.html` may use."""

    template: ClassVar[str] = "begrippen.html"
    letters: tuple[tuple[str, tuple[Begrip, ...]], ...]
    """The words that begin with each letter, in the order of the alphabet."""


def begrippen() -> Begrippen:
    """Make the list of words."""
    alle = sorted(begrippenlijst().begrippen, key=lambda begrip: begrip.id)
    groepen = groupby(alle, key=lambda begrip: zonder_accenten(begrip.woord)[0].upper())
    return Begrippen(tuple((letter, tuple(groep)) for letter, groep in groepen))


Rij = tuple[str, Soort]


def werksoorten(portefeuille: Portefeuille) -> Blad:
    """List the kinds of work, what hurts most first; their days are counted with the settings of this team."""
    nu = portefeuille.gedeeld.instellingen
    instellingen = {veld.name: taal.tekst(getattr(nu, veld.name)) for veld in fields(nu)}
    kolommen = (
        Kolom[Rij]("Wat", _wat),
        Kolom[Rij]("Uiterlijk", lambda rij: rij[1].uiterlijk.format_map(instellingen) or Zacht("niet op Vandaag")),
        Kolom[Rij]("Van wie", lambda rij: rij[1].wie),
        Kolom[Rij]("In een uitstel", lambda rij: list(_uitstel(rij))),
    )
    rijen = [(pijn, [rij for rij in SOORTEN.items() if rij[1].pijn == pijn]) for pijn in PIJN]
    return Blad("werksoorten", tuple(register(PIJN[pijn], kolommen, samen) for pijn, samen in rijen))


def _wat(rij: Rij) -> Inhoud:
    return Link(rij[1].woord, f"handboek/{rij[1].handboek}"), Bij(f"Klaar als {rij[1].klaar_als}")


def _uitstel(rij: Rij) -> Iterator[Inhoud]:
    """What a file may call it: homework that has stages by each of them, for one stage waits without the others."""
    naam, soort = rij
    if not soort.per_klant:
        yield Zacht("kan niet")
        return
    for woord in dict.fromkeys((*namen(naam), *soort.huiswerk)):
        yield Markup("<code>{}</code>").format(Markup("_<wbr>").join(woord.split("_")))  # long for a narrow column


@dataclass(frozen=True)
class Voorbeelddeel:
    """What `voorbeelddeel.html` may use."""

    template: ClassVar[str] = "voorbeelddeel.html"
    dag: str
    inhoud: Markup
