"""Contracts from the YAML a colleague would write."""

from collections.abc import Callable
from datetime import date
from textwrap import dedent, indent

import pytest
from pydantic import TypeAdapter

from macros.afleidingen.contract.momenten import Contractstand, contractstand
from macros.load import yaml12
from macros.model.account import Account
from macros.model.contract import Contract
from macros.model.instellingen import Instellingen

ACCOUNT = TypeAdapter(Account)
INSTELLINGEN = Instellingen()
PEILDATUM = date(2026, 3, 16)


def account_van(contract: str, extra: str = "") -> Account:
    """Read an account with one contract; `contract` holds the lines below `titel`, `extra` other lines of the file."""
    lezing = yaml12.lees(
        (
            "id: acme\nnaam: Acme & Zonen\ndriehoek: {accountmanager: anouk-de-wit}\n"
            f"{dedent(extra).strip()}\n"
            f"contracten:\n  - id: beheer\n    titel: Beheer\n{indent(dedent(contract).strip(), '    ')}\n"
        ).encode()
    )
    assert not lezing.fouten, lezing.fouten
    return ACCOUNT.validate_python(lezing.waarde)


def contract_van(contract: str) -> Contract:
    """Read one contract."""
    return account_van(contract).contracten[0]


def stand_van(contract: str, peildatum: date = PEILDATUM, extra: str = "") -> Contractstand:
    """Derive everything about one contract, with the default settings."""
    account = account_van(contract, extra)
    return contractstand(account.contracten[0], account, INSTELLINGEN, peildatum)


@pytest.fixture(scope="session")
def contract() -> Callable[[str], Contract]:
    return contract_van


@pytest.fixture(scope="session")
def stand() -> Callable[..., Contractstand]:
    return stand_van


@pytest.fixture(scope="session")
def klant() -> Callable[..., Account]:
    return account_van
