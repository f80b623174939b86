"""The page of what would be: a scenario of one client or more, played in the browser and laid beside all clients.

The total of now comes with the site. Only the clients at which something happens are at hand: what changes for one
needs no other (`portefeuille/euros.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from macros.bewerken import brein
from macros.gebeurtenissen.alsof import Alsof
from macros.gebeurtenissen.gebeurtenis import OnvolledigError
from macros.gebeurtenissen.scenario import Deel, mogelijk, optie, speel, uitstel, verlengd, verlies
from macros.load.problem import ProblemenGevonden
from macros.load.wijzigen.inlassen import NietInTeLassenError
from macros.portefeuille.drukte import maanden, sleutelmomenten
from macros.portefeuille.euros import Euros, euros, samen
from macros.portefeuille.portefeuille import Portefeuille
from macros.verschil.watals import GELIJK, Kader, Rij, Scenario, rijen, vergeleken
from macros.views import render
from macros.views.op_het_spel.wat_als import Gevolgd, Regel, uitkomstblad

BASIS = "../"
"""From the page to the root of the site."""
GENOEMD = 3
"""Figures that the sentence above the outcome names."""


def gegeven(portefeuille: Portefeuille) -> dict[str, Any]:
    """What a site gives to the page: the money and the load of now, and what may be asked of each client."""
    laatste = maanden(portefeuille.peildatum)[-1]
    dossiers = portefeuille.dossiers.values()
    momenten = Counter(een.wie for d in dossiers for een in sleutelmomenten(d) if een.telt_op.replace(day=1) <= laatste)
    klanten = {}
    for dossier in sorted(dossiers, key=lambda een: (een.naam.casefold(), een.id)):
        contracten = [
            [naam, stand.contract.titel, kan]
            for naam, stand in dossier.contracten.items()
            if (kan := mogelijk(dossier, stand))
        ]
        if contracten and not dossier.verborgen:
            klanten[dossier.id] = {"naam": dossier.naam, "contracten": contracten}
    return {"euros": samen(map(euros, dossiers)), "momenten": dict(sorted(momenten.items())), "klanten": klanten}


def wat_als(gegevens: Mapping[str, Any]) -> brein.Antwoord:
    """Play `stappen` one after the other; each has `soort` and `klant`, and perhaps `contract`, `dag` and `bedrag`.

    `euros` and `momenten` are those of now (`gegeven`). What comes back is `titels`, a sentence and `html`, or `fout`
    with the number of the step that cannot be.
    """
    werk = brein.bij_de_hand()
    lader = werk.klad().lader
    alsof, nu = (Alsof(lader, werk.lees, werk.peildatum) for _ in range(2))
    titels: list[str] = []
    gezegd: list[str] = []
    for nummer, stap in enumerate(gegevens["stappen"]):
        try:
            deel = _deel(alsof, stap)
            gezegd += speel(alsof, deel)
        except (OnvolledigError, NietInTeLassenError) as fout:
            return {"fout": str(fout), "stap": nummer}
        except ProblemenGevonden as gevonden:
            return {"fout": gevonden.problemen[0].tekst, "stap": nummer}
        titels.append(deel.titel)
    instellingen = lader.gedeeld.instellingen
    kader = Kader(
        Euros(*gegevens["euros"]), werk.peildatum.year, instellingen.retentiefase_maanden, instellingen.valuta
    )
    paren = [(nu.dossier(klant), alsof.dossier(klant)) for klant in alsof.geraakt]
    leeg = Scenario(" en ".join(titels), kader.nu, kanttekeningen=tuple(gezegd))
    scenario = vergeleken(leeg, paren, gegevens["momenten"], {naam: naam for naam in lader.namen})
    alle = list(rijen(kader, [scenario]))
    return {"titels": titels, "zin": _zin(alle), "html": render.html(_blad(alle, scenario), BASIS)}


def _deel(alsof: Alsof, stap: Mapping[str, Any]) -> Deel:
    """What a step lets happen; raises `OnvolledigError` for what is missing in it, or is not there any more."""
    klant, contract = stap["klant"], stap.get("contract") or ""
    if klant not in alsof.lader.namen:
        raise OnvolledigError("deze klant is er niet meer; kies opnieuw")
    dossier = alsof.dossier(klant)
    if contract and contract not in dossier.contracten:
        raise OnvolledigError(f"dit contract is er niet meer bij {dossier.naam}; kies opnieuw")
    if stap["soort"] == "verlies":
        return verlies(dossier, [contract] if contract else [], _dag(stap) if stap.get("dag") else None)
    if not contract:
        raise OnvolledigError("kies het contract waar het over gaat")
    if stap["soort"] == "optie":
        return optie(dossier, contract)
    if stap["soort"] == "uitstel":
        return uitstel(dossier, contract, _dag(stap))
    if stap["soort"] == "verlengd":
        return verlengd(dossier, contract, _dag(stap), _bedrag(stap))
    raise OnvolledigError("dit scenario bestaat niet; kies opnieuw")


def _dag(stap: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(stap.get("dag") or "")
    except ValueError:
        raise OnvolledigError("vul een dag in") from None


def _bedrag(stap: Mapping[str, Any]) -> int | None:
    tekst = str(stap.get("bedrag") or "")
    if not tekst:
        return None
    if not tekst.isdecimal() or len(tekst) > 12:
        raise OnvolledigError("schrijf het bedrag als een heel getal, zonder punten, zoals 180000")
    return int(tekst)


def _zin(alle: Sequence[Rij]) -> str:
    """What moves most, in one sentence for who listens."""
    op_volgorde = sorted(alle, key=lambda rij: not rij.naam.startswith("Omzet"))
    anders = [f"{rij.naam}: {rij.verschillen[0]}" for rij in op_volgorde if rij.verschillen[0] != GELIJK]
    return f"Uitgerekend. {'; '.join(anders[:GENOEMD])}." if anders else "Uitgerekend. Geen getal verandert."


def _blad(alle: Sequence[Rij], scenario: Scenario) -> render.View:
    return uitkomstblad(
        [Regel(rij.naam, rij.waarden[0], rij.waarden[1], rij.verschillen[0]) for rij in alle],
        scenario.kanttekeningen,
        [Gevolgd(een.id, een.naam, tuple(zin.tekst for zin in een.gevolgen)) for een in scenario.klanten],
        [zin.tekst for zin in scenario.last],
    )
