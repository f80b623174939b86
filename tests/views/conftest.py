"""One client from a few lines of YAML, for the tests of the client page and the canvas."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.dossier import Dossier, dossier

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: sara-bos, naam: Sara Bos, rollen: [projectmanager]}
      - {id: johan-prins, naam: Johan Prins, rollen: [directie, leidinggevende]}
"""


@pytest.fixture
def klant(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Callable[..., Dossier]:
    """Make the dossier of one client at 16 March 2026; shared files go by name."""

    def maak(yaml: str = "", **bestanden: str) -> Dossier:
        return dossier(account(yaml), gedeeld(**{"team": TEAM, **bestanden}), date(2026, 3, 16))

    return maak
