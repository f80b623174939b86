"""A folder of accounts from YAML, for the warnings and the command that prints them."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

TEAM = """\
personen:
  - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}
  - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
"""
KOP = "id: acme\nnaam: Acme\n"
DRIEHOEK = "driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}\n"


@pytest.fixture
def map_(tmp_path: Path) -> Callable[..., Path]:
    """Write `accounts/acme.yml` and other files by name; what an account needs is filled in above it."""

    def schrijf(acme: str | None = "", **bestanden: str) -> Path:
        wortel = tmp_path / "accounts"
        (wortel / "_gedeeld").mkdir(parents=True)
        gedeeld = {"team": TEAM, **bestanden}
        for naam, inhoud in gedeeld.items():
            (wortel / "_gedeeld" / f"{naam}.yml").write_text(dedent(inhoud), encoding="utf-8")
        if acme is not None:
            tekst = dedent(acme)
            kop = KOP + ("" if "driehoek:" in tekst else DRIEHOEK)
            kop += "" if "contracten:" in tekst else "contracten: []\n"
            (wortel / "acme.yml").write_text(kop + tekst, encoding="utf-8")
        return wortel

    return schrijf
