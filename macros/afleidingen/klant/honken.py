"""How far a client is on the bases of a year (domain 1.2, 2.11).

The bases are set out anew every year. A base counts once it is reached on a known day up to the peildatum; after a
restart (`terug_naar_1`) only what was reached on a later day counts, because the work began again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.model.groei import Honkstand, TerugNaar1

LAATSTE_HONK = 11
"""Base 12 belongs to the person, not to the client."""
GEHAALD, EERDER, GEPLAND, BEZIG, OPEN = "gehaald", "eerder", "gepland", "bezig", "open"


@dataclass(frozen=True, slots=True)
class Honkjaar:
    """The bases of one client in one year."""

    jaar: int
    honk_stand: int
    """Number of bases reached since the last restart: 0 to 11."""
    standen: dict[int, str]
    """State of each base 1 to 11: `gehaald`, `eerder` (reached before the restart), `gepland`, `bezig` or `open`."""
    herstart: TerugNaar1 | None
    """The last restart; None when there was none."""

    @property
    def volgende(self) -> int | None:
        """The first base that is not reached; None when all are."""
        return next((nummer for nummer, stand in self.standen.items() if stand != GEHAALD), None)


def honkjaar(honken: Mapping[int, Mapping[int, Honkstand]], jaar: int, peildatum: date) -> Honkjaar | None:
    """Derive the bases of one year; None when they were not set out that year."""
    gezet = honken.get(jaar)
    if not gezet:
        return None
    herstart = _herstart(gezet, peildatum)
    standen = {
        nummer: _stand(gezet.get(nummer), herstart.datum if herstart else None, peildatum)
        for nummer in range(1, LAATSTE_HONK + 1)
    }
    return Honkjaar(jaar, sum(stand == GEHAALD for stand in standen.values()), standen, herstart)


def _herstart(gezet: Mapping[int, Honkstand], peildatum: date) -> TerugNaar1 | None:
    """Find the last restart that has happened; one after the peildatum is planned."""
    geweest = [
        honk.terug_naar_1 for honk in gezet.values() if honk.terug_naar_1 and honk.terug_naar_1.datum <= peildatum
    ]
    return max(geweest, key=lambda terug: terug.datum, default=None)


def _stand(honk: Honkstand | None, herstart: date | None, peildatum: date) -> str:
    """A base reached on an unknown day counts only while there was no restart: nobody knows which came first."""
    if honk is None or honk.stand in {None, OPEN}:
        return OPEN
    if honk.stand == BEZIG:
        return BEZIG
    if honk.datum is not None and honk.datum > peildatum:
        return GEPLAND
    if herstart is not None and (honk.datum is None or honk.datum <= herstart):
        return EERDER
    return GEHAALD
