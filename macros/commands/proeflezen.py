"""Read one account as it would be after a change, before the file itself changes."""

from __future__ import annotations

from pathlib import Path

from macros.load.load import GEDEELD, WERVING, Lader
from macros.load.problem import Problem
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld


def proeflees(accounts: Path, account: str, tekst: str | None) -> tuple[Account | None, Gedeeld, tuple[Problem, ...]]:
    """Return what this one account would be with `tekst`, the shared files, and the problems in both.

    `tekst` None reads the shared files only. Of the other clients only the names count, so this is quick in a folder of
    any size, and an error of theirs is none here. Nothing is written.
    """
    lader = Lader(accounts, proef={} if tekst is None else {account: tekst.encode()})
    klant, fouten = (None, []) if tekst is None else lader.account(account)
    gedeeld = [een for een in lader.problemen if Path(een.bestand).parent.name in (GEDEELD, WERVING)]
    return klant, lader.gedeeld, (*gedeeld, *fouten)
