"""Every kind of work, by what suffers: by when and whose it is, when it is done, and what an `uitstel` may call it."""

from collections.abc import Iterator
from dataclasses import fields

from markupsafe import Markup

from macros.model.werk import PIJN, SOORTEN, Soort, namen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Blad
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Link, Zacht
from macros.views.render import Inhoud
from macros.woorden import taal

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
