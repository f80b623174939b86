"""Who is around a client and what was promised both ways, as the first screen of its page says it."""

from collections.abc import Iterator

from macros.afleidingen.contact.driehoek import Driehoekstand
from macros.afleidingen.contact.web import aanwezigen
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_toezeggingen
from macros.model.team import Contactpersoon
from macros.portefeuille.klantfeiten import driehoek_van
from macros.views.delen.blad import Feiten, Leeg, Opsomming
from macros.views.delen.stukken import Bij, Link, Over, Zacht, geleden
from macros.views.klant.account_afspraken import toezeggingregel
from macros.views.klant.account_mensen import NIEMAND, ROLLEN, houding, vervuld_door
from macros.views.render import Inhoud
from macros.woorden.labels import Label

BESLISSERS = 2
"""Deciders of the client that stand on the first screen."""
BELOFTEN = 2
"""Promises of each side that stand there."""
ONBEKEND = Label("Nog niet bekend", "▲", "let-op")
NODIG = frozenset({"accountmanager", "contractmanager"})
"""Roles that a client always asks for; without a project or a sponsor nothing is missing."""


def mensen(dossier: Dossier) -> Inhoud:
    """Name our triangle with who stands in, and the deciders of the client with how they look at us."""
    hoek = driehoek_van(dossier)
    return Feiten((*_driehoek(dossier, hoek), ("Beslist bij de klant", _beslissers(dossier))))


def _driehoek(dossier: Dossier, hoek: Driehoekstand) -> Iterator[tuple[Inhoud, Inhoud]]:
    mist = {punt.split(".")[1] for gat in dossier.gaten if (punt := gat.veld).startswith("driehoek.")}
    for rol, naam, veld in ROLLEN:
        wie = vervuld_door(dossier, hoek, rol)
        if rol == "accountmanager":
            yield naam, Link(wie, f"overleg/{dossier.account.driehoek.accountmanager}/")
        elif wie or rol in NODIG or veld in mist:
            yield naam, wie or NIEMAND


def _beslissers(dossier: Dossier) -> Inhoud:
    nu = aanwezigen(dossier.account.contactpersonen, dossier.peildatum)
    beslissers = [een for een in nu if een.rol_bvt == "beslisser"]
    naar = f"accounts/{dossier.id}/#mensen"
    if not beslissers:
        return Link(ONBEKEND, naar)
    rest = len(beslissers) - BESLISSERS
    return (
        *(_beslisser(dossier, een) for een in beslissers[:BESLISSERS]),
        Bij(Link(f"en nog {rest}", naar)) if rest > 0 else None,
    )


def _beslisser(dossier: Dossier, persoon: Contactpersoon) -> Inhoud:
    """Name a decider, with the function, the attitude and the last talk."""
    op, (label, _) = dossier.gesproken.get(persoon.id), houding(dossier, persoon)
    functie = f", {persoon.functie}" if persoon.functie != persoon.naam else ""
    gesproken = (
        Over(op, f"gesproken {geleden(op, dossier.peildatum)}", "geleden") if op else Zacht("nog niet gesproken")
    )
    return f"{persoon.naam}{functie}", label, Bij(gesproken)


def beloften(dossier: Dossier) -> Inhoud:
    """List the first open promises of both sides, or say that there are none."""
    kanten = [(kop, open_toezeggingen(dossier.account, van)) for kop, van in (("Wij", "wij"), ("De klant", "klant"))]
    if not any(eigen for _, eigen in kanten):
        return Leeg("Wij en de klant hebben nu niets openstaan.")
    return Feiten(
        tuple(
            (
                kop,
                (
                    Opsomming(tuple(toezeggingregel(dossier, een).wat for een in eigen[:BELOFTEN])),
                    Bij(Link(f"en nog {rest}", f"accounts/{dossier.id}/#beloften")) if rest > 0 else None,
                )
                if eigen
                else Zacht("niets open"),
            )
            for kop, eigen in kanten
            for rest in (len(eigen) - BELOFTEN,)
        )
    )
