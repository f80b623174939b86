"""One thing that is open between us and a client: whose it is, for which day, and what is missing about it.

A name is missing when nobody has it, or when the colleague who had it left without a deputy. A day is missing where the
file should hold one; a buying signal has none by nature (domain 2.5).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.aanwezigheid import doet
from macros.afleidingen.contract.datums import stand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.uitstel import lopend_uitstel, uitstel_van
from macros.model.account import Uitstel
from macros.model.werk import SOORTEN, namen

ZONDER_DATUM, UITGESTELD = "zonder_datum", "uitgesteld"
"""Standings beside those of `datums.stand`."""
ZONDER_DAG = "koopsignaal"
"""The kind that has no day by nature: a talk shows an interest, the file says no more."""


@dataclass(frozen=True, slots=True)
class Openstaand:
    """One open thing."""

    soort: str
    """Key of SOORTEN."""
    id: str
    """The client."""
    naam: str
    segment: str | None
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
        naam = ("naam",) if self.wie is None else ()
        return (*naam, "datum") if self.datum is None and self.soort != ZONDER_DAG else naam

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

        `doel` is a path or anchor on the client page, `wacht` are the subjects of an `uitstel` that would cover it,
        besides the names of its kind.
        """
        dossier = self.dossier
        uitstel = uitstel_van((*namen(soort), *wacht), self._uitstellen)
        yield Openstaand(
            soort=soort,
            id=dossier.id,
            naam=dossier.naam,
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
        return doet(wie, personen, peildatum) if wie else None

    def _stand(self, datum: date | None) -> str:
        if datum is None:
            return ZONDER_DATUM
        return stand(datum, self.dossier.peildatum, self.dossier.gedeeld.instellingen)
