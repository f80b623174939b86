"""Where our web of relations at the client has holes (domain 2.5, 2.11)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.model.mensen import Contactpersoon

ADJECTIEF = {"strategisch": "strategische", "tactisch": "tactische", "operationeel": "operationele"}
"""The layers, in the order of the site, as an adjective."""
ROL = {"beslisser": "beslisser", "beinvloeder": "beïnvloeder"}
"""The roles that decide or are heard, as a word."""


@dataclass(frozen=True, slots=True)
class Webgat:
    """One hole in the web."""

    soort: str
    """`te_weinig_relaties`, `geen_beslisser` or `lege_laag`."""
    wie: str | None
    """Contact person, layer, or None."""
    tekst: str


def aanwezig(persoon: Contactpersoon, peildatum: date) -> bool:
    """Whether this person has not left the client on the peildatum."""
    return persoon.vertrokken_op is None or persoon.vertrokken_op > peildatum


def beslist_mee(persoon: Contactpersoon) -> bool:
    """Whether this person decides, or is heard when others decide."""
    return persoon.rol_bvt in ROL


def web_gaten(contactpersonen: Sequence[Contactpersoon], minimaal: int, peildatum: date) -> tuple[Webgat, ...]:
    """Deciders too few of us know, then no decider at all, then layers where we know nobody.

    `minimaal` is the setting `relaties_minimaal`.
    """
    return tuple(_gaten([persoon for persoon in contactpersonen if aanwezig(persoon, peildatum)], minimaal))


def _gaten(personen: list[Contactpersoon], minimaal: int) -> Iterator[Webgat]:
    for persoon in personen:
        # A colleague who is named twice is one.
        bekend = len(set(persoon.relaties))
        if beslist_mee(persoon) and bekend < minimaal:
            rol = ROL[persoon.rol_bvt or ""]
            tekst = f"{persoon.naam}: {bekend} van minstens {minimaal} collega's kennen deze {rol}"
            yield Webgat("te_weinig_relaties", persoon.id, tekst)
    if not any(persoon.rol_bvt == "beslisser" for persoon in personen):
        yield Webgat("geen_beslisser", None, "Geen beslisser bekend")
    bezet = {persoon.laag for persoon in personen}
    for laag, adjectief in ADJECTIEF.items():
        if laag not in bezet:
            yield Webgat("lege_laag", laag, f"Niemand bekend in de {adjectief} laag")
