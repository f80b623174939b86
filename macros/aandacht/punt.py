"""One thing that needs a person: how it is made, and which of two comes first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.afleidingen.bezetting import vervangingen
from macros.afleidingen.datums import dagen_te_laat, stand
from macros.afleidingen.uitstel import lopend_uitstel
from macros.dossier import Dossier

STANDEN = ("te_laat", "deze_week", "deze_maand")
"""The standings that ask for attention, the most pressing first."""
SEGMENTEN = ("A", "B", None, "C")
"""Whose delay hurts most; a client without a segment may be an important one."""


class Soort(NamedTuple):
    """A kind of work: how much it hurts when it is late, and how to see that it is done."""

    pijn: int
    """1 the contract slips away or runs on without us, 2 the client waits for us, 3 our preparation, 4 the rhythm."""
    klaar_als: str
    """What the file says when it is done, as the end of the sentence "Klaar als …"."""


SOORTEN = {
    "einddatum_voorbij": Soort(1, "bij het contract een uitkomst, verlenging of opzegging staat"),
    "opzegdeadline": Soort(1, "het verlengbesluit bij het contract staat"),
    "optie": Soort(1, "bij de optie staat of die gelicht is"),
    "publicatie": Soort(1, "de aanbesteding gepubliceerd is, of een andere publicatiedatum bij het contract staat"),
    "voorstel": Soort(1, "bij het voorstel staat wanneer het verstuurd is"),
    "aankondigen": Soort(2, "de klant het weet, en bij het voorstel staat wanneer dat besproken is"),
    "klacht": Soort(2, "bij het signaal staat wanneer het opgevolgd is"),
    "herstelplan": Soort(2, "bij de evaluatie een herstelplan staat"),
    "toezegging": Soort(2, "de toezegging op nagekomen staat"),
    "kennismaking": Soort(2, "bij de contactpersoon staat wanneer de kennismaking was"),
    "signaal": Soort(2, "bij het signaal staat wanneer de actiestap gedaan is"),
    "canvas": Soort(3, "alle vakken van het canvas gevuld en bijgewerkt zijn"),
    "verlengbesluit": Soort(3, "het verlengbesluit bij het contract staat"),
    "start_retentiefase": Soort(3, "het canvas begonnen is"),
    "tussenevaluatie": Soort(3, "de tussenevaluatie op het canvas staat"),
    "frisse_blik": Soort(3, "de frisse blik met zijn datum in het bestand staat"),
    "terugblik": Soort(3, "de terugblik met minstens één les in het bestand staat"),
    "evaluatie": Soort(3, "de evaluatie met beide cijfers in het bestand staat"),
    "actie": Soort(3, "de actie op klaar staat"),
    "contact": Soort(4, "het gesprek als contactmoment in het bestand staat"),
    "bericht": Soort(4, "het bericht in de lijst met berichten staat"),
}


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """One thing that somebody has to do."""

    account: str
    """Id of the client."""
    account_naam: str
    """Name of the client."""
    segment: str | None
    """Segment of the client."""
    wie: str
    """Id of the colleague who should act, the deputy of who is away."""
    soort: str
    """Key of SOORTEN."""
    titel: str
    """What to do, as a short order."""
    datum: date
    """Last day for it."""
    stand: str
    """`te_laat`, `deze_week` or `deze_maand`."""
    dagen_te_laat: int
    """0 when not late."""
    waarom: str
    """Why now, in a few words; may be empty when the day says it all."""
    klaar_als: str
    """What done means, as the end of the sentence "Klaar als …"."""
    doel: str
    """Path below the root of the site where the facts stand, with an anchor."""


class Maker:
    """Makes the points of one client; knows its day, its people and what may wait."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._uitgesteld = lopend_uitstel(dossier.account, dossier.peildatum)
        self._invallers = {
            inval.voor: inval.door
            for inval in vervangingen(dossier.gedeeld.personen)
            if inval.geldt(dossier.peildatum)
        }

    def punt(  # noqa: PLR0913  each is a fact of the point
        self,
        soort: str,
        titel: str,
        datum: date | None,
        *,
        waarom: str,
        anker: str,
        wie: str | None,
        wacht: Iterable[str] = (),
    ) -> Iterator[Aandachtspunt]:
        """Give the point, unless it has no day, lies further than a month away, or may wait.

        `anker` is an anchor on the client page, or a path below it when it holds a slash. `wie` None is the account
        manager. `wacht` are the subjects of an `uitstel` that would cover this point, besides `soort` itself.
        """
        dossier = self.dossier
        if datum is None or any(onderwerp in self._uitgesteld for onderwerp in (soort, *wacht)):
            return
        hoe_dichtbij = stand(datum, dossier.peildatum, dossier.gedeeld.instellingen)
        if hoe_dichtbij not in STANDEN:
            return
        wie = wie if wie in dossier.gedeeld.personen else dossier.account.driehoek.accountmanager
        yield Aandachtspunt(
            account=dossier.id,
            account_naam=dossier.naam,
            segment=dossier.segment.waarde,
            wie=self._invallers.get(wie, wie),
            soort=soort,
            titel=titel,
            datum=datum,
            stand=hoe_dichtbij,
            dagen_te_laat=dagen_te_laat(datum, dossier.peildatum),
            waarom=waarom,
            klaar_als=SOORTEN[soort].klaar_als,
            doel=f"accounts/{dossier.id}/{anker if '/' in anker else f'#{anker}'}",
        )


def volgorde(punt: Aandachtspunt) -> tuple[int, int, int, int, date, str, str]:
    """Sort late work by what hurts most (kind of pain, segment, how long), the rest by its day."""
    pijn, segment = SOORTEN[punt.soort].pijn, SEGMENTEN.index(punt.segment)
    stap = STANDEN.index(punt.stand)
    if punt.stand == "te_laat":
        return stap, pijn, segment, -punt.dagen_te_laat, punt.datum, punt.account, punt.titel
    return stap, punt.datum.toordinal(), pijn, segment, punt.datum, punt.account, punt.titel
