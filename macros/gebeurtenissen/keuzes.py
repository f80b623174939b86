"""What the answers to an event may be: the things of this client that it can be about today, with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from macros.afleidingen.contact.web import aanwezig
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.load.accountwijzer import sluitbaar
from macros.load.dagboekfeiten import INSCHATTING, huidige_canvassen
from macros.load.knopen import Pad
from macros.model.account import Account
from macros.model.basis import als_id
from macros.model.gedeeld import Gedeeld
from macros.model.samenwerking import Evaluatie
from macros.model.team import GEEN_OPVOLGER, Contactpersoon
from macros.model.werk import SOORTEN, UITSTELBAAR
from macros.woorden import labels

Keuze = tuple[str, str]
"""An id, and what it is in words."""
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


def _wie(persoon: Contactpersoon) -> str:
    """Name and function; the site knows only the function of who works at a hidden client."""
    return ", ".join(dict.fromkeys((persoon.naam, persoon.functie)))


def _contact(situatie: Situatie) -> Iterator[Keuze]:
    for persoon in situatie.account.contactpersonen:
        if aanwezig(persoon, situatie.dag):
            yield persoon.id, _wie(persoon)


def _vertrekker(situatie: Situatie) -> Iterator[Keuze]:
    """Who may leave, and who left without a word about who came after."""
    for persoon in situatie.account.contactpersonen:
        if aanwezig(persoon, situatie.dag) or persoon.opvolger is None:
            yield persoon.id, _wie(persoon)


def _opvolger(situatie: Situatie) -> Iterator[Keuze]:
    yield from _contact(situatie)
    yield GEEN_OPVOLGER, "niemand"


def _collega(situatie: Situatie) -> Iterator[Keuze]:
    """All of us, first who keeps this client."""
    eigen = situatie.account.driehoek.accountmanager
    for persoon in sorted(situatie.gedeeld.personen.values(), key=lambda persoon: persoon.id != eigen):
        if persoon.uit_dienst_op is None or persoon.uit_dienst_op >= situatie.dag:
            yield persoon.id, persoon.naam


def _onbekende(situatie: Situatie) -> Iterator[Keuze]:
    """Whom not all of us know."""
    wij = set(dict(_collega(situatie)))
    for persoon in situatie.account.contactpersonen:
        if aanwezig(persoon, situatie.dag) and wij - set(persoon.relaties):
            yield persoon.id, _wie(persoon)


def _kenner(situatie: Situatie) -> Iterator[Keuze]:
    """All of us, first who does not know the first of those."""
    eerste = next((naam for naam, _ in _onbekende(situatie)), None)
    bekend = {naam for p in situatie.account.contactpersonen if p.id == eerste for naam in p.relaties}
    yield from sorted(_collega(situatie), key=lambda keuze: keuze[0] in bekend)


def _mens(situatie: Situatie) -> Iterator[Keuze]:
    yield from _collega(situatie)
    yield from _contact(situatie)


def _contract(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((contract.id, contract.titel) for contract in situatie.account.contracten)


def _opgezegd(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((een.id, een.titel) for een in situatie.account.contracten if een.opzegging)


def _optiecontract(situatie: Situatie) -> Iterator[Keuze]:
    for contract in situatie.account.contracten:
        if any(optie.status == "open" for optie in contract.opties):
            yield contract.id, contract.titel


def _toezegging(situatie: Situatie) -> Iterator[Keuze]:
    for toezegging in situatie.account.toezeggingen:
        if toezegging.stand == "open":
            yield toezegging.id, toezegging.tekst


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
        (("trainingen", nummer), None, str(een.datum), f"training van {een.datum} {een.doelgroep or ''}".strip())
        for nummer, een in enumerate(situatie.account.trainingen)
        if een.teruggekomen_op is None
    )
    return _op_naam(situatie, gekozen)


def _op_naam(situatie: Situatie, dingen: Iterable[tuple[Any, ...]]) -> dict[str, Plek]:
    """By id, or else by a name made from the words: each a way to it, its id, perhaps its name, and the words."""
    uit: dict[str, Plek] = {}
    bezet = set(sluitbaar(situatie.account, situatie.gedeeld.dagboek.get(situatie.account.id, ())))
    for pad, kenmerk, *namen in dingen:
        naam = "-".join(als_id(namen[0]).split("-")[:WOORDEN_IN_ID]) or "dit"
        uit[kenmerk or vrij(naam, bezet | set(uit))] = Plek(pad, namen[-1], naamloos=not kenmerk)
    return uit


def _woorden(dingen: dict[str, Plek]) -> Iterator[Keuze]:
    return ((naam, plek.woorden) for naam, plek in dingen.items())


def _klaar(situatie: Situatie) -> Iterator[Keuze]:
    yield from _woorden(acties(situatie))
    yield from _toezegging(situatie)
    yield from _woorden(signalen(situatie))


def _verwachting(situatie: Situatie) -> Iterator[Keuze]:
    for verwachting in situatie.account.verwachtingen:
        if verwachting.stand != "vervallen":
            yield verwachting.id, verwachting.tekst


def _klopt(situatie: Situatie) -> Iterator[Keuze]:
    titels = {vak.id: vak.titel for vak in situatie.gedeeld.canvas.vakken}
    for persoon in situatie.account.contactpersonen:
        if persoon.houding and aanwezig(persoon, situatie.dag):
            yield persoon.id, f"de houding van {persoon.naam}"
    yield from _verwachting(situatie)
    for canvas in huidige_canvassen(situatie.account.canvassen):
        for naam, vak in canvas.vakken.items():
            if vak.oordeel:
                yield naam, f"het oordeel bij {titels.get(naam, naam)}"
    if any(contract.inschatting for contract in situatie.account.contracten):
        yield INSCHATTING, "je inschatting van de verlenging"


def _canvas(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((canvas.id, f"canvas {canvas.id}") for canvas in huidige_canvassen(situatie.account.canvassen))


def _onderwerp(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((naam, SOORTEN[naam].woord) for naam in sorted(UITSTELBAAR) if naam in SOORTEN)
    yield from _contract(situatie)
    yield from _canvas(situatie)
    yield from _regel(situatie)


def _project(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((project.id, project.titel) for project in situatie.account.projecten)


def _gevraagd(situatie: Situatie) -> Iterator[Keuze]:
    """The canvases that wait for somebody's yes."""
    for canvas in situatie.account.canvassen:
        if any(een.stand in (None, "gevraagd") for een in canvas.goedkeuring):
            yield canvas.id, f"canvas {canvas.id}"


def _kans(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((kans.id, kans.tekst) for kans in situatie.account.kansen)


def _aanname(situatie: Situatie) -> Iterator[Keuze]:
    for aanname in situatie.account.aannames:
        if aanname.stand == "open":
            yield aanname.id, aanname.tekst


def _regel(situatie: Situatie) -> Iterator[Keuze]:
    behandelingen = situatie.gedeeld.segmentatie.segmenten.values()
    standaard = (regel.id for behandeling in behandelingen for regel in behandeling.contactschema)
    for naam in dict.fromkeys((*standaard, *(regel.id for regel in situatie.account.contactregels))):
        label = labels.CONTACTREGEL.get(naam)
        yield naam, f"het ritme: {label.tekst}" if label else "een eigen ritme van deze klant"


KEUZES: dict[str, Callable[[Situatie], Iterator[Keuze]]] = {
    "aanname": _aanname,
    "actie": lambda situatie: _woorden(acties(situatie)),
    "canvas": _canvas,
    "collega": _collega,
    "contact": _contact,
    "contract": _contract,
    "gevraagd": _gevraagd,
    "herstelplan": lambda situatie: _woorden(evaluaties(situatie, met_plan=True)),
    "kans": _kans,
    "kenner": _kenner,
    "klaar": _klaar,
    "klopt": _klopt,
    "mens": _mens,
    "onbekende": _onbekende,
    "onderwerp": _onderwerp,
    "opgezegd": _opgezegd,
    "opvolger": _opvolger,
    "optiecontract": _optiecontract,
    "project": _project,
    "regel": _regel,
    "signaal": lambda situatie: _woorden(signalen(situatie)),
    "toezegging": _toezegging,
    "training": lambda situatie: _woorden(trainingen(situatie)),
    "vertrekker": _vertrekker,
    "verwachting": _verwachting,
    "wijziging": lambda situatie: _woorden(wijzigingen(situatie)),
    "zonder_plan": lambda situatie: _woorden(evaluaties(situatie, met_plan=False)),
}


def keuzes(soort: str, situatie: Situatie) -> dict[str, str]:
    """The ids that a question of this kind takes at this client, each with its words."""
    if not _LAATSTE or any(oud is not nieuw for oud, nieuw in zip(_LAATSTE[0][:3], situatie[:3], strict=True)):
        _LAATSTE[:] = [(*situatie[:3], {})]
    bekend = _LAATSTE[0][3]
    if soort not in bekend:
        bekend[soort] = dict(KEUZES[soort](situatie))
    return bekend[soort]


_LAATSTE: list[tuple[Account, Gedeeld, date, dict[str, dict[str, str]]]] = []
"""The situation that was asked about last, and what was found: most events of one client ask for the same."""
