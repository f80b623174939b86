"""Read one account as it would be after a change, before the file itself changes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from macros.load.load import GEDEELD, WERVING, Lading, lees_map
from macros.load.problem import Problem


def proeflees(accounts: Path, account: str, tekst: str | None) -> tuple[Lading, tuple[Problem, ...]]:
    """Return what the folder would hold for this one account with `tekst`, and the problems in it and in what it needs.

    `tekst` None reads the shared files only. The account is read beside copies of the shared files; of the other
    clients only the names count, so this is quick in a folder of any size. Nothing in `accounts` changes.
    """
    with tempfile.TemporaryDirectory() as tijdelijk:
        proef = Path(tijdelijk) / accounts.resolve().name
        proef.mkdir()
        for map_ in (GEDEELD, WERVING):
            if (accounts / map_).is_dir():
                shutil.copytree(accounts / map_, proef / map_)
        for ander in accounts.glob("*.yml"):
            # Empty is enough: a reference to a client asks only whether its file is there.
            (proef / ander.name).touch()
        if tekst is not None:
            (proef / f"{account}.yml").write_bytes(tekst.encode())
        lading = lees_map(proef)
        eigen = f"{proef.name}/{account}.yml" if tekst is not None else ""
        gedeeld = (f"{proef.name}/{GEDEELD}/", f"{proef.name}/{WERVING}/")
        problemen = [een for een in lading.problemen if een.bestand == eigen or een.bestand.startswith(gedeeld)]
    return lading, tuple(problemen)
