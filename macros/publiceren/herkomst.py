"""What git knows of the repository, and which version of it a site is made of."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from macros.load.omgeving import PROJECT


def vraag(*vraag: str, map_: Path = PROJECT) -> str:
    """What git answers in a folder; empty where git, a repository or the answer is absent."""
    git = shutil.which("git")
    if git is None:
        return ""
    gedaan = subprocess.run([git, *vraag], cwd=map_, capture_output=True, text=True, check=False)  # noqa: S603
    return gedaan.stdout.rstrip() if gedaan.returncode == 0 else ""


def commit() -> str:
    """The commit that is checked out; empty without git."""
    return vraag("rev-parse", "--verify", "--quiet", "HEAD")


def ongewijzigd(accounts: Path) -> bool:
    """Whether the commit says all: the accounts belong to the repository, and no file differs from it."""
    return (
        accounts.resolve().is_relative_to(PROJECT.resolve()) and bool(commit()) and not vraag("status", "--porcelain")
    )
