"""Warnings about all accounts together: the largest clients, the work per person, a peildatum that stands still."""

from collections import Counter
from collections.abc import Iterator

from macros.dossier import Dossier
from macros.overzichten.top import loopt, top
from macros.portefeuille import Portefeuille
from macros.problem import Bevinding

TEAM, INSTELLINGEN = "_gedeeld/team.yml", "_gedeeld/instellingen.yml"

Vondst = tuple[str, Bevinding]
"""File below the folder, and what is to be said about it."""


def top_zonder_a(alles: Portefeuille) -> Iterator[Vondst]:
    """Een klant die bij de grootste twintig procent hoort, is een A-klant."""
    gevonden = top(alles)
    for dossier in gevonden.geen_a:
        segment = dossier.segment.waarde or "onbekend"
        groot = f"deze klant hoort bij de grootste in omzet over {gevonden.peiljaar}"
        tekst = f"{groot}, maar het segment is {segment}; kijk dat na"
        yield f"{dossier.id}.yml", Bevinding(("omzet", gevonden.peiljaar), "top-zonder-a", tekst)


def te_veel_werk(alles: Portefeuille) -> Iterator[Vondst]:
    """Niemand heeft meer klanten of contracten dan afgesproken."""
    klanten: Counter[str] = Counter()
    contracten: Counter[str] = Counter()
    for dossier in alles.dossiers.values():
        if loopt(dossier):
            klanten[dossier.account.driehoek.accountmanager] += 1
        contracten.update(_contractmanagers(dossier))
    for nummer, persoon in enumerate(alles.gedeeld.team.personen):
        loc = ("personen", nummer)
        if persoon.max_accounts is not None and klanten[persoon.id] > persoon.max_accounts:
            aantal = klanten[persoon.id]
            tekst = (
                f"{persoon.naam} heeft te veel klanten: {aantal}, en hoogstens {persoon.max_accounts}; verdeel het werk"
            )
            yield TEAM, Bevinding((*loc, "max_accounts"), "te-veel-werk", tekst)
        if persoon.max_contracten is not None and contracten[persoon.id] > persoon.max_contracten:
            aantal, hoogstens = contracten[persoon.id], persoon.max_contracten
            tekst = f"{persoon.naam} heeft te veel contracten: {aantal}, en hoogstens {hoogstens}; verdeel het werk"
            yield TEAM, Bevinding((*loc, "max_contracten"), "te-veel-werk", tekst)


def vaste_peildatum(alles: Portefeuille) -> Iterator[Vondst]:
    """Alleen een voorbeeld rekent met een vaste peildatum."""
    vast = alles.gedeeld.instellingen.peildatum_vast
    if vast is not None:
        tekst = f"de site staat stil op {vast} door peildatum_vast; haal de regel weg als dit geen voorbeeld is"
        yield INSTELLINGEN, Bevinding(("peildatum_vast",), "vaste-peildatum", tekst)


def _contractmanagers(dossier: Dossier) -> Iterator[str]:
    """For every contract that runs or is to start, who manages it."""
    for stand in dossier.contracten.values():
        manager = stand.contract.contractmanager or dossier.account.driehoek.contractmanager
        if manager and stand.fase.waarde != "beeindigd":
            yield manager
