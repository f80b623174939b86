"""The learner's own copy of the practice portfolio."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.load.omgeving import PROJECT

OEFENMAP = PROJECT / ".oefenen"
"""Where the copy stands; git does not see it."""
BRON = Path(__file__).with_name("accounts")


def zet_klaar(folder: Path = OEFENMAP) -> bool:
    """Copy the practice portfolio into `folder`; False, and nothing happens, when that folder exists already."""
    if folder.exists():
        return False
    shutil.copytree(BRON, folder)
    return True
