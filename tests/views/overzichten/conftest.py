"""A portfolio from a few lines of YAML for each client, for the tests of the overview pages."""

from collections.abc import Callable
from datetime import date
from textwrap import dedent
from typing import Any

import pytest

from macros.dossier import dossier
from macros.portefeuille import Portefeuille

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], leidinggevende: johan-prins}
      - {id: bram-oudkerk, naam: Bram Oudkerk, rollen: [accountmanager],
         afwezig: [{van: 2026-06-01, tot: 2026-06-30, vervanger: anouk-de-wit}]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: johan-prins, naam: Johan Prins, rollen: [directie, leidinggevende]}
      - {id: eva-weg, naam: Eva Weg, rollen: [accountmanager], uit_dienst_op: 2025-12-31, vervanger: bram-oudkerk}
"""


@pytest.fixture
def portefeuille(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Callable[..., Portefeuille]:
    """Make a portfolio of these clients at 16 March 2026, or another peildatum; shared files go by name."""

    def maak(*klanten: str, peildatum: date = date(2026, 3, 16), **bestanden: str) -> Portefeuille:
        delen = gedeeld(**{"team": TEAM, **bestanden})
        accounts = [account(dedent(klant)) for klant in klanten]
        dossiers = {klant.id: dossier(klant, delen, peildatum) for klant in accounts}
        return Portefeuille(dossiers, delen, peildatum, vast=False, problemen=())

    return maak
