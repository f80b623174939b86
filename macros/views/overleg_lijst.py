"""Overleg: with whom to talk, and in words what the talk is about. By name, never a comparison of colleagues."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from macros import taal
from macros.dossier import Dossier
from macros.portefeuille import Portefeuille
from macros.views.punten import alle_punten
from macros.views.wanneer import hoofdletter, telwoord


@dataclass(frozen=True, slots=True)
class Gesprek:
    """One colleague."""

    id: str
    """Id of the colleague."""
    naam: str
    """Name of the colleague."""
    tekst: str
    """What it is about, in words."""


@dataclass(frozen=True)
class OverlegLijst:
    """What `overleg_lijst.html` may use."""

    template: ClassVar[str] = "overleg_lijst.html"
    gesprekken: tuple[Gesprek, ...]
    """Account managers, by name."""
    anderen: tuple[Gesprek, ...]
    """Other colleagues in the team who work here now, by name."""


def overleg_lijst(portefeuille: Portefeuille) -> OverlegLijst:
    """Make the list of talks."""
    per_persoon: dict[str, list[Dossier]] = {}
    for dossier in portefeuille.dossiers.values():
        per_persoon.setdefault(dossier.account.driehoek.accountmanager, []).append(dossier)
    punten = Counter(punt.wie for punt in alle_punten(portefeuille))
    gesprekken, anderen = [], []
    for persoon in sorted(portefeuille.gedeeld.personen.values(), key=lambda persoon: persoon.naam):
        weg = persoon.uit_dienst_op is not None and persoon.uit_dienst_op < portefeuille.peildatum
        if persoon.id in per_persoon:
            tekst = _woorden(per_persoon[persoon.id])
            gesprekken.append(Gesprek(persoon.id, persoon.naam, f"Werkt hier niet meer. {tekst}" if weg else tekst))
        elif not weg:
            anderen.append(Gesprek(persoon.id, persoon.naam, _dingen(punten[persoon.id])))
    return OverlegLijst(tuple(gesprekken), tuple(anderen))


def _woorden(dossiers: Iterable[Dossier]) -> str:
    """Say how many clients there are and what stands out among them."""
    lopend = [dossier for dossier in dossiers if dossier.fase.waarde not in {None, "beeindigd"}]
    canvas = Counter(dossier.canvas_stand for dossier in lopend)
    zinnen = [
        _aantal(sum(d.klantbeeld.niveau == "zorg" for d in lopend), "klant geeft zorg", "klanten geven zorg"),
        _aantal(sum(d.fase.waarde == "verlopen" for d in lopend), "einddatum is voorbij", "einddatums zijn voorbij"),
        _aantal(canvas["ontbreekt"], "canvas is nog niet begonnen", "canvassen zijn nog niet begonnen"),
        _aantal(canvas["verouderd"], "canvas ligt stil", "canvassen liggen stil"),
    ]
    hoeveel = _aantal(len(lopend), "klant", "klanten") or "geen lopende klanten"
    return hoofdletter(f"{hoeveel}; {taal.opsomming([zin for zin in zinnen if zin]) or 'niets bijzonders'}.")


def _dingen(aantal: int) -> str:
    dingen = _aantal(aantal, "ding", "dingen")
    return hoofdletter(f"{dingen} te doen, te laat of deze maand.") if dingen else "Niets dat deze maand moet."


def _aantal(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Write a count in words; nothing for none."""
    return f"{telwoord(aantal)} {enkelvoud if aantal == 1 else meervoud}" if aantal else ""
