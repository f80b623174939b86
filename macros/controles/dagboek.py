"""Warnings about the journal: a line that closes or confirms what cannot be closed or confirmed on its day."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from macros.afleidingen.dossier import Dossier
from macros.load.dagboekfeiten import INSCHATTING, dagfeiten, huidige_canvassen
from macros.load.problem import Bevinding, Loc
from macros.model.account import Account
from macros.model.dagboek import Aantekening, Dagboekregel
from macros.woorden.taal import datum

VELDEN = ("klopt_nog", "klaar", "gebroken")
"""What a line says of something that stands elsewhere."""


def van_morgen(dossier: Dossier) -> Iterator[Bevinding]:
    """Wat klaar, niet nagekomen of nagevraagd is, is al gebeurd."""
    for een in dossier.aantekeningen:
        if een.regel.datum > dossier.peildatum:
            for veld, _ in _genoemd(een.regel)[:1]:
                tekst = (
                    f"{datum(een.regel.datum)} moet nog komen, en wat dan klaar of nagevraagd is weet je nog niet; "
                    "kijk de dag na"
                )
                yield Bevinding(_loc(een, veld), "dagboek-van-morgen", tekst)


def voor_het_begin(dossier: Dossier) -> Iterator[Bevinding]:
    """Iets is klaar of nagevraagd nadat het er kwam."""
    begin = dict(_begin(dossier.account))
    for een in dossier.aantekeningen:
        for veld, naam in _genoemd(een.regel):
            sinds = begin.get(naam)
            if sinds and een.regel.datum < sinds:
                tekst = (
                    f"op {datum(een.regel.datum)} was '{naam}' er nog niet: dat kwam er op {datum(sinds)}; "
                    "kijk de dag na, of noem iets anders"
                )
                yield Bevinding(_loc(een, veld), "dagboek-voor-het-begin", tekst)


def al_gedaan(dossier: Dossier) -> Iterator[Bevinding]:
    """Wat klaar is, wordt één keer klaar gemeld."""
    gedaan = dict(_gedaan(dossier.account))
    for een in sorted(dossier.aantekeningen, key=lambda een: (een.regel.datum, een.id)):
        for naam in een.regel.klaar:
            eerder = gedaan.get(naam)
            if eerder and eerder < een.regel.datum:
                tekst = f"'{naam}' was al klaar op {datum(eerder)}; haal het hier weg, of noem wat je bedoelde"
                yield Bevinding(_loc(een, "klaar"), "dagboek-al-gedaan", tekst)
            gedaan.setdefault(naam, een.regel.datum)


def niets_te_vernieuwen(dossier: Dossier) -> Iterator[Bevinding]:
    """Wat nog klopt, is een houding, een verwachting, een oordeel of een inschatting die er staat."""
    account = dossier.account
    te_vernieuwen = {naam for feit in dagfeiten(account) for naam in feit.namen}
    for een in dossier.aantekeningen:
        for naam in een.regel.klopt_nog:
            if naam not in te_vernieuwen and not _beoordeeld(account, naam, een.regel.datum):
                wat, schrijf = _wat_mist(account, naam)
                tekst = f"{wat}, dus deze regel vernieuwt niets; schrijf {schrijf}, of haal '{naam}' hier weg"
                yield Bevinding(_loc(een, "klopt_nog"), "dagboek-vernieuwt-niets", tekst)


def _beoordeeld(account: Account, vak: str, dag: date) -> bool:
    """Whether a canvas that was current on this day judges the box: a newer one may not yet."""
    van_toen = huidige_canvassen([canvas for canvas in account.canvassen if canvas.gestart_op <= dag])
    return any(vak in canvas.vakken and canvas.vakken[vak].oordeel for canvas in van_toen)


def _wat_mist(account: Account, naam: str) -> tuple[str, str]:
    """What is named that nothing was said of, and what to write."""
    for persoon in account.contactpersonen:
        if persoon.id == naam:
            return f"bij {persoon.naam} staat geen houding", "bij die persoon houding, houding_op en houding_bron"
    schrijf = "bij dat contract `inschatting: {verwachting: …, waarom: …}`"
    if naam == INSCHATTING:
        return "bij geen enkel contract staat een inschatting", schrijf.replace("dat", "het")
    for contract in account.contracten:
        if contract.id == naam:
            return f"bij het contract '{contract.titel}' staat geen inschatting", schrijf
    return f"in het nieuwste canvas heeft het vak '{naam}' geen oordeel", "daar oordeel, oordeel_op en oordeel_bron"


def _loc(een: Aantekening, veld: str) -> Loc:
    return "dagboek", een.id, veld


def _genoemd(regel: Dagboekregel) -> list[tuple[str, str]]:
    return [(veld, naam) for veld in VELDEN for naam in getattr(regel, veld)]


def _begin(account: Account) -> Iterator[tuple[str, date | None]]:
    """From what day each thing is there; None when the file does not say."""
    yield from ((een.id, een.gedaan_op) for een in account.toezeggingen)
    for moment in account.contactmomenten:
        yield from ((signaal.id, moment.datum) for signaal in moment.signalen if signaal.id)
    yield from ((les.id, les.datum) for les in account.signalen if les.id)
    for canvas in account.canvassen:
        yield from ((actie.id, canvas.gestart_op) for actie in canvas.acties)
    for blik in account.fresheyes:
        yield from ((actie.id, blik.uitgevoerd_op) for actie in blik.acties if actie.id)


def _gedaan(account: Account) -> Iterator[tuple[str, date]]:
    """On what day each thing was done, as the account with its journal says."""
    beloften = ((een.id, een.stand_op) for een in account.toezeggingen if een.stand in ("nagekomen", "vervallen"))
    signalen = ((s.id, s.opgevolgd_op) for moment in account.contactmomenten for s in moment.signalen)
    lessen = ((les.id, les.gedaan_op) for les in account.signalen)
    yield from ((naam, dag) for naam, dag in chain(beloften, signalen, lessen) if naam and dag)
