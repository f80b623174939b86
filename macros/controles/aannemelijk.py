"""Warnings about facts that can be, but hardly are: a day in the future, an amount a factor off (domain 2.12)."""

import itertools
from collections.abc import Iterator
from datetime import date

from macros.afleidingen.contract.datums import dag_erna, plus_maanden, termijn_terug
from macros.afleidingen.contract.looptijd import Periode, huidige_periode, nieuwe_prijzen, zonder_nieuw_einde
from macros.afleidingen.contract.opzegging import opzegdeadline
from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding, Loc
from macros.model.contract import Contract, Optie, Opzegging
from macros.model.dagboek import bron as dagboekbron
from macros.woorden.taal import aantal, datum, getal

FACTOR = 50
"""So many times larger or smaller than the amount beside it asks: a thousands separator that was lost is 1,000."""


def in_de_toekomst(dossier: Dossier) -> Iterator[Bevinding]:
    """Een uitkomst of opzegging is al gebeurd; een dag die nog komt, telt pas vanaf die dag."""
    for loc, contract in _contracten(dossier):
        dagen: list[tuple[Loc, date, str]] = [
            (("uitkomsten", nummer, "datum"), uitkomst.datum, "de uitkomst")
            for nummer, uitkomst in enumerate(contract.uitkomsten)
        ]
        if contract.opzegging:
            dagen.append((("opzegging", "ontvangen_op"), contract.opzegging.ontvangen_op, "de opzegging"))
        for plek, dag, wat in dagen:
            if dag > dossier.peildatum:
                tekst = (
                    f"contract '{contract.titel}': {wat} van {datum(dag)} moet nog komen en telt pas vanaf die dag; "
                    "kijk het jaar na"
                )
                yield Bevinding((*loc, *plek), "in-de-toekomst", tekst)


def verlengd_zonder_einde(dossier: Dossier) -> Iterator[Bevinding]:
    """Bij een verlengd contract staat tot wanneer het nu loopt, of welk contract erop volgt."""
    for loc, contract in _contracten(dossier):
        for nummer in zonder_nieuw_einde(contract, dossier.peildatum):
            tekst = (
                f"contract '{contract.titel}' is verlengd, maar tot wanneer staat er niet; "
                "voeg bij verlengingen de nieuwe einddatum toe, of noem bij opvolger het nieuwe contract"
            )
            yield Bevinding((*loc, "uitkomsten", nummer), "verlengd-zonder-einde", tekst)


def opzegging_past_niet(dossier: Dossier) -> Iterator[Bevinding]:
    """Een opzegging komt voor de opzegdeadline, en de laatste dag ligt bij het einde van het contract."""
    for loc, contract in _contracten(dossier):
        opzegging = contract.opzegging
        if opzegging is None or contract.einddatum is None:
            continue
        periode = _periode_bij(contract, opzegging.ontvangen_op)
        deadline = opzegdeadline(contract, periode).waarde
        if contract.stilzwijgende_verlenging and deadline and opzegging.ontvangen_op > deadline:
            over = aantal((opzegging.ontvangen_op - deadline).days, "dag", "dagen")
            einde = plus_maanden(periode.grens, contract.stilzwijgende_verlenging.maanden)
            tekst = (
                f"contract '{contract.titel}': deze opzegging kwam {over} na de opzegdeadline ({datum(deadline)}); "
                f"het contract kan doorlopen tot en met {datum(date.fromordinal(einde.toordinal() - 1))}, kijk dat na"
            )
            yield Bevinding((*loc, "opzegging", "ontvangen_op"), "opzegging-te-laat", tekst)
        elif _te_kort(contract, opzegging):
            tekst = (
                f"contract '{contract.titel}': de laatste dag ({datum(opzegging.per_datum or periode.eind)}) komt "
                "eerder dan de opzegtermijn toelaat; kijk beide na, of spraken jullie dit samen af?"
            )
            yield Bevinding((*loc, "opzegging", "per_datum"), "laatste-dag", tekst)
        if opzegging.per_datum and opzegging.per_datum > periode.eind:
            tekst = (
                f"contract '{contract.titel}': de laatste dag ({datum(opzegging.per_datum)}) ligt na het einde van het "
                f"contract ({datum(periode.eind)}); kijk beide na"
            )
            yield Bevinding((*loc, "opzegging", "per_datum"), "laatste-dag", tekst)


def _te_kort(contract: Contract, opzegging: Opzegging) -> bool:
    """Whether notice came so late that its term is not over on the last day."""
    termijn, dag = contract.opzegtermijn, opzegging.per_datum
    return bool(termijn and dag and opzegging.ontvangen_op > termijn_terug(dag_erna(dag), termijn))


def terugblik_te_laat(dossier: Dossier) -> Iterator[Bevinding]:
    """Een terugblik is gepland voor de dag waarop hij uiterlijk gehouden wordt."""
    uiterlijk = dossier.postmortem_vervalt.waarde
    if uiterlijk is None or uiterlijk < dossier.peildatum:
        return  # too late already: any day is the best there is
    for nummer, blik in enumerate(dossier.account.postmortems):
        if blik.uitgevoerd_op is None and blik.gepland_op and blik.gepland_op > uiterlijk:
            tekst = (
                f"deze terugblik is gepland op {datum(blik.gepland_op)}, en uiterlijk op {datum(uiterlijk)} hoort hij "
                "gehouden te zijn; plan hem eerder"
            )
            yield Bevinding(("postmortems", nummer, "gepland_op"), "terugblik-te-laat", tekst)


def laatste_dag_ontbreekt(dossier: Dossier) -> Iterator[Bevinding]:
    """Zegt de klant op, dan staat erbij wat de laatste dag is; zonder einddatum volgt die uit de opzegtermijn."""
    for loc, contract in _contracten(dossier):
        opzegging, volgt = contract.opzegging, contract.einddatum is None and contract.opzegtermijn is not None
        if opzegging and opzegging.door == "klant" and opzegging.per_datum is None and not volgt:
            tekst = f"contract '{contract.titel}': de klant zegde op en de laatste dag staat er niet bij; vraag die na"
            yield Bevinding((*loc, "opzegging"), "laatste-dag-ontbreekt", tekst, veld="per_datum")


def optie_te_laat(dossier: Dossier) -> Iterator[Bevinding]:
    """Een optie wordt gebruikt voor haar uiterste dag, en na die dag staat erbij of dat is gebeurd."""
    for loc, contract in _contracten(dossier):
        for optie, periode in _opties(contract):
            nummer, uiterlijk = contract.opties.index(optie), _uiterlijk(optie, periode)
            plek = (*loc, "opties", nummer)
            if optie.datum_gelicht and optie.datum_gelicht > uiterlijk:
                tekst = (
                    f"contract '{contract.titel}': deze optie is gebruikt op {datum(optie.datum_gelicht)}, na de "
                    f"uiterste dag ({datum(uiterlijk)}); kijk na of ze nog geldt"
                )
                yield Bevinding((*plek, "datum_gelicht"), "optie-te-laat", tekst)
            elif optie.status == "open" and uiterlijk < dossier.peildatum:
                tekst = (
                    f"contract '{contract.titel}': deze optie kon tot en met {datum(uiterlijk)} gebruikt worden; vul "
                    "in of dat gebeurd is, want nu rekent de site nog met een langer contract"
                )
                yield Bevinding(plek, "optie-te-laat", tekst, veld="status: gelicht of niet_gelicht")


def publicatie_na_einde(dossier: Dossier) -> Iterator[Bevinding]:
    """Een aanbesteding verschijnt voordat het contract op zijn laatst eindigt."""
    for (loc, contract), stand in zip(_contracten(dossier), dossier.contracten.values(), strict=True):
        verwacht = contract.aanbesteding.verwachte_publicatie if contract.aanbesteding else None
        einde = stand.einddatum_maximaal.waarde
        # What goes on without an agreement is tendered after its end: that is why it goes on.
        if verwacht and einde and verwacht > einde and not contract.voortgezet_zonder_afspraak:
            tekst = (
                f"contract '{contract.titel}': de aanbesteding verschijnt na het einde van het contract "
                f"({datum(einde)}); kijk het jaar na"
            )
            yield Bevinding((*loc, "aanbesteding", "verwachte_publicatie"), "publicatie-na-einde", tekst)


def termijn_te_lang(dossier: Dossier) -> Iterator[Bevinding]:
    """De opzegtermijn past in de looptijd van het contract."""
    for (loc, contract), stand in zip(_contracten(dossier), dossier.contracten.values(), strict=True):
        deadline = stand.opzegdeadline.waarde
        bekend = contract.einddatum and contract.opzegtermijn and not contract.startdatum_geschat
        if bekend and deadline and deadline < stand.periode_start:
            tekst = (
                f"contract '{contract.titel}': de opzegtermijn is langer dan de looptijd, dus opzeggen kan nooit op "
                "tijd; kijk beide na"
            )
            yield Bevinding((*loc, "opzegtermijn"), "opzegtermijn-te-lang", tekst)


def bedrag_valt_op(dossier: Dossier) -> Iterator[Bevinding]:
    """Een bedrag is niet ineens vijftig keer zo groot of klein als dat van het jaar ervoor."""
    omzet = sorted(dossier.account.omzet.items())
    for (vorig, was), (jaar, nu) in itertools.pairwise(omzet):
        if jaar == vorig + 1 and _factor(was, nu):
            tekst = f"de omzet van {jaar} is {_factor(was, nu)} dan die van {vorig}; kijk na of het bedrag klopt"
            yield Bevinding(("omzet", jaar), "bedrag-valt-op", tekst)
    grootste = max(dossier.account.omzet.values(), default=0)
    for loc, contract in _contracten(dossier):
        vorige = None
        for plek, waarde in _jaarwaarden(contract):
            te_groot = 0 < grootste * FACTOR < waarde
            naast, wat = (grootste, "de omzet van deze klant") if te_groot else (vorige, "die ervoor")
            if naast and _factor(naast, waarde):
                tekst = (
                    f"contract '{contract.titel}': de jaarwaarde is {_factor(naast, waarde)} dan {wat}; "
                    "kijk na of het bedrag klopt"
                )
                yield Bevinding((*loc, *plek), "bedrag-valt-op", tekst)
            vorige = waarde


def _jaarwaarden(contract: Contract) -> Iterator[tuple[Loc, int]]:
    """Yield the price of the contract and of each renewal that has one, in the order in which they count."""
    if contract.jaarwaarde is not None:
        yield ("jaarwaarde",), contract.jaarwaarde
    for _, waarde, verlenging in nieuwe_prijzen(contract):
        yield ("verlengingen", contract.verlengingen.index(verlenging), "jaarwaarde"), waarde


def zelfde_gesprek(dossier: Dossier) -> Iterator[Bevinding]:
    """Een gesprek staat op één plek: één keer in het klantbestand, of in het dagboek."""
    gezien: set[tuple[object, ...]] = set()
    gesproken: set[tuple[object, ...]] = set()
    for nummer, moment in enumerate(dossier.account.contactmomenten):
        wanneer_en_wie = moment.datum, moment.wie, frozenset(moment.met)
        bron = dagboekbron(dossier.account, f"contactmomenten.{moment.id}")
        if bron and moment.met and wanneer_en_wie in gesproken:
            tekst = f"dit gesprek van {datum(moment.datum)} staat ook in het klantbestand; haal een van beide weg"
            yield Bevinding(("contactmomenten", nummer), "dubbel-gesprek", tekst)
        elif moment.kenmerk in gezien:
            tekst = f"dit gesprek van {datum(moment.datum)} staat hierboven ook al; haal een van beide weg"
            yield Bevinding(("contactmomenten", nummer), "dubbel-gesprek", tekst)
        gezien.add(moment.kenmerk)
        if not bron:
            gesproken.add(wanneer_en_wie)


def _contracten(dossier: Dossier) -> Iterator[tuple[Loc, Contract]]:
    for nummer, contract in enumerate(dossier.account.contracten):
        yield ("contracten", nummer), contract


def _periode_bij(contract: Contract, dag: date) -> Periode:
    """Give the period in which a day falls, after tacit renewals up to it."""
    periode = huidige_periode(contract, dag)
    if periode is None:
        raise ValueError("a contract with an end has a period")
    return periode


def _opties(contract: Contract) -> Iterator[tuple[Optie, Periode]]:
    """Yield each option in order of use, with the period that it makes longer."""
    if contract.einddatum is None:
        return
    periode = Periode(contract.startdatum, dag_erna(contract.einddatum))
    for optie in contract.opties:
        if optie.status == "niet_gelicht":
            return
        yield optie, periode
        periode = periode.langer(optie.maanden)


def _uiterlijk(optie: Optie, periode: Periode) -> date:
    """Give the last day on which an option can be exercised: agreed, or the end that it moves."""
    if optie.uiterlijk is None:
        return periode.eind
    return optie.uiterlijk if isinstance(optie.uiterlijk, date) else termijn_terug(periode.grens, optie.uiterlijk)


def _factor(was: float, nu: float) -> str:
    """Say how many times larger or smaller, when that is unlikely; empty when it is not, or when one is nothing."""
    if min(was, nu) <= 0 or max(was, nu) < min(was, nu) * FACTOR:
        return ""
    keer = getal(round(max(was, nu) / min(was, nu)))
    return f"{keer} keer zo {'groot' if nu > was else 'klein'}"
