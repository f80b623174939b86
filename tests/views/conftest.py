"""What the tests of views share: one client from a few lines of YAML, and our style sheets for a page made by hand."""

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.afleidingen.dossier import Dossier, dossier

ROOT = Path(__file__).resolve().parents[2]
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


@pytest.fixture(scope="session")
def stijl() -> Callable[..., str]:
    """Join the style sheets of these names; our own font stands inside, for a page that has no address."""

    def maak(*namen: str) -> str:
        css = "\n".join(next((ROOT / "macros/views").rglob(f"{naam}.css")).read_text("utf-8") for naam in namen)
        for pad in (ROOT / "docs/assets/fonts").glob("*.woff2"):
            css = css.replace(f"fonts/{pad.name}", f"data:font/woff2;base64,{b64encode(pad.read_bytes()).decode()}")
        return css

    return maak
