"""What the surroundings decide: which accounts folder is read, what is known of its history, and which day it is."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from macros.load import clock
from macros.model.instellingen import Instellingen

ACCOUNTS = "HANDBOEK_ACCOUNTS"
"""Environment variable: another folder with the layout of `accounts/`."""
PEILDATUM = "HANDBOEK_PEILDATUM"
"""Environment variable: the reference date, `JJJJ-MM-DD`."""
GESCHIEDENIS = "HANDBOEK_GESCHIEDENIS"
"""Environment variable: another file with what changed on the main branch."""
TAK = "HANDBOEK_TAK"
"""Environment variable: the branch of which this site is a preview; every page says so."""
TOON = "HANDBOEK_TOON"
"""Environment variable: this site is of another day than the real one, with the data of `nu` or `toen`."""

PROJECT = Path(__file__).resolve().parents[2]
"""The folder that holds `mkdocs.yml`; the package is always run from a checkout."""


class OngeldigeOmgevingError(ValueError):
    """A setting from outside that cannot be used; the message is Dutch and complete."""


def accountsmap() -> Path:
    """Return the folder to read: `HANDBOEK_ACCOUNTS`, else `accounts/` of this checkout.

    Raises `OngeldigeOmgevingError` when the folder does not exist.
    """
    gekozen = os.environ.get(ACCOUNTS)
    folder = Path(gekozen) if gekozen else PROJECT / "accounts"
    if not folder.is_dir():
        raise OngeldigeOmgevingError(
            f"de map met accounts bestaat niet: {folder}; maak die map, of laat {ACCOUNTS} naar een andere map wijzen"
        )
    return folder


def geschiedenisbestand() -> Path:
    """Return the file with what changed on the main branch, there or not: `HANDBOEK_GESCHIEDENIS`, else our own place.

    That is in `.cache` beside the accounts folder and has its name, so that another folder never shows changes of this.
    """
    if gekozen := os.environ.get(GESCHIEDENIS):
        return Path(gekozen)
    return bewaarplek(accountsmap(), "geschiedenis.json")


def bewaarplek(folder: Path, wat: str) -> Path:
    """Return where something is kept that was made of this folder of accounts, made anew when it is not there."""
    folder = folder.resolve()
    return folder.parent / ".cache" / f"{folder.name}-{wat}"


def peildatum(instellingen: Instellingen, gevraagd: str | None = None) -> date:
    """Return the reference date: asked for, else `HANDBOEK_PEILDATUM`, else `peildatum_vast`, else today.

    `gevraagd` is the text of `--peildatum`. Raises `OngeldigeOmgevingError` for text that is no date.
    """
    tekst = gevraagd or os.environ.get(PEILDATUM)
    if tekst:
        return lees_peildatum(tekst)
    return instellingen.peildatum_vast or clock.vandaag(instellingen.tijdzone)


def lees_peildatum(tekst: str, wat: str = "peildatum") -> date:
    """Return the date written as `JJJJ-MM-DD`; raise `OngeldigeOmgevingError`, which says `wat`, for anything else."""
    try:
        gelezen = date.fromisoformat(tekst)
    except ValueError:
        gelezen = None
    # `fromisoformat` also reads `20260316` and `2026-W12-1`.
    if gelezen is None or gelezen.isoformat() != tekst:
        raise OngeldigeOmgevingError(f"{wat} '{tekst}' is geen datum; schrijf jaar-maand-dag, zoals 2026-03-16")
    return gelezen
