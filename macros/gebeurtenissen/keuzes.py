"""What the answers to an event may be: the things of this client that it can be about today, with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from macros.afleidingen.contact.web import aanwezig
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.load.dagboekfeiten import INSCHATTING, huidige_canvassen
from macros.model.team import GEEN_OPVOLGER
from macros.model.werk import SOORTEN, UITSTELBAAR

Keuze = tuple[str, str]
"""An id, and what it is in words."""


def _contact(situatie: Situatie) -> Iterator[Keuze]:
    for persoon in situatie.account.contactpersonen:
        if aanwezig(persoon, situatie.dag):
            yield persoon.id, f"{persoon.naam}, {persoon.functie}"


def _opvolger(situatie: Situatie) -> Iterator[Keuze]:
    yield from _contact(situatie)
    yield GEEN_OPVOLGER, "niemand"


def _collega(situatie: Situatie) -> Iterator[Keuze]:
    for persoon in situatie.gedeeld.personen.values():
        if persoon.uit_dienst_op is None or persoon.uit_dienst_op >= situatie.dag:
            yield persoon.id, persoon.naam


def _mens(situatie: Situatie) -> Iterator[Keuze]:
    yield from _collega(situatie)
    yield from _contact(situatie)


def _contract(situatie: Situatie) -> Iterator[Keuze]:
    yield from ((contract.id, contract.titel) for contract in situatie.account.contracten)


def _optiecontract(situatie: Situatie) -> Iterator[Keuze]:
    for contract in situatie.account.contracten:
        if any(optie.status == "open" for optie in contract.opties):
            yield contract.id, contract.titel


def _toezegging(situatie: Situatie) -> Iterator[Keuze]:
    for toezegging in situatie.account.toezeggingen:
        if toezegging.stand == "open":
            yield toezegging.id, toezegging.tekst


def _actie(situatie: Situatie) -> Iterator[Keuze]:
    acties = ((a.id, a.tekst, a.status) for canvas in situatie.account.canvassen for a in canvas.acties)
    reviewacties = ((a.id, a.tekst, a.status) for blik in situatie.account.fresheyes for a in blik.acties)
    for kenmerk, tekst, status in chain(acties, reviewacties):
        if kenmerk and status in ("open", "loopt"):
            yield kenmerk, tekst


def _signaal(situatie: Situatie) -> Iterator[Keuze]:
    for moment in situatie.account.contactmomenten:
        for signaal in moment.signalen:
            if signaal.id and signaal.opgevolgd_op is None:
                yield signaal.id, signaal.tekst or signaal.soort.replace("_", " ")
    for les in situatie.account.signalen:
        if les.id and les.gedaan_op is None:
            yield les.id, les.actiestap or les.signaal or "signaal uit een les"


def _klaar(situatie: Situatie) -> Iterator[Keuze]:
    yield from _actie(situatie)
    yield from _toezegging(situatie)
    yield from _signaal(situatie)


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
        yield naam, f"contactregel {naam}"


KEUZES: dict[str, Callable[[Situatie], Iterator[Keuze]]] = {
    "aanname": _aanname,
    "actie": _actie,
    "canvas": _canvas,
    "collega": _collega,
    "contact": _contact,
    "contract": _contract,
    "kans": _kans,
    "klaar": _klaar,
    "klopt": _klopt,
    "mens": _mens,
    "onderwerp": _onderwerp,
    "opvolger": _opvolger,
    "optiecontract": _optiecontract,
    "regel": _regel,
    "signaal": _signaal,
    "toezegging": _toezegging,
    "verwachting": _verwachting,
}


def keuzes(soort: str, situatie: Situatie) -> dict[str, str]:
    """The ids that a question of this kind takes at this client, each with its words."""
    return dict(KEUZES[soort](situatie))
