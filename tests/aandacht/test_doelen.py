"""Every thing that needs a person leads to a page that is made."""

from __future__ import annotations

from collections.abc import Callable

from macros.aandacht import alle_aandacht
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.pagina import FAMILIES, Pagina

TWEEDE = """
    segment_keuze: {segment: A, reden: groot}
    contracten:
      - {id: oud, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}
      - {id: nieuw, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2026-12-31}
    canvassen:
      - {id: "2026", contracten: [oud], gestart_op: 2025-07-01}
"""


def test_a_second_contract_has_the_empty_form_too(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    A client with a canvas for one contract is asked to begin one for the other, and the form to do it on is there.
    """
    alles = portefeuille(TWEEDE)
    basis = Pagina(pad="", portefeuille=alles, voorbeeld=alles, bewerk_url=lambda _: "")

    gemaakt = {pagina.pad for familie in FAMILIES.values() for pagina in familie.paginas(basis)}
    doelen = {punt.doel.partition("#")[0] for punt in alle_aandacht(alles) if punt.id}

    assert any(doel.endswith("canvas/nieuw/") for doel in doelen)
    assert doelen <= gemaakt
