"""What the answers to an event may be: the things of this client that it can be about today, with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from macros.afleidingen.contact.contact import PROCES
from macros.afleidingen.contact.web import aanwezig
from macros.gebeurtenissen.dingen import Plek, acties, evaluaties, koopsignalen, signalen, trainingen, wijzigingen
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.load.dagboekfeiten import INSCHATTING, huidige_canvassen
from macros.model.account import Account
from macros.model.canvas import Vakindeling
from macros.model.gedeeld import Gedeeld
from macros.model.team import GEEN_OPVOLGER, Contactpersoon
from macros.model.werk import SOORTEN, UITSTELBAAR
from macros.woorden import labels

Keuze = tuple[str, str]
"""An id, and what it is in words."""


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


def _vak(situatie: Situatie) -> Iterator[Keuze]:
    """The boxes that hold text; first those that take a judgement and are empty, then the oldest judgement."""
    canvassen = huidige_canvassen(situatie.account.canvassen)
    vakken = [een for een in situatie.gedeeld.canvas.vakken if een.soort == "tekst"]

    def beurt(een: Vakindeling) -> tuple[bool, date, int]:
        ingevuld = [canvas.vakken[een.id] for canvas in canvassen if een.id in canvas.vakken]
        oudste = min((vak.oordeel_op or date.min for vak in ingevuld if vak.conclusie), default=date.min)
        return een.blok != "situatie", oudste, een.volgorde

    yield from ((een.id, een.titel) for een in sorted(vakken, key=beurt))


def _indicator(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((een.id, een.tekst) for een in situatie.gedeeld.canvas.indicatoren)


def _doel(situatie: Situatie) -> Iterator[Keuze]:
    for canvas in huidige_canvassen(situatie.account.canvassen):
        yield from ((doel.id, doel.tekst) for doel in canvas.doelen if doel.status == "open")


def _coach(situatie: Situatie) -> Iterator[Keuze]:
    """All of us, first who leads the account manager."""
    accountmanager = situatie.gedeeld.personen.get(situatie.account.driehoek.accountmanager)
    eerste = accountmanager.leidinggevende if accountmanager else None
    yield from sorted(_collega(situatie), key=lambda keuze: keuze[0] != eerste)


def _criterium(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((een.id, een.tekst) for een in situatie.gedeeld.criteria.alle)


def _les(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((les.id, les.titel) for les in situatie.gedeeld.lessen.lessen if les.status == "actief")


def _onderwerp(situatie: Situatie) -> Iterator[Keuze]:
    """What is of this client first, then every kind of work."""
    yield from _contract(situatie)
    for persoon in situatie.account.contactpersonen:
        if aanwezig(persoon, situatie.dag) and persoon.kennismaking_op is None:
            yield persoon.id, f"de kennismaking met {persoon.naam}"
    yield from _canvas(situatie)
    yield from _regel(situatie)
    soorten = (naam for naam in sorted(UITSTELBAAR) if naam in SOORTEN)
    yield from ((naam, f"{SOORTEN[naam].woord} (alles van deze soort)") for naam in soorten)


def _project(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((project.id, project.titel) for project in situatie.account.projecten)


def _gevraagd(situatie: Situatie) -> Iterator[Keuze]:
    """The canvases that wait for somebody's yes."""
    for canvas in situatie.account.canvassen:
        if any(een.stand in (None, "gevraagd") for een in canvas.goedkeuring):
            yield canvas.id, f"canvas {canvas.id}"


def _kans(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((kans.id, kans.tekst) for kans in situatie.account.kansen)


def _open_kans(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((kans.id, kans.tekst) for kans in situatie.account.kansen if kans.is_open)


def _open_idee(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((idee.id, idee.tekst) for idee in situatie.account.innovaties if idee.is_open)


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


def _procesregel(situatie: Situatie) -> Iterator[Keuze]:
    """The rules of this client that only a talk about how the work runs counts for."""
    behandelingen = situatie.gedeeld.segmentatie.segmenten.values()
    standaard = (regel for behandeling in behandelingen for regel in behandeling.contactschema)
    alle = (*standaard, *situatie.account.contactregels)
    yield from ((naam, PROCES) for naam in dict.fromkeys(r.id for r in alle if r.vorm == "procesafstemming"))


KEUZES: dict[str, Callable[[Situatie], Iterator[Keuze]]] = {
    "aanname": _aanname,
    "actie": lambda situatie: _woorden(acties(situatie)),
    "canvas": _canvas,
    "coach": _coach,
    "collega": _collega,
    "contact": _contact,
    "contract": _contract,
    "criterium": _criterium,
    "doel": _doel,
    "gevraagd": _gevraagd,
    "herstelplan": lambda situatie: _woorden(evaluaties(situatie, met_plan=True)),
    "indicator": _indicator,
    "kans": _kans,
    "kenner": _kenner,
    "klaar": _klaar,
    "klopt": _klopt,
    "koopsignaal": lambda situatie: _woorden(koopsignalen(situatie)),
    "les": _les,
    "mens": _mens,
    "onbekende": _onbekende,
    "onderwerp": _onderwerp,
    "open_idee": _open_idee,
    "open_kans": _open_kans,
    "opgezegd": _opgezegd,
    "opvolger": _opvolger,
    "optiecontract": _optiecontract,
    "procesregel": _procesregel,
    "project": _project,
    "regel": _regel,
    "signaal": lambda situatie: _woorden(signalen(situatie)),
    "toezegging": _toezegging,
    "training": lambda situatie: _woorden(trainingen(situatie)),
    "vak": _vak,
    "vertrekker": _vertrekker,
    "verwachting": _verwachting,
    "wijziging": lambda situatie: _woorden(wijzigingen(situatie)),
    "zonder_plan": lambda situatie: _woorden(evaluaties(situatie, met_plan=False)),
}


def keuzes(soort: str, situatie: Situatie) -> dict[str, str]:
    """The ids that a question of this kind takes at this client, each with its words."""
    account, gedeeld, dag, bekend = _LAATSTE[0] if _LAATSTE else (None, None, None, {})
    if account is not situatie.account or gedeeld is not situatie.gedeeld or dag is not situatie.dag:
        bekend = {}
        _LAATSTE[:] = [(*situatie[:3], bekend)]
    if soort not in bekend:
        bekend[soort] = dict(KEUZES[soort](situatie))
    return bekend[soort]


_LAATSTE: list[tuple[Account, Gedeeld, date, dict[str, dict[str, str]]]] = []
"""The situation that was asked about last, and what was found: most events of one client ask for the same."""
