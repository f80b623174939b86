"""Warnings: what is allowed but rarely right (domain 2.12). They never stop a build.

Each module holds the warnings about one subject, each warning is one small function whose docstring is the rule.
"""

from collections.abc import Callable, Iterator

from macros.afleidingen.dossier import Dossier
from macros.controles import canvassen, contracten, klant, mensen, portefeuille
from macros.load.problem import Bevinding
from macros.portefeuille.klantfeiten import Feiten

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

OVER_ALLES: tuple[Callable[[Feiten], Iterator[tuple[str, Bevinding]]], ...] = (
    portefeuille.top_zonder_a,
    portefeuille.te_veel_werk,
    portefeuille.vaste_peildatum,
)
"""Warnings about the whole; each names the file below the folder that it is about."""


def over_klant(dossier: Dossier) -> Iterator[Bevinding]:
    """All warnings about one account."""
    for controle in PER_KLANT:
        yield from controle(dossier)


def over_alles(feiten: Feiten) -> Iterator[tuple[str, Bevinding]]:
    """All warnings about the whole, each with the file below the folder that it is about."""
    for controle in OVER_ALLES:
        yield from controle(feiten)
