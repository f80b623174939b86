"""What is missing and what filling it buys (domain 2.12).

Each field of the model says itself when its absence is a gap (`veld(..., gat=...)`); this module walks an account,
decides the conditions and puts what hurts most first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from macros.afleidingen.klant.afspraken import nagevraagd_op
from macros.afleidingen.klant.tevredenheid import GESCHONDEN, HERSTEL, garantie
from macros.load.velden import klasse_in, velden_van
from macros.model.account import Account, Waardering
from macros.model.basis import Gat as Voorschrift
from macros.model.basis import Voorwaarde, gat_van
from macros.model.gedeeld import Gedeeld
from macros.model.samenwerking import JuisteKlant
from macros.woorden import taal


@dataclass(frozen=True, slots=True)
class Gat:
    """One fact that is missed."""

    veld: str
    """Path with ids: `contracten.beheer-2024.jaarwaarde`."""
    tekst: str
    bij: str = ""
    """The contract, person or other thing it is missed of, as a reader knows it; empty for the client itself."""


@dataclass(frozen=True, slots=True)
class Situatie:
    """Everything a condition may ask about."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    fasen: dict[str, str]
    """Contract id to phase."""
    fase: str | None
    segment: str | None
    huidige_canvassen: set[str] | frozenset[str]

    @property
    def heeft_scores(self) -> bool:
        """Whether the scores are in use and at least one is given."""
        waarde = self.account.waarde
        return self.gedeeld.instellingen.onderdelen.scores and bool(waarde and waarde.scores)


def gaten(  # noqa: PLR0913  everything a condition may ask about
    account: Account,
    gedeeld: Gedeeld,
    *,
    peildatum: date,
    fasen: dict[str, str],
    fase: str | None,
    segment: str | None,
    huidige_canvassen: set[str] | frozenset[str],
) -> tuple[Gat, ...]:
    """All gaps of an account, what hurts most first; a contract, person or canvas that is past is not asked about."""
    nu = Situatie(account, gedeeld, peildatum, fasen, fase, segment, huidige_canvassen)
    gevonden = sorted(_loop(account, nu, _Plek()), key=lambda vondst: vondst.volgorde)
    return tuple(vondst.gat for vondst in gevonden)


class _Veld(NamedTuple):
    """A field that is a gap itself, or that holds fields that are."""

    nummer: int
    """Place in the class: the order of the tables of domain 2."""
    naam: str
    gat: Voorschrift | None
    klasse: type | None


class _Plek(NamedTuple):
    """Where the walk is."""

    pad: tuple[str, ...] = ()
    tabel: tuple[int, ...] = ()
    """Field numbers on the way: the order of the tables."""
    bestand: tuple[int, ...] = ()
    """Item numbers on the way: the order of the file."""
    in_retentie: bool = False
    """Below a contract in retention."""
    bij: str = ""

    def veld(self, veld: _Veld) -> "_Plek":
        return self._replace(pad=(*self.pad, veld.naam), tabel=(*self.tabel, veld.nummer))

    def item(self, nummer: int, naam: str, bij: str, *, in_retentie: bool) -> "_Plek":
        retentie = self.in_retentie or in_retentie
        return _Plek((*self.pad, naam), self.tabel, (*self.bestand, nummer), retentie, bij)


class _Vondst(NamedTuple):
    """A gap with its place in the order."""

    volgorde: tuple[int, tuple[int, ...], tuple[int, ...]]
    gat: Gat


@cache
def _velden(klasse: type) -> tuple[_Veld, ...]:
    """The fields of a class that matter here."""
    alle = (
        _Veld(nummer, naam, gat_van(info), klasse_in(info.annotation))
        for nummer, (naam, info) in enumerate(velden_van(klasse).items())
    )
    return tuple(veld for veld in alle if veld.gat or (veld.klasse and _velden(veld.klasse)))


def _loop(houder: Any, nu: Situatie, plek: _Plek) -> Iterator[_Vondst]:
    """Find the gaps of one part of the model and of everything in it."""
    for veld in _velden(houder.__class__):
        waarde = getattr(houder, veld.naam)
        niets = waarde.__class__ in (list, dict) and not waarde
        # Scores are a gap as long as one of them is missing, so also when some are there.
        if veld.gat and (niets or waarde is None or veld.naam == "scores"):
            tekst = _tekst(veld.gat, veld.naam, houder, nu)
            if tekst and _geldt(veld.gat.voorwaarde, houder, nu, plek):
                hier = plek.veld(veld)
                volgorde = (_groep(veld.gat.voorwaarde, hier), hier.tabel, hier.bestand)
                yield _Vondst(volgorde, Gat(".".join(hier.pad), tekst, hier.bij))
        if veld.klasse and not niets:
            yield from _erin(waarde, veld, nu, plek.veld(veld))


def _erin(waarde: Any, veld: _Veld, nu: Situatie, hier: _Plek) -> Iterator[_Vondst]:
    """Go on below a field; an absent map of which the fields themselves are asked counts as an empty one."""
    if isinstance(waarde, list):
        for nummer, item in enumerate(waarde):
            if is_dataclass(item) and _telt(veld.naam, item, nu):
                naam = _kenmerk(item, nummer)
                retentie = veld.naam == "contracten" and nu.fasen.get(naam) == "retentie"
                yield from _loop(item, nu, hier.item(nummer, naam, _genoemd(item), in_retentie=retentie))
    elif isinstance(waarde, dict):
        for nummer, (sleutel, item) in enumerate(waarde.items()):
            if is_dataclass(item):
                yield from _loop(item, nu, hier.item(nummer, str(sleutel), str(sleutel), in_retentie=False))
    elif is_dataclass(waarde):
        yield from _loop(waarde, nu, hier)
    elif waarde is None and veld.klasse and not veld.gat:
        yield from _loop(veld.klasse(), nu, hier)


def _telt(lijst: str, item: Any, nu: Situatie) -> bool:
    """Whether an item is asked about: not what has ended, left or been followed up."""
    if lijst == "contracten":
        return nu.fasen.get(item.id) != "beeindigd"
    if lijst == "contactpersonen":
        return item.vertrokken_op is None or item.vertrokken_op > nu.peildatum
    return lijst != "canvassen" or item.id in nu.huidige_canvassen


def _kenmerk(item: Any, nummer: int) -> str:
    """What an item is called in a path: its id, else its contract or day, else its number from 1."""
    for naam in ("id", "contract", "datum", "uitgevoerd_op", "gepland_op"):
        if waarde := getattr(item, naam, None):
            return str(waarde)
    return str(nummer + 1)


def _genoemd(item: Any) -> str:
    """What a reader calls an item: its title, name, text or day; empty for one that has none."""
    for naam in ("titel", "naam", "tekst", "opdracht", "datum", "uitgevoerd_op", "gepland_op"):
        if waarde := getattr(item, naam, None):
            return taal.datum(waarde) if isinstance(waarde, date) else str(waarde)
    return ""


def _tekst(voorschrift: Voorschrift, naam: str, houder: Any, nu: Situatie) -> str:
    """The sentence of a gap in a field that is empty; of scores how many are, "" when all are given."""
    if naam != "scores":
        return voorschrift.tekst
    open_, totaal = _nog_te_scoren(houder, nu)
    return voorschrift.tekst.format(open=open_, totaal=totaal) if open_ else ""


def _nog_te_scoren(houder: JuisteKlant | Waardering, nu: Situatie) -> tuple[int, int]:
    """How many criteria or elements have no score yet, and how many there are."""
    if isinstance(houder, JuisteKlant):
        nodig = [criterium.id for criterium in nu.gedeeld.criteria.alle]
    else:
        groepen = {groep.id: groep for groep in nu.gedeeld.segmentatie.groepen}
        groep = groepen[nu.account.groep or next(iter(groepen))]
        nodig = [element.id for element in groep.elementen]
    return sum(kenmerk not in houder.scores for kenmerk in nodig), len(nodig)


_FASE: frozenset[Voorwaarde] = frozenset({"retentie", "opstart", "beeindigd"})
_SEGMENT: frozenset[Voorwaarde] = frozenset({"segment A", "segment A op orde", "segment A of B", "segment C"})


def _groep(voorwaarde: Voorwaarde, plek: _Plek) -> int:
    """Contract manager first, then what the phase asks, then the segment, then the rest."""
    if plek.pad == ("driehoek", "contractmanager"):
        return 0
    if voorwaarde in _FASE or plek.in_retentie:
        return 1
    return 2 if voorwaarde in _SEGMENT else 3


def _geldt(voorwaarde: Voorwaarde, houder: Any, nu: Situatie, plek: _Plek) -> bool:
    """Whether the condition of a gap holds for the part `houder` on `plek`."""
    if voorwaarde == "altijd":
        return True
    if voorwaarde == "conclusie aanwezig":
        return bool(houder.conclusie) and _in_situatie(plek.pad[-1], nu.gedeeld)
    if (over_account := _OVER_ACCOUNT.get(voorwaarde)) is not None:
        return over_account(nu)
    return _OVER_HOUDER[voorwaarde](houder, nu)


def _in_situatie(vak: str, gedeeld: Gedeeld) -> bool:
    """Only the boxes about the situation have a judgement."""
    return any(indeling.id == vak and indeling.blok == "situatie" for indeling in gedeeld.canvas.vakken)


def _project_loopt(nu: Situatie) -> bool:
    return any(
        project.start and project.oplevering and project.start <= nu.peildatum <= project.oplevering
        for project in nu.account.projecten
    )


def _in_herstel(nu: Situatie) -> bool:
    """A mark below the norm is made good first: who waits for repair is not asked for something new."""
    stand = garantie(nu.account.evaluaties, nu.gedeeld.instellingen, nu.peildatum).stand.waarde
    return stand in (GESCHONDEN, HERSTEL)


def _gehouden(houder: Any, nu: Situatie) -> bool:
    """Whether it took place: its day is not after the peildatum."""
    dag = houder.datum if hasattr(houder, "datum") else houder.uitgevoerd_op
    return dag is not None and dag <= nu.peildatum


_OVER_ACCOUNT: dict[Voorwaarde, Callable[[Situatie], bool]] = {
    # Who is gone is not asked what keeps a client: the pages that list reasons to stay leave it out too.
    "segment A": lambda nu: nu.segment == "A" and nu.fase != "beeindigd",
    "segment A of B": lambda nu: nu.segment in ("A", "B") and nu.fase != "beeindigd",
    "segment A op orde": lambda nu: nu.segment == "A" and nu.fase != "beeindigd" and not _in_herstel(nu),
    "segment C": lambda nu: nu.segment == "C" and nu.fase != "beeindigd",
    "project loopt": _project_loopt,
    "scores aan": lambda nu: (
        nu.gedeeld.instellingen.onderdelen.scores and (nu.heeft_scores or nu.account.segment_keuze is not None)
    ),
    "scores aanwezig": lambda nu: nu.heeft_scores,
    "geen scores": lambda nu: not nu.heeft_scores,
    "publiek": lambda nu: nu.account.sector == "publiek",
    "opstart": lambda nu: nu.fase == "opstart",
    "beeindigd": lambda nu: nu.fase == "beeindigd",
    "berichten aan": lambda nu: nu.gedeeld.instellingen.onderdelen.berichten,
}
"""Conditions about the account as a whole; without any score and without a choice only the choice is asked."""

_OVER_HOUDER: dict[Voorwaarde, Callable[[Any, Situatie], bool]] = {
    "contractmanager bekend": lambda driehoek, _nu: driehoek.contractmanager is not None,
    "open": lambda optie, _nu: optie.status == "open",
    "retentie": lambda contract, nu: nu.fasen.get(contract.id) == "retentie",
    "beslist mee": lambda persoon, _nu: persoon.rol_bvt in ("beslisser", "beinvloeder"),
    "nooit nagevraagd": lambda v, nu: nagevraagd_op(v, nu.account, nu.peildatum).waarde is None,
    "houding aanwezig": lambda persoon, _nu: persoon.houding is not None,
    "gehouden": _gehouden,
    "oordeel aanwezig": lambda vak, _nu: vak.oordeel is not None,
    "voldoet niet": lambda juist, _nu: "voldoet_niet" in juist.scores.values(),
    "leeft nog": lambda ding, nu: ding.is_open and nu.fase != "beeindigd",
}
"""Conditions about the part that holds the field."""
