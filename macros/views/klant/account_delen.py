"""The rest of a client page: its parts folded, each with what is in it in a few words, and last what is still empty.

The family's file names the parts, in its order and by its headings. What holds nothing is not a part of the page: all
of that stands together in one fold, each with what filling it would bring and the way to do it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.views.canvas.canvasfeiten import canvaslijst
from macros.views.delen.stukken import Link
from macros.views.delen.vastleggen import bladzijde, situatie_van
from macros.views.delen.veranderd import TEKEN, Gewijzigd
from macros.views.delen.werklijst import Deel, Werklijst
from macros.views.klant import deelwoorden
from macros.views.klant.account_afspraken import account_beloften, account_verwachtingen
from macros.views.klant.account_contracten import account_contracten
from macros.views.klant.account_kansen import account_kansen
from macros.views.klant.account_mensen import account_driehoek, account_mensen, account_web
from macros.views.klant.account_nu import (
    account_gaten,
    account_huiswerk,
    account_lessen,
    account_methode,
    account_momenten,
)
from macros.views.klant.account_tevredenheid import account_tevredenheid
from macros.views.klant.account_tijdlijn import account_contact, account_tijdlijn
from macros.views.klant.account_veranderd import (
    VERANDERD,
    account_veranderd,
    gewijzigd_per_deel,
    veranderd_in_woorden,
)
from macros.views.klant.accountover import account_over
from macros.views.klant.klantoverzicht import account_zicht
from macros.views.render import Inhoud, View


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of part."""

    maak: Callable[[Dossier], View]
    woorden: Callable[[Dossier], str]
    """What is in it, for on its fold; empty when it holds nothing."""
    gebeurtenis: str = ""
    """The event that puts the first thing in it; empty where only the form of the part does."""


SOORTEN: Mapping[str, Soort] = {
    "over": Soort(account_over, deelwoorden.over),
    "momenten": Soort(account_momenten, deelwoorden.momenten, "nieuw-contract"),
    "methode": Soort(account_methode, deelwoorden.methode),
    "klantbeeld": Soort(account_huiswerk, deelwoorden.klantbeeld),
    "lessen": Soort(account_lessen, deelwoorden.lessen, "les"),
    "contracten": Soort(account_contracten, deelwoorden.contracten, "nieuw-contract"),
    "canvas": Soort(canvaslijst, deelwoorden.canvas, "canvas-begonnen"),
    "driehoek": Soort(account_driehoek, deelwoorden.driehoek),
    "mensen": Soort(account_mensen, deelwoorden.mensen, "nieuw-gezicht"),
    "web": Soort(account_web, deelwoorden.web),
    "verwachtingen": Soort(account_verwachtingen, deelwoorden.verwachtingen),
    "beloften": Soort(account_beloften, deelwoorden.beloften, "belofte"),
    "contact": Soort(account_contact, deelwoorden.contact, "gesprek"),
    "tevredenheid": Soort(account_tevredenheid, deelwoorden.tevredenheid, "cijfer"),
    "kansen": Soort(account_kansen, deelwoorden.kansen, "kans"),
    VERANDERD: Soort(account_veranderd, veranderd_in_woorden),
    "tijdlijn": Soort(account_tijdlijn, deelwoorden.tijdlijn, "gesprek"),
    "zicht": Soort(account_zicht, deelwoorden.zicht),
    "gaten": Soort(account_gaten, deelwoorden.gaten),
}
"""By the id of its heading."""
OP = frozenset({"methode", "klantbeeld", "lessen", "gaten"})
"""Parts that are empty when all is well: nobody is asked to fill them."""


@dataclass(frozen=True, slots=True)
class Deelblad:
    """One part that holds something."""

    teken: ClassVar[str] = TEKEN
    anker: str
    kop: str
    woorden: str
    inhoud: View
    merken: tuple[Gewijzigd, ...] = ()
    """What changed in it since the last talk."""


@dataclass(frozen=True, slots=True)
class Leegte:
    """Something of a client page that holds nothing yet."""

    anker: str
    """Id of the part that this stands for; empty for a list of a part that holds other things."""
    kop: str
    waartoe: Inhoud
    vul: Link | None
    """The way to put the first thing in it."""
    lijst: str = ""
    """Id of the list itself, where it has one."""


@dataclass(frozen=True)
class AccountDelen:
    """What `account_delen.html` may use."""

    template: ClassVar[str] = "account_delen.html"
    delen: tuple[Deelblad, ...]
    leeg: tuple[Leegte, ...]
    in_orde: tuple[Leegte, ...]
    """What is empty because all is well."""
    namen: str
    """What is empty, for on its fold."""


def account_delen(dossier: Dossier, koppen: Mapping[str, str]) -> AccountDelen:
    """Show the parts by the ids of `koppen`, under its headings and in its order.

    Raises KeyError for an id that is no part.
    """
    delen: list[Deelblad] = []
    leeg: list[Leegte] = []
    merken = gewijzigd_per_deel(dossier)
    for anker, kop in koppen.items():
        if anker == VERANDERD and not dossier.gedeeld.geschiedenis.is_er:
            continue
        soort = SOORTEN[anker]
        inhoud, zonder = _zonder_leeg(soort.maak(dossier))
        vol = bool(inhoud.delen) if isinstance(inhoud, Werklijst) else bool(soort.woorden(dossier))
        if vol:
            delen.append(Deelblad(anker, kop, soort.woorden(dossier), inhoud, merken.get(anker, ())))
            naar = Link("Naar het deel", f"accounts/{dossier.id}/#{anker}", scherm=True)
            leeg += (Leegte("", str(een.kop), een.leeg, naar, een.anker) for een in zonder)
        elif zonder:
            ankers = (anker, *[""] * len(zonder))
            leeg += (
                Leegte(plek, str(een.kop), een.leeg, _vul(dossier, soort), een.anker)
                for plek, een in zip(ankers, zonder, strict=False)
            )
        else:
            leeg.append(Leegte(anker, kop, deelwoorden.WAARTOE[anker], _vul(dossier, soort)))
    open_ = tuple(een for een in leeg if een.anker not in OP)
    in_orde = tuple(een for een in leeg if een.anker in OP)
    return AccountDelen(tuple(delen), open_, in_orde, ", ".join(een.kop.lower() for een in open_))


def _zonder_leeg(inhoud: View) -> tuple[View, list[Deel]]:
    """Take the empty lists out of a part that is short lists, and give them apart."""
    if not isinstance(inhoud, Werklijst):
        return inhoud, []
    vol = tuple(deel for deel in inhoud.delen if _holds(deel))
    return replace(inhoud, delen=vol), [deel for deel in inhoud.delen if not _holds(deel)]


def _holds(deel: Deel) -> bool:
    return bool(deel.regels or deel.delen or deel.noot)


def _vul(dossier: Dossier, soort: Soort) -> Link | None:
    gebeurtenis = GEBEURTENISSEN.get(soort.gebeurtenis)
    if gebeurtenis is None or not gebeurtenis.past(situatie_van(dossier)):
        return None
    return Link(gebeurtenis.titel, f"{bladzijde(dossier.id)}#{gebeurtenis.id}")
