"""One thing that is open between us and a client: whose it is, for which day, and what is missing about it.

A name is missing when nobody has it, or when the colleague who had it left without a deputy. A day is missing where the
file should hold one; a buying signal has none by nature (domain 2.5).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.afleidingen.contact.aanwezigheid import opvolger, waarnemer
from macros.afleidingen.contract.datums import stand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.uitstel import lopend_uitstel, uitstel_van
from macros.model.account import Uitstel

ZONDER_DATUM, UITGESTELD = "zonder_datum", "uitgesteld"
"""Standings beside those of `datums.stand`."""


class Soort(NamedTuple):
    """A kind of open thing."""

    woord: str
    """What it is."""
    klaar_als: str
    """What the file says when it is done, as the end of the sentence "Klaar als …"."""
    heeft_datum: bool = True
    """Whether the file should hold a day for it."""


SOORTEN = {
    "canvasactie": Soort("Actie uit het canvas", "de actie op klaar staat"),
    "herstelactie": Soort("Actie uit een herstelplan", "het nieuwe cijfer bij het herstelplan staat"),
    "reviewactie": Soort("Actie uit de frisse blik", "de actie op klaar staat"),
    "actiestap": Soort("Actiestap uit een les", "bij het signaal staat wanneer de stap gedaan is"),
    "toezegging": Soort("Toezegging van ons", "de toezegging op nagekomen staat"),
    "aanname": Soort("Aanname", "bij de aanname staat of die klopt"),
    "klacht": Soort("Klacht", "bij het signaal staat wanneer het opgevolgd is"),
    "stille_klacht": Soort("Stille klacht", "bij het signaal staat wanneer het opgevolgd is"),
    "koopsignaal": Soort("Koopsignaal", "bij het signaal de kans staat", heeft_datum=False),
    "toezegging_klant": Soort("Toezegging van de klant", "de toezegging op nagekomen staat"),
}
"""The kinds, in reading order."""


@dataclass(frozen=True, slots=True)
class Openstaand:
    """One open thing."""

    soort: str
    """Key of SOORTEN."""
    account: str
    """Id of the client."""
    account_naam: str
    """Name of the client."""
    segment: str | None
    """Segment of the client."""
    wie: str | None
    """Colleague who should act, the deputy of who is away; None when that is nobody."""
    van: str | None
    """Whose name stands in the file, on our side or the client's."""
    datum: date | None
    """Last day for it."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd`, `zonder_datum` or `uitgesteld`."""
    titel: str
    """What is open, in the words of the file."""
    bij: str
    """What the file adds, as the end of a sentence: when it was promised, how it is tested; may be empty."""
    doel: str
    """Path below the root of the site where the facts stand, with an anchor."""
    uitstel: Uitstel | None
    """What lets it wait today, if anything."""

    @property
    def mist(self) -> tuple[str, ...]:
        """What nobody filled in: `naam`, `datum`, or both."""
        namen = ("naam",) if self.wie is None else ()
        return (*namen, "datum") if self.datum is None and SOORTEN[self.soort].heeft_datum else namen

    @property
    def waarom(self) -> str:
        """What kind of thing it is and what the file adds: "Toezegging van ons, beloofd op 27 februari 2026"."""
        return ", ".join(filter(None, (SOORTEN[self.soort].woord, self.bij)))

    @property
    def klaar_als(self) -> str:
        """What done means, as the end of the sentence "Klaar als …"."""
        return SOORTEN[self.soort].klaar_als


class Maker:
    """Makes the open things of one client; knows its people and what may wait."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._uitstellen = lopend_uitstel(dossier.account, dossier.peildatum)

    def maak(  # noqa: PLR0913  each is a fact of the thing
        self,
        soort: str,
        titel: str,
        datum: date | None,
        *,
        wie: str | None,
        doel: str,
        van: str | None = None,
        bij: str = "",
        wacht: tuple[str, ...] = (),
    ) -> Iterator[Openstaand]:
        """Give the thing.

        `doel` is a path or anchor on the client page, `wacht` are the subjects of an `uitstel` that would cover it.
        """
        dossier = self.dossier
        uitstel = uitstel_van(wacht, self._uitstellen)
        yield Openstaand(
            soort=soort,
            account=dossier.id,
            account_naam=dossier.naam,
            segment=dossier.segment.waarde,
            wie=self._wie(wie),
            van=van or wie,
            datum=datum,
            stand=UITGESTELD if uitstel else self._stand(datum),
            titel=titel,
            bij=bij,
            doel=f"accounts/{dossier.id}/{doel}",
            uitstel=uitstel,
        )

    def _wie(self, wie: str | None) -> str | None:
        """Find who acts: who is named, the deputy of who is away or left, None when nobody is there."""
        personen, peildatum = self.dossier.gedeeld.personen, self.dossier.peildatum
        if wie is None or wie not in personen:
            return None
        return waarnemer(wie, personen, peildatum) or opvolger(wie, personen, peildatum)

    def _stand(self, datum: date | None) -> str:
        if datum is None:
            return ZONDER_DATUM
        return stand(datum, self.dossier.peildatum, self.dossier.gedeeld.instellingen)
