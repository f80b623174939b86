"""`mkdocs serve`: a change of any kind shows by itself, and an error leaves the old site standing.

How soon is measured by `make bench`; a test on a busy machine can only say whether.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from gebouwd import Bouwplaats, schone_omgeving

KLANT = "accounts/meerdal-zorggroep/"


@pytest.fixture(scope="module")
def kopie(bouwplaats: Bouwplaats, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project, so that the test can change its files."""
    doel = tmp_path_factory.mktemp("project")
    bouwplaats.kopie(doel)
    return doel


@pytest.fixture(scope="module")
def adres(kopie: Path) -> Iterator[str]:
    """Serve the copy on a free port until the tests are done."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{poort}"],
        cwd=kopie,
        env=schone_omgeving() | {"PYTHONPATH": str(kopie)},
    )
    adres = f"http://127.0.0.1:{poort}/"
    try:
        wacht_op(adres, "Vandaag", seconden=180)
        yield adres
    finally:
        server.terminate()
        server.wait(10)


def lees(adres: str) -> str:
    """Return a page, or nothing while the server is not ready."""
    try:
        with urllib.request.urlopen(adres, timeout=20) as antwoord:  # noqa: S310
            return str(antwoord.read().decode())
    except OSError:
        return ""


def wacht_op(adres: str, tekst: str, seconden: float = 120) -> float:
    """Return after how many seconds `tekst` stood on the page; fail when it never came."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconden:
        if tekst in lees(adres):
            return time.monotonic() - begin
        time.sleep(0.05)
    pytest.fail(f"'{tekst}' did not show within {seconden} s")


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "pad"),
    [
        ("accounts/meerdal-zorggroep.yml", "naam: Meerdal Zorggroep", "naam: Meerdal Nieuw", KLANT),
        ("docs/accounts/_account.md", "## Wat komt eraan", "## Wat er komt", KLANT),
        ("docs/kalender/index.md", "# Verlengingskalender", "# Kalender van verlengingen", "kalender/"),
        ("macros/views/klant/accountkop.html", '"accountkop"', '"accountkop nieuw-sjabloon"', KLANT),
    ],
)
def test_a_change_shows_soon(kopie: Path, adres: str, bestand: str, oud: str, nieuw: str, pad: str) -> None:
    """
    A change in an account, a family's page, a page or a template comes on the screen without a restart.
    """
    pad_bestand = kopie / bestand
    tekst = pad_bestand.read_text(encoding="utf-8")
    assert oud in tekst

    pad_bestand.write_text(tekst.replace(oud, nieuw), encoding="utf-8")

    zichtbaar = nieuw.rsplit(": ", maxsplit=1)[-1].strip('#" ')
    assert wacht_op(adres + pad, zichtbaar) > 0


def test_a_broken_file_leaves_the_old_site_standing(kopie: Path, adres: str) -> None:
    """
    While a file has an error nothing of the site is touched; when it is right again, the change shows.
    """
    bestand = kopie / "accounts/brasmeer-logistiek.yml"
    goed = bestand.read_text(encoding="utf-8")

    bestand.write_text(goed.replace("naam: Brasmeer Logistiek", "naam: [Brasmeer"), encoding="utf-8")
    time.sleep(3)
    bestand.write_text(goed.replace("naam: Brasmeer Logistiek", "naam: Brasmeer Hersteld"), encoding="utf-8")

    assert wacht_op(adres + "accounts/brasmeer-logistiek/", "Brasmeer Hersteld") > 0
