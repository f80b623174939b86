"""A browser that is on this machine prints a file: found by its place, without a network and apart from its user's own.

Which one is asked, and why no library, stands in `docs/adr/0021-a-browser-prints.md`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

BROWSER = "HANDBOEK_BROWSER"
"""Environment variable: the browser to print with, when it is not found by itself or another one is wanted."""
NAMEN = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge", "brave-browser",
)  # fmt: skip
"""What they are called on the path."""
_MAC = ("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser")
_WINDOWS = (("Google", "Chrome", "chrome.exe"), ("Microsoft", "Edge", "msedge.exe"))
_WINDOWSMAPPEN = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
HOOGSTENS = 180
"""Seconds that one print may take."""
_VOL_ONDER = 2_000_000
"""Bytes: with less room the browser may have had none for its file."""
GEEN = (
    "er is geen browser gevonden die kan printen; installeer Chromium, Google Chrome of Microsoft Edge, "
    f"of zet in {BROWSER} waar die staat"
)


class PapierError(Exception):
    """A sheet that cannot be made; the message is Dutch and complete."""


def vind(omgeving: Mapping[str, str] = os.environ) -> Path:
    """Return the browser that prints; raises `PapierError` when there is none, or the chosen one is no program."""
    if gekozen := omgeving.get(BROWSER):
        gevonden = shutil.which(gekozen)
        if gevonden is None:
            raise PapierError(f"{BROWSER} wijst naar '{gekozen}', en dat is geen programma; schrijf het hele pad")
        return Path(gevonden)
    for naam in NAMEN:
        if op_pad := shutil.which(naam, path=omgeving.get("PATH", "")):
            return Path(op_pad)
    for plek in _vaste_plekken(omgeving):
        if plek.is_file():
            return plek
    raise PapierError(GEEN)


def _vaste_plekken(omgeving: Mapping[str, str]) -> Iterator[Path]:
    """Where macOS and Windows put a browser, which stands on no path there."""
    if sys.platform == "darwin":
        yield from (Path(f"/Applications/{naam}.app/Contents/MacOS/{naam}") for naam in _MAC)
    for naam in _WINDOWSMAPPEN:
        if folder := omgeving.get(naam):
            yield from (Path(folder, merk, soort, "Application", bestand) for merk, soort, bestand in _WINDOWS)


def druk(browser: Path, html: str) -> bytes:
    """Return the PDF of one HTML text, whose style sheets and pictures are files: tagged, with an outline.

    The browser gets a folder of its own, so that of the user is not touched and may be open, and knows no name of any
    machine, so it asks nobody anything. Raises `PapierError` when there is no PDF in the end.
    """
    with tempfile.TemporaryDirectory(prefix="handboek-pdf-", ignore_cleanup_errors=True) as folder:
        bron, doel = Path(folder, "vel.html"), Path(folder, "vel.pdf")
        bron.write_text(html, encoding="utf-8")
        gezegd = _laat_printen(_opdracht(browser, bron, doel, Path(folder, "profiel")))
        pdf = doel.read_bytes() if doel.is_file() else b""
        if pdf.startswith(b"%PDF") and pdf.rstrip().endswith(b"%%EOF"):
            return pdf
        if shutil.disk_usage(folder).free < _VOL_ONDER:
            raise PapierError("de schijf is vol; maak ruimte en probeer het opnieuw")
    raise PapierError(f"{browser} maakte geen PDF{_raad(browser, gezegd)}")


def _opdracht(browser: Path, bron: Path, doel: Path, profiel: Path) -> list[str]:
    """Return the command; the user agent becomes the creator in the PDF, where the usual one tells of the machine."""
    opties = [
        "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-agent=Retentiehandboek", f"--user-data-dir={profiel}",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", f"--print-to-pdf={doel}",
    ]  # fmt: skip
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # For the superuser, as in a container, it only starts like this; what it is shown holds no script.
        opties.append("--no-sandbox")
    return [str(browser), *opties, bron.as_uri()]


def _laat_printen(opdracht: list[str]) -> str:
    try:
        loop = subprocess.run(  # noqa: S603  a browser of this machine and a file of our own
            opdracht, stdin=subprocess.DEVNULL, capture_output=True, timeout=HOOGSTENS, check=False
        )
    except subprocess.TimeoutExpired:
        raise PapierError(f"het printen duurde langer dan {HOOGSTENS // 60} minuten en is gestopt") from None
    except OSError:
        raise PapierError(f"{opdracht[0]} start niet; zet in {BROWSER} een browser die het wel doet") from None
    return loop.stderr.decode(errors="replace")


def _raad(browser: Path, gezegd: str) -> str:
    if "snap" in browser.resolve().parts or "snap" in browser.parts or "/snap/" in gezegd:
        return "; een browser uit snap mag niet bij tijdelijke bestanden, zet TMPDIR op een map in je eigen map"
    regels = [regel for regel in gezegd.splitlines() if "ERROR" in regel or "error" in regel]
    return f"; het laatste wat hij zei: {regels[-1].strip()[:200]}" if regels else f"; kies een andere met {BROWSER}"
