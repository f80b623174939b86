"""Overleg: with whom to talk, and in words what the talk is about. By name, never a comparison of colleagues."""

from collections import Counter
from collections.abc import Iterable

from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.contact.bezetting import in_dienst
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Blad, Feiten, Leeg, Tussenkop
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.punten import alle_punten
from macros.views.delen.stukken import Link
from macros.views.delen.wanneer import hoofdletter, telwoord
from macros.views.overleg.bespreken import Bespreek, besprekingen, loopt_niet
from macros.views.overleg.kring import kringen
from macros.views.render import Inhoud
from macros.woorden import taal

ANDEREN = "Andere collega's"


@overzicht
def overleg_lijst(portefeuille: Portefeuille) -> Blad:
    """Make the list of talks: account managers with something to discuss, the quiet ones, the others who work here."""
    kring, punten = kringen(portefeuille), alle_punten(portefeuille).van
    besproken = besprekingen(portefeuille)
    delen: dict[str, list[tuple[Inhoud, Inhoud]]] = {"Iets te bespreken": [], "Verder rustig": [], ANDEREN: []}
    for persoon in sorted(portefeuille.gedeeld.personen.values(), key=lambda persoon: persoon.naam):
        weg = not in_dienst(persoon, portefeuille.peildatum)
        link = Link(persoon.naam, f"overleg/{persoon.id}/")
        if klanten := kring[persoon.id].klanten:
            zinnen = _zinnen(klanten, besproken, punten.get(persoon.id, ()))
            tekst = f"{_hoeveel(klanten)}; {taal.opsomming(zinnen) or 'niets bijzonders'}."
            deel = delen["Iets te bespreken" if zinnen else "Verder rustig"]
            deel.append((link, f"Werkt hier niet meer. {tekst}" if weg else tekst))
        elif not weg:
            delen[ANDEREN].append((link, _dingen(len(punten.get(persoon.id, ())))))
    ankers = {ANDEREN: "anderen"}
    geen = Leeg("Er is nog geen klant, dus ook geen overleg.") if not any(list(delen.values())[:2]) else None
    blokken = ((Tussenkop(kop, ankers.get(kop, "")), Feiten(tuple(paren))) for kop, paren in delen.items() if paren)
    return Blad("overleg-lijst", (geen, *(blok for paar in blokken for blok in paar)))


def _hoeveel(klanten: Iterable[Dossier]) -> str:
    lopend = sum(not loopt_niet(dossier) for dossier in klanten)
    return hoofdletter(_aantal(lopend, "klant", "klanten") or "geen lopende klanten")


def _zinnen(klanten: Iterable[Dossier], besproken: dict[str, Bespreek], punten: Iterable[Aandachtspunt]) -> list[str]:
    """Say what stands out among these clients, and what is late in this name."""
    lopend = [dossier for dossier in klanten if not loopt_niet(dossier)]
    canvas = Counter(dossier.canvas_stand for dossier in lopend)
    laat = Counter(punt.soort for punt in punten if punt.stand == "te_laat")
    besluiten = sum(any(onderwerp.kop == "Besluit" for onderwerp in besproken[d.id].onderwerpen) for d in lopend)
    zinnen = (
        _aantal(sum(d.klantbeeld.niveau == "zorg" for d in lopend), "klant geeft zorg", "klanten geven zorg"),
        _aantal(besluiten, "klant vraagt een besluit", "klanten vragen een besluit"),
        _aantal(sum(d.fase.waarde == "verlopen" for d in lopend), "einddatum is voorbij", "einddatums zijn voorbij"),
        _aantal(canvas["ontbreekt"], "canvas is nog niet begonnen", "canvassen zijn nog niet begonnen"),
        _aantal(canvas["verouderd"], "canvas ligt stil", "canvassen liggen stil"),
        _aantal(laat["toezegging"], "belofte is te laat", "beloften zijn te laat"),
    )
    return [zin for zin in zinnen if zin]


def _dingen(aantal: int) -> str:
    dingen = _aantal(aantal, "ding", "dingen")
    return hoofdletter(f"{dingen} te doen, te laat of deze maand.") if dingen else "Niets dat deze maand moet."


def _aantal(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Write a count in words; nothing for none."""
    return f"{telwoord(aantal)} {enkelvoud if aantal == 1 else meervoud}" if aantal else ""
