"""What clients ask of us on a day, from a few lines of YAML."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.aandacht import alle_aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.portefeuille.portefeuille import Portefeuille

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], leidinggevende: johan-prins,
         in_dienst_sinds: 2020-01-01, lessencheck_op: 2026-03-01}
      - {id: bram-oudkerk, naam: Bram Oudkerk, rollen: [accountmanager], lessencheck_op: 2026-01-30,
         afwezig: [{van: 2026-03-01, tot: 2026-05-31, vervanger: anouk-de-wit}]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: sara-bos, naam: Sara Bos, rollen: [projectmanager]}
      - {id: johan-prins, naam: Johan Prins, rollen: [directie, leidinggevende]}
"""
Punt = tuple[date, str, str]
"""Day, standing and person of a point."""


@pytest.fixture
def aandacht(portefeuille: Callable[..., Portefeuille]) -> Callable[..., list[Aandachtspunt]]:
    """Give every point of these clients and of the team on a day; shared files go by name."""

    def maak(*klanten: str, op: date = date(2026, 3, 16), **bestanden: Any) -> list[Aandachtspunt]:
        return list(alle_aandacht(portefeuille(*klanten, peildatum=op, **{"team": TEAM, **bestanden})))

    return maak


@pytest.fixture
def punten(aandacht: Callable[..., list[Aandachtspunt]]) -> Callable[..., list[Punt]]:
    """Give day, standing and person of the points of one kind."""

    def maak(soort: str, *klanten: str, op: date = date(2026, 3, 16), **bestanden: Any) -> list[Punt]:
        alle = aandacht(*klanten, op=op, **bestanden)
        return [(punt.datum, punt.stand, punt.wie) for punt in alle if punt.soort == soort]

    return maak
