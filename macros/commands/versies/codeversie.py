"""What the code of two versions makes of the same files: each derives them in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import macros
from macros.afleidingen.contact.bezetting import naam as naam_van_collega
from macros.commands.versies.gitversie import GeenVersieError, Git
from macros.load import omgeving
from macros.load.load import Lader
from macros.load.problem import FOUT
from macros.verschil.gevolgen import verschil
from macros.verschil.methode import Effect, Geraakt, Kant, effect
from macros.verschil.uitkomst import Uitkomst, lees
from macros.verschil.zin import Zin

CODE = Path(macros.__file__).parent
"""The package that runs now."""
ZELFDE_CODE = "De code is anders, en rekent voor elke klant hetzelfde uit"


class _AndereCodeError(ValueError):
    """The code of a version cannot say what it derives; the message is Dutch and complete."""


def andere_code(accounts: Git, begin: str, kop: str | None, tijdelijk: Path) -> tuple[Path, Path] | None:
    """The folders with the code at two commits, without `kop` at one and as it is now, written below `tijdelijk`.

    None when it is the same code, or lies in another repository than the accounts.
    """
    try:
        git = Git(CODE)
    except GeenVersieError:
        return None
    if git.archief != accounts.archief or not git.anders(begin, kop):
        return None
    mappen = []
    for kant, commit in (("oud", begin), ("nieuw", kop)):
        if commit:
            git.zet_neer(commit, tijdelijk / kant / CODE.name, (".py", ".yml"))
        mappen.append(tijdelijk / kant if commit else CODE.parent)
    return mappen[0], mappen[1]


def code_effect(accounts: Path, code: tuple[Path, Path], peildatum: str | None) -> Effect:
    """What another version of the code makes of the same files; one sentence when it cannot be said, or is nothing."""
    gedeeld = Lader(accounts).gedeeld
    dag = omgeving.peildatum(gedeeld.instellingen, peildatum)
    try:
        voor, na = (_afgeleid(een, accounts, dag) for een in code)
    except _AndereCodeError as fout:
        return Effect((Zin(str(fout), (), "stand"),), ())
    volgt = {naam: verschil(voor[naam], na[naam]) for naam in na if naam in voor}
    geraakt = [Geraakt(naam, na[naam].naam, zinnen) for naam, zinnen in volgt.items() if zinnen]
    if not geraakt:
        return Effect((Zin(ZELFDE_CODE, (), "stand"),), ())
    vanaf = gedeeld.instellingen.drukke_maand_vanaf
    return effect(geraakt, Kant(voor, vanaf), Kant(na, vanaf), dag, lambda wie: naam_van_collega(wie, gedeeld.personen))


def _afgeleid(code: Path, accounts: Path, dag: date) -> dict[str, Uitkomst]:
    """The outcome of every client of a folder under the code in `code`, the folder that holds the package.

    Raises _AndereCodeError when that code cannot read the folder, or is of before it could tell.
    """
    opdracht: Sequence[str] = [sys.executable, "-m", "macros.verschil.afleiden", str(accounts), dag.isoformat()]
    # The folder itself comes first on the path of a module that is run; the variable says it where that is turned off.
    omgeving = os.environ | {"PYTHONPATH": str(code)}
    uit = subprocess.run(opdracht, cwd=code, env=omgeving, capture_output=True, text=True, check=False)  # noqa: S603
    try:
        if uit.returncode == 0:
            return lees(uit.stdout)
    except ValueError:
        fouten = []
    else:
        # What it says itself is Dutch; what Python says of code without this part is for nobody.
        fouten = [regel for regel in uit.stderr.splitlines() if f": {FOUT}: " in regel]
    waarom = f": {fouten[0]}" if fouten else ""
    raise _AndereCodeError(f"Dat is niet te zeggen, want een van beide versies van de code kan het niet{waarom}")
