"""A register, a mapping and the command `handboek import` in a folder of their own."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.import_ import import_

MAPPING = """
    register: contracten
    accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
    accounts: {naam: klant}
    contracten:
      sleutel: nummer
      titel: titel
      startdatum: start
      einddatum: eind
"""
"""A mapping for a register with the columns klant, nummer, titel, start and eind."""
KOP = "klant;nummer;titel;start;eind"


@dataclass(frozen=True)
class Uitkomst:
    """What one import did."""

    code: int
    tekst: str
    """What was printed, errors included."""
    map: Path

    def account(self, naam: str) -> str:
        """The text of one account file."""
        return (self.map / f"{naam}.yml").read_text(encoding="utf-8")

    @property
    def accounts(self) -> list[str]:
        """Ids of the account files."""
        return sorted(pad.stem for pad in self.map.glob("*.yml"))


Importeer = Callable[..., Uitkomst]


@pytest.fixture
def importeer(tmp_path: Path) -> Importeer:
    """Import a register; each call in one test writes to the same folder."""

    def importeer_(
        register: str | bytes, mapping: str = MAPPING, *opties: str, erbij: str = "", naam: str = "register.csv"
    ) -> Uitkomst:
        bron, vertaling = tmp_path / naam, tmp_path / "mapping.yml"
        bron.write_bytes(register if isinstance(register, bytes) else register.encode())
        vertaling.write_text(textwrap.dedent(mapping) + erbij, encoding="utf-8")
        doel = tmp_path / "accounts"
        uit = CliRunner().invoke(
            import_,
            [str(bron), "--map", str(vertaling), "--into", str(doel), "--peildatum", "2026-03-16", *opties],
            catch_exceptions=False,
        )
        return Uitkomst(uit.exit_code, uit.output, doel)

    return importeer_


@pytest.fixture
def register() -> Callable[..., str]:
    """Make a register of rows, each a text with `;` between the cells."""
    return lambda *rijen: "\n".join([KOP, *rijen]) + "\n"


@pytest.fixture
def mapping() -> str:
    """The mapping that `importeer` uses when a test gives no other; more keys of `contracten` may follow it."""
    return MAPPING
