"""The round over all lessons: each account manager ticks it for the own clients, weekly or monthly (domain 3.8)."""

from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.bezetting import vervangingen
from macros.afleidingen.contract import datums
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    feit,
    in_dagen,
    instelling,
    nvt,
    regel,
    uitkomst,
)
from macros.model.gedeeld import Gedeeld
from macros.model.team import Persoon

HANDBOEK = "lessen/#ronde"
NOOIT = "nooit"
GEEN_LESSEN = nvt("er zijn nog geen lessen om na te lopen", handboek=HANDBOEK)


@dataclass(frozen=True, slots=True)
class Ronde:
    """Where the round of one account manager stands."""

    laatste: date | None
    """Last round; None when there never was one."""
    volgende: VerklaardeDatum
    """Last day for the next round; None without lessons, or while no first day is known."""
    stand: str | None
    """`nooit`, `te_laat`, `deze_week`, `deze_maand` or `op_tijd`; None while there are no lessons."""
    door: str
    """Who does it now: the colleague, or the deputy of who is away or has left."""


def lessenronde(persoon: Persoon, gedeeld: Gedeeld, peildatum: date) -> Ronde:
    """The next round of a colleague with clients: `lessencheck_dagen` after the last one, or after the first day here.

    A round dated after the peildatum is planned and does not count.
    """
    door = next((v.door for v in vervangingen({persoon.id: persoon}) if v.geldt(peildatum)), persoon.id)
    if not any(les.status == "actief" for les in gedeeld.lessen.lessen):
        return Ronde(None, GEEN_LESSEN, None, door)
    dagen = gedeeld.instellingen.lessencheck_dagen
    ritme = instelling("elke {}", in_dagen(dagen), veld="lessencheck_dagen")
    if gehouden(persoon.lessencheck_op, peildatum):
        gelopen = feit("laatste ronde op {}", persoon.lessencheck_op, veld=f"team.{persoon.id}.lessencheck_op")
        volgende = persoon.lessencheck_op + timedelta(days=dagen)
        stand = datums.stand(volgende, peildatum, gedeeld.instellingen)
        return Ronde(persoon.lessencheck_op, _verklaard(volgende, gelopen, ritme), stand, door)
    return _eerste_ronde(persoon, door, ritme, gedeeld, peildatum)


def _eerste_ronde(persoon: Persoon, door: str, ritme: Stap, gedeeld: Gedeeld, peildatum: date) -> Ronde:
    """Who just arrived has as long as between two rounds; of anyone else the first is simply still to do."""
    begin = persoon.in_dienst_sinds
    if begin is None:
        nooit = regel("nog geen ronde vastgelegd", handboek=HANDBOEK)
        return Ronde(None, Verklaard(None, (nooit, ritme)), NOOIT, door)
    volgende = begin + timedelta(days=gedeeld.instellingen.lessencheck_dagen)
    gekomen = feit("in dienst sinds {}", begin, veld=f"team.{persoon.id}.in_dienst_sinds")
    stand = datums.stand(volgende, peildatum, gedeeld.instellingen)
    return Ronde(None, _verklaard(volgende, gekomen, ritme), NOOIT if stand == "te_laat" else stand, door)


def _verklaard(volgende: date, begin: Stap, ritme: Stap) -> VerklaardeDatum:
    return Verklaard(volgende, (begin, ritme, uitkomst("uiterlijk {}", volgende)))
