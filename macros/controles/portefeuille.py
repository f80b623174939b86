"""Warnings about all accounts together: the largest clients, the work per person, a peildatum that stands still."""

from collections.abc import Iterator

from macros.load.problem import Bevinding
from macros.portefeuille.belasting import Last, belasting
from macros.portefeuille.klantfeiten import Feiten
from macros.portefeuille.top import top

TEAM, INSTELLINGEN = "_gedeeld/team.yml", "_gedeeld/instellingen.yml"

Vondst = tuple[str, Bevinding]
"""File below the folder, and what is to be said about it."""


def top_zonder_a(feiten: Feiten) -> Iterator[Vondst]:
    """Een klant die bij de grootste twintig procent hoort, is een A-klant."""
    gevonden = top(feiten)
    for klant in gevonden.geen_a:
        groot = f"deze klant hoort bij de grootste in omzet over {gevonden.peiljaar}"
        tekst = f"{groot}, maar het segment is {klant.segment or 'onbekend'}; kijk dat na"
        yield f"{klant.id}.yml", Bevinding(("omzet", gevonden.peiljaar), "top-zonder-a", tekst)


def te_veel_werk(feiten: Feiten) -> Iterator[Vondst]:
    """Niemand heeft meer klanten of contracten dan afgesproken."""
    plek = {persoon.id: nummer for nummer, persoon in enumerate(feiten.gedeeld.team.personen)}
    for last in belasting(feiten):
        delen: tuple[tuple[str, Last], ...] = (("klanten", last.accounts), ("contracten", last.contracten))
        for wat, deel in delen:
            if deel.stand == "boven":
                veld = "max_accounts" if wat == "klanten" else "max_contracten"
                grens = f"{deel.aantal}, en hoogstens {deel.maximum}"
                tekst = f"{last.persoon.naam} heeft te veel {wat}: {grens}; verdeel het werk"
                yield TEAM, Bevinding(("personen", plek[last.persoon.id], veld), "te-veel-werk", tekst)


def vaste_peildatum(feiten: Feiten) -> Iterator[Vondst]:
    """Alleen een voorbeeld rekent met een vaste peildatum."""
    vast = feiten.gedeeld.instellingen.peildatum_vast
    if vast is not None:
        tekst = f"de site staat stil op {vast} door peildatum_vast; haal de regel weg als dit geen voorbeeld is"
        yield INSTELLINGEN, Bevinding(("peildatum_vast",), "vaste-peildatum", tekst)
