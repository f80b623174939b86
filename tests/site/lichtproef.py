"""Asks Lighthouse what it thinks of a page; nobody outside is asked anything."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

LIGHTHOUSE = shutil.which("lighthouse")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGINAS = {
    "vandaag": "",
    "klant": "accounts/meerdal-zorggroep/",
    "canvas": "accounts/meerdal-zorggroep/canvas/2026/",
    "gesprek": "accounts/meerdal-zorggroep/gesprek/",
    "gebeurd": "accounts/meerdal-zorggroep/gebeurd/",
    "kalender": "kalender/anouk-de-wit/",
    "klanten": "accounts/",
    "hoofdstuk": "handboek/contractdatums/",
    "op het spel": "op-het-spel/",
    "inwerken": "inwerken/eerste-week/",
}
DOOF = "--headless=new --no-sandbox --disable-gpu --proxy-server=127.0.0.1:9"
"""All but this machine goes to a proxy that is not there: nobody outside is asked anything."""


def verslag(adres: str, *keuzes: str) -> dict[str, Any]:
    """Return what Lighthouse found of one page."""
    assert LIGHTHOUSE
    gedaan = subprocess.run(
        [
            *(LIGHTHOUSE, adres, "--quiet", "--output=json", "--no-enable-error-reporting", f"--chrome-flags={DOOF}"),
            *("--only-categories=performance,accessibility,best-practices", "--disable-full-page-screenshot", *keuzes),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env=os.environ | {"CHROME_PATH": str(CHROMIUM)},
    )
    return dict(json.loads(gedaan.stdout))


def cijfer(bevonden: dict[str, Any], soort: str) -> float:
    """The mark of a category, from 0 to 1."""
    return float(bevonden["categories"][soort]["score"])
