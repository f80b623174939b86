"""What a new client asks, and what it expects of us (domain 1.8, 3.8): check, handover, kick-off, asking again.

Nobody is asked for what was due before we kept the client here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import in_beheer_sinds
from macros.afleidingen.klant.afspraken import nagevraagd_op
from macros.model.samenwerking import Verwachting
from macros.woorden import taal


def opstartpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give what the start of the work asks, and later the expectations that grow old."""
    eerste = _eerste_contract(maker)
    checks: list[Aandachtspunt] = []
    if eerste is not None:
        yield from _voor_de_start(maker, eerste)
        yield from _kickoff(maker, eerste)
        checks = list(_checks(maker, eerste))
        yield from checks
    if not checks:  # one talk asks both, so the open check of the start comes instead
        yield from _verwachtingen(maker)


def _eerste_contract(maker: Maker) -> Contractstand | None:
    """The contract with which a client began, or begins again; None once that is longer ago than half a year."""
    lopend = [stand for stand in maker.dossier.contracten.values() if stand.fase.waarde != "beeindigd"]
    eerste = min(lopend, key=lambda stand: stand.contract.startdatum, default=None)
    if eerste is None or eerste.contract.startdatum_geschat:
        return None
    dagen = maker.dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    return eerste if (maker.dossier.peildatum - eerste.contract.startdatum).days <= dagen else None


def _voor_de_start(maker: Maker, eerste: Contractstand) -> Iterator[Aandachtspunt]:
    """Before the work begins: whether this client fits, and whether who does the work met the client."""
    if eerste.fase.waarde != "nog_niet_gestart":
        return
    account, start = maker.dossier.account, eerste.contract.startdatum
    begint, contracten = f"{eerste.contract.titel} begint op {taal.datum(start)}", (eerste.contract.id,)
    toets = account.juiste_klant
    beoordeeld = toets.scores.keys() if toets else set()
    rest = {criterium.id for criterium in maker.dossier.gedeeld.criteria.alle} - beoordeeld
    if toets is None or rest or not gehouden(toets.getoetst_op, maker.dossier.peildatum):
        yield from maker.punt(
            "toets",
            "Loop na of klant en voorwaarden passen",
            start,
            waarom=begint,
            anker="waarom-juiste-klant-stand" if toets and toets.scores else "gaten",
            contracten=contracten,
        )
    if account.opstart is None or account.opstart.overdracht_voor_tekenen is not True:
        yield from maker.punt(
            "overdracht",
            "Laat de uitvoering de klant spreken voor de start",
            start,
            waarom=begint,
            anker="driehoek",
            contracten=contracten,
        )


def _kickoff(maker: Maker, eerste: Contractstand) -> Iterator[Aandachtspunt]:
    """A kick-off from long before this start belongs to an earlier time with this client."""
    instellingen, contract = maker.dossier.gedeeld.instellingen, eerste.contract
    uiterlijk = contract.startdatum + timedelta(days=instellingen.kickoff_dagen)
    op = maker.dossier.account.opstart.kickoff_op if maker.dossier.account.opstart else None
    if op is not None and op < contract.startdatum - timedelta(days=instellingen.opstart_dagen):
        op = None
    if not gehouden(op, maker.dossier.peildatum) and not _voor_ons(maker, uiterlijk):
        yield from maker.punt(
            "kickoff",
            f"Houd de kick-off: {contract.titel}",
            uiterlijk,
            waarom=f"Gepland op {taal.datum(op)}" if op else f"Start op {taal.datum(contract.startdatum)}",
            anker="contracten",
            wie=maker.contractmanager(contract.contractmanager),
            contracten=(contract.id,),
        )


def _checks(maker: Maker, eerste: Contractstand) -> Iterator[Aandachtspunt]:
    """The first check of the expectations that is open; asking later than planned counts for the earlier ones too."""
    dossier, contract = maker.dossier, eerste.contract
    lopend = _lopend(maker)
    vorige = contract.startdatum
    for dagen in sorted(dossier.gedeeld.instellingen.opstart_checks_dagen):
        uiterlijk = contract.startdatum + timedelta(days=dagen)
        gevraagd = lopend and all((_gevraagd(maker, verwachting) or date.min) > vorige for verwachting in lopend)
        if not gevraagd and not _voor_ons(maker, uiterlijk):
            yield from maker.punt(
                "opstartcheck",
                f"Vraag na of we doen wat de klant verwacht, na {dagen} dagen",
                uiterlijk,
                waarom=taal.aantal(len(lopend), "verwachting", "verwachtingen")
                if lopend
                else "Er staat nog geen verwachting",
                anker="verwachtingen",
                wie=maker.contractmanager(contract.contractmanager),
                contracten=(contract.id,),
            )
            return
        vorige = uiterlijk


def _verwachtingen(maker: Maker) -> Iterator[Aandachtspunt]:
    """What the client expects is asked again twice a year, and what we only suspect soon; one talk for all of them."""
    alle = ((_opnieuw(maker, verwachting), verwachting) for verwachting in _lopend(maker))
    dagen = [(dag, verwachting) for dag, verwachting in alle if maker.nabij(dag)]
    if not dagen:
        return
    eerste, verwachting = min(dagen, key=lambda paar: paar[0])
    nog = len(dagen) - 1
    meer = f", en nog {taal.aantal(nog, 'andere', 'andere')}" if nog else ""
    yield from maker.punt(
        "verwachtingen",
        "Vraag na wat de klant van ons verwacht",
        eerste,
        waarom=f"{verwachting.tekst}{meer}",
        anker="verwachtingen",
        wie=maker.contractmanager(),
    )


def _opnieuw(maker: Maker, verwachting: Verwachting) -> date | None:
    """Last day to ask again; what we suspect and never asked is for today, what misses its day is a gap."""
    instellingen = maker.dossier.gedeeld.instellingen
    vermoed = verwachting.soort == "vermoed"
    dagen = instellingen.vermoed_dagen if vermoed else instellingen.verwachting_verouderd_dagen
    gevraagd = _gevraagd(maker, verwachting)
    nooit = maker.dossier.peildatum if vermoed else None
    return gevraagd + timedelta(days=dagen) if gevraagd else nooit


def _lopend(maker: Maker) -> list[Verwachting]:
    """The expectations that still count."""
    return [verwachting for verwachting in maker.dossier.account.verwachtingen if verwachting.stand != "vervallen"]


def _gevraagd(maker: Maker, verwachting: Verwachting) -> date | None:
    """The last day an expectation was asked after."""
    return nagevraagd_op(verwachting, maker.dossier.account, maker.dossier.peildatum).waarde


def _voor_ons(maker: Maker, dag: date) -> bool:
    """Whether a day lies before we kept this client here."""
    sinds = in_beheer_sinds(maker.dossier.account)
    return sinds is not None and dag < sinds
