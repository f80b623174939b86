"""The turn of one colleague at one client: what is written down, and the talk."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple

from kwartaalmap import Map

from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.contact.contact import Contactstand
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.adres import Erbij, Zet

NAVRAGEN_NA = timedelta(days=60)
"""A judgement older than this is asked after in the next talk."""
IN_GESPREK = frozenset({"contact", "kennismaking", "verwachtingen", "opstartcheck"})
"""Kinds that a talk does."""
IN_PASSING = frozenset(
    {"toezegging", "toezegging_klant", "canvasactie", "reviewactie", "klacht", "stille_klacht", "koopsignaal"}
)
"""Kinds that may be closed in the line of a talk."""


class Beurt(NamedTuple):
    """One colleague at one client on one day, with what the site asks there."""

    map: Map
    kans: random.Random
    wie: str
    klant: str
    punten: Sequence[Aandachtspunt]
    drukte: float = 1
    """How much more happens by itself than usual."""

    @property
    def situatie(self) -> Situatie:
        """The client as it is now."""
        return self.map.situatie(self.klant, self.wie)

    def dag(self, van: int, tot: int) -> date:
        """A day so many days from today, not typed about this client this week: no repetition is by chance."""
        dagen = [self.map.dag + timedelta(days=verder) for verder in range(van, tot + 1)]
        return self.kans.choice([dag for dag in dagen if (self.klant, str(dag)) not in self.map.getypt] or dagen)

    def meld(self, wat: str, /, **antwoorden: Any) -> None:
        """Write down an event at this client."""
        self.map.meld(self.wie, self.klant, wat, **antwoorden)

    def hand(self, *wijzigingen: Erbij | Zet) -> None:
        """Change the client's file where no event does."""
        self.map.met_de_hand(self.wie, self.klant, *wijzigingen)

    def gebeurt(self, kans: float) -> bool:
        """Whether something with this chance happens."""
        return self.kans.random() < kans * self.drukte


_NUMMER = count(1)


def zin(over: str) -> str:
    """A text that nobody typed before."""
    return f"{over} ({next(_NUMMER)})"


# --- a talk ---


def sprak(beurt: Beurt) -> None:
    """Have the talks that the site asks, and close in the first of them what can be closed in passing."""
    dossier = beurt.map.portefeuille.dossiers[beurt.klant]
    regels = {f"waarom-contact-{regel.regel}": regel for regel in dossier.contact}
    gevraagd: list[Contactstand | None] = [
        regels[p.doel.partition("#")[2]] for p in beurt.punten if p.soort == "contact"
    ]
    kennis = [p.doel.partition("waarom-kennismaking-")[2] for p in beurt.punten if p.soort == "kennismaking"]
    mensen = {p.id: p.laag for p in beurt.situatie.account.contactpersonen if p.id in keuzes("contact", beurt.situatie)}
    eerste = True
    for regel in gevraagd or [None]:
        met = [wie for wie, laag in mensen.items() if regel and (wie in regel.met if regel.met else laag == regel.laag)]
        met = list(
            dict.fromkeys([*met[:1], *(kennis if eerste else []), *([] if regel or kennis else list(mensen)[:1])])
        )
        antwoorden: dict[str, Any] = {"met": met} if met else {}
        if regel and not any(mensen[wie] == regel.laag for wie in met):
            antwoorden["laag"] = regel.laag
        if regel:
            antwoorden["vorm"] = regel.vorm
        if eerste:
            antwoorden |= _in_passing(beurt, met)
        beurt.meld("gesprek", kern=zin("Voortgang besproken"), **antwoorden)
        eerste = False


def _in_passing(beurt: Beurt, met: Sequence[str]) -> dict[str, Any]:
    """What a talk also did: asked after, closed, promised, and what the client let show."""
    antwoorden: dict[str, Any] = {"klopt_nog": _navragen(beurt, met), "klaar": _sluiten(beurt)}
    if beurt.gebeurt(0.25):
        antwoorden |= {"belofte": zin("Overzicht sturen"), "voor_datum": beurt.dag(10, 45)}
    if beurt.gebeurt(0.12):
        soort = beurt.kans.choice(("koop", "klacht", "stille_klacht", "prijs", "concurrent"))
        antwoorden |= {"soort": soort, "signaal": zin("De klant noemde iets")}
    return {naam: waarde for naam, waarde in antwoorden.items() if waarde}


def _navragen(beurt: Beurt, met: Sequence[str]) -> list[str]:
    """What to ask after: all expectations when the site asks, and judgements that grow old."""
    account, mogelijk = beurt.situatie.account, keuzes("klopt", beurt.situatie)
    oud = beurt.map.dag - NAVRAGEN_NA
    namen = [p.id for p in account.contactpersonen if p.id in met and p.houding_op and p.houding_op < oud]
    if any(p.soort in {"verwachtingen", "opstartcheck"} for p in beurt.punten):
        namen += [v.id for v in account.verwachtingen if v.stand != "vervallen"]
    namen += [n for c in account.canvassen for n, vak in c.vakken.items() if vak.oordeel_op and vak.oordeel_op < oud]
    if any(c.inschatting and c.inschatting.op and c.inschatting.op < oud for c in account.contracten):
        namen.append("inschatting")
    return [naam for naam in dict.fromkeys(namen) if naam in mogelijk]


def _sluiten(beurt: Beurt) -> list[str]:
    return [naam for p in beurt.punten if p.soort in IN_PASSING for naam in bedoeld(p, keuzes("klaar", beurt.situatie))]


def bedoeld(punt: Aandachtspunt, mogelijk: dict[str, str]) -> list[str]:
    """The thing that an item on Vandaag is about, by its words."""
    return [naam for naam, woorden in mogelijk.items() if woorden in punt.titel][:1]
