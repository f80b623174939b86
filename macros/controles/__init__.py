"""Warnings: what is allowed but rarely right (domain 2.12). They never stop a build.

Each module holds the warnings about one subject, each warning is one small function whose docstring is the rule.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from macros.controles import canvassen, contracten, klant, mensen, portefeuille
from macros.dossier import Dossier
from macros.plaatsen import Plaatsen
from macros.portefeuille import Portefeuille
from macros.problem import WAARSCHUWING, Bevinding, Problem
from macros.vaart import verdeel

PER_KLANT: tuple[Callable[[Dossier], Iterator[Bevinding]], ...] = (
    contracten.verlopen,
    contracten.voorlopig,
    contracten.voortgezet,
    contracten.uiterste_opzegdatum,
    contracten.optie_zonder_uiterlijk,
    contracten.te_weinig_tijd,
    contracten.raamovereenkomst_te_lang,
    canvassen.ontbreekt,
    canvassen.contract_zonder_canvas,
    canvassen.vak_te_vol,
    canvassen.kan_scherper,
    klant.sponsor_ontbreekt,
    klant.contactregels_ontbreken,
    klant.cijfer_zonder_herstelplan,
    klant.zelfde_manager,
    klant.terugblik_niet_gepland,
    mensen.vermoeden_niet_nagevraagd,
    mensen.verwachting_verouderd,
    mensen.vertrokken_persoon,
)
"""Warnings about one account."""

OVER_ALLES: tuple[Callable[[Portefeuille], Iterator[tuple[str, Bevinding]]], ...] = (
    portefeuille.top_zonder_a,
    portefeuille.te_veel_werk,
    portefeuille.vaste_peildatum,
)
"""Warnings about the whole; each names the file below the folder that it is about."""


def waarschuwingen(alles: Portefeuille, plaats: Plaatsen) -> tuple[Problem, ...]:
    """All warnings of a portfolio, sorted by file, line and column."""
    return tuple(sorted(_waarschuwingen(alles, plaats)))


def _waarschuwingen(alles: Portefeuille, plaats: Plaatsen) -> Iterator[Problem]:
    dossiers = list(alles.dossiers.values())
    delen = verdeel(lambda deel, delen: list(_per_klant(dossiers[deel::delen], plaats)), len(dossiers))
    yield from chain.from_iterable(delen)
    for over_alles in OVER_ALLES:
        for bestand, bevinding in over_alles(alles):
            yield _probleem(plaats, bestand, bevinding)


def _per_klant(dossiers: list[Dossier], plaats: Plaatsen) -> Iterator[Problem]:
    for dossier in dossiers:
        for controle in PER_KLANT:
            for bevinding in controle(dossier):
                yield _probleem(plaats, f"{dossier.id}.yml", bevinding)


def _probleem(plaats: Plaatsen, bestand: str, bevinding: Bevinding) -> Problem:
    return plaats.probleem(bestand, bevinding.loc, WAARSCHUWING, bevinding.code, bevinding.tekst)
