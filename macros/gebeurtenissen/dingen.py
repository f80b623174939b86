"""The things of a client that an event can be about and that may have no id: where each stands, and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.load.accountwijzer import sluitbaar
from macros.load.wijzigen.adres import Zet
from macros.load.wijzigen.knopen import Pad
from macros.model.afspraken import Training
from macros.model.basis import als_id
from macros.model.samenwerking import Evaluatie

WOORDEN_IN_ID = 4
"""Of a text that becomes an id."""


def vrij(naam: str, bezet: Iterable[str]) -> str:
    """This id, with a number behind it when it is taken."""
    bekend = set(bezet)
    kandidaten = (naam, *(f"{naam}-{nummer}" for nummer in range(2, len(bekend) + 3)))
    return next(een for een in kandidaten if een not in bekend)


class Plek(NamedTuple):
    """Something that an event can be about, by where it stands."""

    pad: Pad
    woorden: str
    naamloos: bool = False
    """Whether it has no id yet: it gets the one by which it is chosen."""


def geef_id(plekken: Mapping[str, Plek], namen: Iterable[str]) -> Iterator[Zet]:
    """What is closed and has no id gets the one by which it was chosen: a line can only close what it can name."""
    yield from (Zet((*plekken[n].pad, "id"), n) for n in namen if n in plekken and plekken[n].naamloos)


def acties(situatie: Situatie) -> dict[str, Plek]:
    """The actions that still ask somebody, by id; one without an id goes by its first words."""
    account = situatie.account
    lijsten = ((("canvassen", c.id, "acties"), c.acties) for c in account.canvassen)
    blikken = ((("fresheyes", n, "acties"), b.acties) for n, b in enumerate(account.fresheyes))
    alles: Any = chain(lijsten, blikken)
    gevonden = (
        ((*pad, actie.id or nummer), actie.id, actie.tekst)
        for pad, lijst in alles
        for nummer, actie in enumerate(lijst)
        if actie.status in ("open", "loopt")
    )
    return _op_naam(situatie, gevonden)


def koopsignalen(situatie: Situatie) -> dict[str, Plek]:
    """The buying signals among them that no chance came from."""
    paden = {
        ("contactmomenten", nummer, "signalen", plek)
        for nummer, moment in enumerate(situatie.account.contactmomenten)
        for plek, signaal in enumerate(moment.signalen)
        if signaal.soort == "koopsignaal" and signaal.kans is None
    }
    return {naam: plek for naam, plek in signalen(situatie).items() if plek.pad in paden}


def signalen(situatie: Situatie) -> dict[str, Plek]:
    """What the client let show, and the steps of lessons, that nobody did anything with; as `acties`."""
    gezegd = (
        (("contactmomenten", nummer, "signalen", plek), s.id, s.tekst or f"{s.soort} {moment.datum}")
        for nummer, moment in enumerate(situatie.account.contactmomenten)
        for plek, s in enumerate(moment.signalen)
        if s.opgevolgd_op is None
    )
    lessen = (
        (("signalen", nummer), les.id, les.actiestap or les.signaal or f"les {les.datum}")
        for nummer, les in enumerate(situatie.account.signalen)
        if les.gedaan_op is None
    )
    return _op_naam(situatie, chain(gezegd, lessen))


def wijzigingen(situatie: Situatie) -> dict[str, Plek]:
    """The changes that nobody followed up, by their first words."""
    open_ = ((nummer, een) for nummer, een in enumerate(situatie.account.wijzigingen) if een.opgevolgd_op is None)
    return _op_naam(situatie, ((("wijzigingen", nummer), None, een.tekst) for nummer, een in open_))


def evaluaties(situatie: Situatie, *, met_plan: bool) -> dict[str, Plek]:
    """The evaluations with a plan that runs, or those with a mark and no plan, by their day."""
    gekozen = (
        (("evaluaties", nummer), None, str(een.datum), f"{een.opdracht or 'evaluatie'} van {een.datum}")
        for nummer, een in enumerate(situatie.account.evaluaties)
        if (een.herstelplan is not None and een.herstelplan.hercijfer is None if met_plan else _zonder_plan(een))
    )
    return _op_naam(situatie, gekozen)


def _zonder_plan(een: Evaluatie) -> bool:
    return een.herstelplan is None and bool(een.cijfer_resultaat or een.cijfer_samenwerking)


def trainingen(situatie: Situatie) -> dict[str, Plek]:
    """The trainings that we did not come back to, by their day."""
    gekozen = (
        (("trainingen", nummer), None, str(een.datum), _training(een))
        for nummer, een in enumerate(situatie.account.trainingen)
        if een.is_open
    )
    return _op_naam(situatie, gekozen)


def _training(een: Training) -> str:
    """The day and the people, with the goal that is asked about."""
    doel = f"; doel: {een.doel_lang}" if een.doel_lang else ""
    return " ".join(filter(None, (f"training van {een.datum}", een.doelgroep))) + doel


def _op_naam(situatie: Situatie, dingen: Iterable[tuple[Any, ...]]) -> dict[str, Plek]:
    """By id, or else by a name made from the words: each a way to it, its id, perhaps its name, and the words."""
    uit: dict[str, Plek] = {}
    bezet = set(sluitbaar(situatie.account, situatie.gedeeld.dagboek.get(situatie.account.id, ())))
    for pad, kenmerk, *namen in dingen:
        naam = "-".join(als_id(namen[0]).split("-")[:WOORDEN_IN_ID]) or "dit"
        uit[kenmerk or vrij(naam, bezet | set(uit))] = Plek(pad, namen[-1], naamloos=not kenmerk)
    return uit
