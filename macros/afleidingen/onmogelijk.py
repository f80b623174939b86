"""Facts that cannot be: a day before its contract, a judgement of tomorrow, two that contradict (domain 2.12).

Each is an error, because what would follow from it disappears in silence: a contract without a decision, a judgement
that stops counting. What is only unlikely is a warning of `controles/aannemelijk.py`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from macros.afleidingen.contract.datums import dag_erna
from macros.afleidingen.contract.fasen import start_retentiefase
from macros.afleidingen.contract.looptijd import Periode, afspraken, huidige_periode
from macros.load.problem import Bevinding, Loc
from macros.model.account import Account
from macros.model.contract import Contract, Optie
from macros.model.instellingen import Instellingen
from macros.woorden.taal import datum


def strijdig(account: Account, instellingen: Instellingen, peildatum: date) -> Iterator[Bevinding]:
    """Everything in the contracts of an account that cannot be true.

    Raises JaarOnbekend where the calendar ends.
    """
    for nummer, contract in enumerate(account.contracten):
        yield from _verlengingen(contract, ("contracten", nummer))
        yield from _late_start(contract, ("contracten", nummer), instellingen, peildatum)


def _verlengingen(contract: Contract, loc: Loc) -> Iterator[Bevinding]:
    """A renewal ends on or after the first day of the period that it begins, and its price begins within the term."""
    if contract.einddatum is None:
        return
    periode = Periode(contract.startdatum, dag_erna(contract.einddatum))
    for afspraak in afspraken(contract):
        if isinstance(afspraak, Optie):
            periode = periode.langer(afspraak.maanden)
            continue
        if afspraak.nieuwe_einddatum < periode.grens:
            tekst = (
                f"deze verlenging begint op {datum(periode.grens)} en zou eerder eindigen dan ze begint; "
                "kijk nieuwe_einddatum na"
            )
            plek = (*loc, "verlengingen", contract.verlengingen.index(afspraak), "nieuwe_einddatum")
            yield Bevinding(plek, "einddatum", tekst)
        plek = (*loc, "verlengingen", contract.verlengingen.index(afspraak), "vanaf")
        if afspraak.vanaf and afspraak.jaarwaarde is None:
            yield Bevinding(plek, "prijs-vanaf", "bij deze dag hoort een nieuwe prijs; voeg de jaarwaarde toe")
        elif afspraak.vanaf and not contract.startdatum <= afspraak.vanaf <= afspraak.nieuwe_einddatum:
            tekst = "deze prijs begint buiten de looptijd van het contract; kijk de dag na"
            yield Bevinding(plek, "prijs-vanaf", tekst)
        periode = Periode(periode.grens, dag_erna(afspraak.nieuwe_einddatum))


def _late_start(contract: Contract, loc: Loc, instellingen: Instellingen, peildatum: date) -> Iterator[Bevinding]:
    """A start chosen by hand that is later than the computed one has a reason."""
    zelf = contract.start_retentiefase_handmatig
    if zelf is None or contract.start_retentiefase_reden:
        return
    zonder = replace(contract, start_retentiefase_handmatig=None)
    berekend = start_retentiefase(zonder, huidige_periode(contract, peildatum), instellingen).waarde
    if berekend and zelf > berekend:
        tekst = (
            f"deze start is later dan berekend ({datum(berekend)}); leg uit waarom, voeg toe: "
            "start_retentiefase_reden: …"
        )
        yield Bevinding((*loc, "start_retentiefase_handmatig"), "start-zonder-reden", tekst)


def onmogelijk(account: Account, instellingen: Instellingen, peildatum: date) -> Iterator[Bevinding]:
    """Everything about one client that cannot be true on the peildatum.

    Raises JaarOnbekend where the calendar ends.
    """
    for nummer, contract in enumerate(account.contracten):
        loc: Loc = ("contracten", nummer)
        yield from _voor_het_begin(contract, loc)
        yield from _opzegging(contract, loc)
        yield from _start_na_einde(contract, loc, peildatum)
        yield from _nooit_voorbij(contract, loc)
    for plek, dag in _oordelen(account):
        if dag and dag > peildatum:
            tekst = (
                f"{datum(dag)} moet nog komen, en een oordeel gaat over wat je al weet; schrijf de dag van het oordeel"
            )
            yield Bevinding(plek, "oordeel-van-morgen", tekst)
    for nummer, uitstel in enumerate(account.uitstel):
        yield from _uitstel(uitstel.reden, uitstel.tot, ("uitstel", nummer), instellingen, peildatum)


def _voor_het_begin(contract: Contract, loc: Loc) -> Iterator[Bevinding]:
    """No agreement about a contract is older than its first day."""
    dagen: list[tuple[Loc, date | None, str]] = [
        (("verlengingen", nummer, "datum"), verlenging.datum, "deze verlenging is afgesproken")
        for nummer, verlenging in enumerate(contract.verlengingen)
    ]
    dagen += [
        (("opties", nummer, "datum_gelicht"), optie.datum_gelicht, "deze optie is gebruikt")
        for nummer, optie in enumerate(contract.opties)
    ]
    if contract.opzegging:
        dagen.append((("opzegging", "ontvangen_op"), contract.opzegging.ontvangen_op, "de opzegging kwam binnen"))
    for plek, dag, wat in dagen:
        if dag and dag < contract.startdatum and not contract.startdatum_geschat:
            begin = datum(contract.startdatum)
            tekst = f"{wat} op {datum(dag)}, voordat contract '{contract.id}' begint ({begin}); kijk de datum na"
            yield Bevinding((*loc, *plek), "voor-het-begin", tekst)


def _opzegging(contract: Contract, loc: Loc) -> Iterator[Bevinding]:
    """The last day of a contract does not lie before the day on which notice came."""
    opzegging = contract.opzegging
    if opzegging and opzegging.per_datum and opzegging.per_datum < opzegging.ontvangen_op:
        tekst = (
            f"de laatste dag ({datum(opzegging.per_datum)}) ligt voor de dag van de opzegging "
            f"({datum(opzegging.ontvangen_op)}); kijk beide datums na"
        )
        yield Bevinding((*loc, "opzegging", "per_datum"), "laatste-dag", tekst)


def _start_na_einde(contract: Contract, loc: Loc, peildatum: date) -> Iterator[Bevinding]:
    """A start of the retention phase that lies after the end never comes."""
    zelf, periode = contract.start_retentiefase_handmatig, huidige_periode(contract, peildatum)
    if zelf and periode and zelf > periode.eind:
        tekst = (
            f"deze start ligt na het einde van het contract ({datum(periode.eind)}), dus de retentiefase komt nooit; "
            "schrijf een dag ervoor, of haal de regel weg"
        )
        yield Bevinding((*loc, "start_retentiefase_handmatig"), "start-na-einde", tekst)


def _nooit_voorbij(contract: Contract, loc: Loc) -> Iterator[Bevinding]:
    """A contract without an end has nothing to renew."""
    if contract.soort != "onbepaalde_tijd":
        return
    for veld in ("opties", "stilzwijgende_verlenging", "verlengingen"):
        if getattr(contract, veld):
            tekst = (
                f"contract '{contract.id}' is voor onbepaalde tijd en heeft toch {veld.replace('_', ' ')}; haal dat "
                "weg, of kies een andere soort en geef een einddatum"
            )
            yield Bevinding((*loc, veld), "onbepaalde-tijd", tekst)


def _oordelen(account: Account) -> Iterator[tuple[Loc, date | None]]:
    """Yield the day of every judgement, with its place."""
    for nummer, contract in enumerate(account.contracten):
        if contract.inschatting:
            yield ("contracten", nummer, "inschatting", "op"), contract.inschatting.op
        if contract.verlengbesluit:
            yield ("contracten", nummer, "verlengbesluit", "op"), contract.verlengbesluit.op
    for nummer, canvas in enumerate(account.canvassen):
        for naam, vak in canvas.vakken.items():
            yield ("canvassen", nummer, "vakken", naam, "oordeel_op"), vak.oordeel_op
    for lijst, veld in (
        ("contactpersonen", "houding_op"),
        ("verwachtingen", "gecheckt_op"),
        ("trainingen", "nagevraagd_op"),
        ("kansen", "genoteerd_op"),
        ("geen_kans", "op"),
    ):
        yield from (((lijst, nummer, veld), getattr(een, veld)) for nummer, een in enumerate(getattr(account, lijst)))
    if account.juiste_klant:
        yield ("juiste_klant", "getoetst_op"), account.juiste_klant.getoetst_op
    if account.segment_keuze:
        yield ("segment_keuze", "op"), account.segment_keuze.op


def _uitstel(reden: str, tot: date, loc: Loc, instellingen: Instellingen, peildatum: date) -> Iterator[Bevinding]:
    """What may wait has a reason that a colleague understands, and comes back within the longest time agreed."""
    if len(reden.split()) < MINSTE_WOORDEN:
        tekst = f"deze reden zegt te weinig; leg in minstens {MINSTE_WOORDEN} woorden uit waarom dit mag wachten"
        yield Bevinding((*loc, "reden"), "uitstel", tekst)
    maximum = instellingen.uitstel_maximum_dagen
    if (tot - peildatum).days > maximum:
        tekst = f"iets mag hoogstens {maximum} dagen wachten; kies een eerdere dag en kijk er dan opnieuw naar"
        yield Bevinding((*loc, "tot"), "uitstel", tekst)


MINSTE_WOORDEN = 3
"""The least that a reason for waiting says."""
