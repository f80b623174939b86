"""Warnings: what is allowed but rarely right (domain 2.12). They never stop a build.

Each warning is one small function whose docstring is the rule: about contracts, about the client, and here about the
whole portfolio.
"""

from collections.abc import Callable, Iterator

from macros.afleidingen.dossier import Dossier
from macros.controles import aannemelijk, contracten, dagboek, klant
from macros.load.problem import Bevinding
from macros.portefeuille.klantfeiten import Feiten, Last, belasting, top, twee_soorten
from macros.woorden.taal import datum, opsomming

TEAM, INSTELLINGEN = "_gedeeld/team.yml", "_gedeeld/instellingen.yml"

Vondst = tuple[str, Bevinding]
"""File below the folder, and what is to be said about it."""


def top_zonder_a(feiten: Feiten) -> Iterator[Vondst]:
    """Een klant die bij de grootste twintig procent hoort, is een A-klant."""
    gevonden = top(feiten)
    for grote in gevonden.geen_a:
        groot = f"deze klant hoort bij de grootste in omzet over {gevonden.peiljaar}"
        tekst = f"{groot}, maar het segment is {grote.segment or 'onbekend'}; kijk dat na"
        yield f"{grote.id}.yml", Bevinding(("omzet", gevonden.peiljaar), "top-zonder-a", tekst)


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


def soort_verschilt(feiten: Feiten) -> Iterator[Vondst]:
    """Een collega is bij elke klant dezelfde soort contractmanager."""
    plek = {persoon.id: nummer for nummer, persoon in enumerate(feiten.gedeeld.team.personen)}
    for wie, soorten in twee_soorten(feiten).items():
        naam = feiten.gedeeld.personen[wie].naam
        tekst = f"{naam} staat bij klanten als {opsomming(soorten)}; kies bij elke klant dezelfde soort contractmanager"
        yield TEAM, Bevinding(("personen", plek[wie]), "soort-verschilt", tekst)


def vaste_peildatum(feiten: Feiten) -> Iterator[Vondst]:
    """Alleen een voorbeeld rekent met een vaste peildatum."""
    vast = feiten.gedeeld.instellingen.peildatum_vast
    if vast is not None:
        tekst = f"de site staat stil op {datum(vast)}; haal die dag weg uit de instellingen als dit geen voorbeeld is"
        yield INSTELLINGEN, Bevinding(("peildatum_vast",), "vaste-peildatum", tekst, veld="peildatum_vast")


PER_KLANT: tuple[Callable[[Dossier], Iterator[Bevinding]], ...] = (
    aannemelijk.in_de_toekomst,
    aannemelijk.verlengd_zonder_einde,
    aannemelijk.opzegging_past_niet,
    aannemelijk.optie_te_laat,
    aannemelijk.publicatie_na_einde,
    aannemelijk.termijn_te_lang,
    aannemelijk.bedrag_valt_op,
    aannemelijk.zelfde_gesprek,
    aannemelijk.laatste_dag_ontbreekt,
    aannemelijk.terugblik_te_laat,
    dagboek.van_morgen,
    dagboek.voor_het_begin,
    dagboek.al_gedaan,
    dagboek.niets_te_vernieuwen,
    contracten.verlopen,
    contracten.voorlopig,
    contracten.voortgezet,
    contracten.uiterste_opzegdatum,
    contracten.optie_zonder_uiterlijk,
    contracten.te_weinig_tijd,
    contracten.raamovereenkomst_te_lang,
    contracten.canvas_ontbreekt,
    contracten.contract_zonder_canvas,
    contracten.canvas_voor_contract,
    contracten.vak_te_vol,
    contracten.kan_scherper,
    klant.sponsor_ontbreekt,
    klant.contactregels_ontbreken,
    klant.cijfer_zonder_herstelplan,
    klant.nog_in_kweekvijver,
    klant.bericht_zonder_lezer,
    klant.zelfde_manager,
    klant.terugblik_niet_gepland,
    klant.opvolger_ontbreekt,
    klant.sessie_afwezig,
    klant.blik_van_eigen_collega,
    klant.vermoeden_niet_nagevraagd,
    klant.verwachting_verouderd,
    klant.vertrokken_persoon,
    klant.oude_gesprekken,
    klant.verder_na_no_go,
)
"""Warnings about one account."""

OVER_ALLES: tuple[Callable[[Feiten], Iterator[Vondst]], ...] = (
    top_zonder_a,
    te_veel_werk,
    soort_verschilt,
    vaste_peildatum,
)
"""Warnings about the whole; each names the file below the folder that it is about."""


def over_klant(dossier: Dossier) -> Iterator[Bevinding]:
    """All warnings about one account."""
    for controle in PER_KLANT:
        yield from controle(dossier)


def over_alles(feiten: Feiten) -> Iterator[Vondst]:
    """All warnings about the whole, each with the file below the folder that it is about."""
    for controle in OVER_ALLES:
        yield from controle(feiten)
