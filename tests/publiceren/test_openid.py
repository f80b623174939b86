"""Logging in with the account of the organisation: our sample for Apache, against a stand-in for its login service."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import webserver as ws
from webserver import Webserver

from macros.model.instellingen import Voorstellen
from macros.publiceren import inrichting
from macros.publiceren.plek import Plek
from macros.publiceren.publicatie import Opdracht, publiceer

DIENST = shutil.which("oauth2-mock-server")

pytestmark = pytest.mark.skipif(
    DIENST is None or not ws.is_er("apache") or not (ws.APACHE_MODULES / "mod_auth_openidc.so").exists(),
    reason="oauth2-mock-server (npm), Apache or mod_auth_openidc is not on this machine",
)


def stil(_regel: str) -> None:
    """Say nothing."""


@pytest.fixture
def server(opdracht: Callable[..., Opdracht]) -> Iterator[Webserver]:
    """Apache with our sample, in which the password file made place for the login service."""
    folder, poort = Path(tempfile.mkdtemp(prefix="handboek-")), ws.vrije_poort()
    folder.chmod(0o755)
    ws.certificaat(folder / "server")
    publiceer(Opdracht(Plek(folder / "site"), bouw=opdracht("v1").bouw), stil)
    waarden = inrichting.waarden(str(folder), f"https://{ws.NAAM}/", "handboek", Voorstellen())
    aanmelden = inrichting.ingevuld("apache-openid.conf", waarden)
    aanmelden = aanmelden.replace("https://aanmelden.intern.example", f"http://127.0.0.1:{poort}")
    gewoon = inrichting.ingevuld("apache.conf", waarden)
    voorbeeld = re.sub(r"    <Location />.*?</Location>", lambda _blok: aanmelden, gewoon, count=1, flags=re.DOTALL)
    dienst = subprocess.Popen([str(DIENST), "-a", "127.0.0.1", "-p", str(poort)], stdout=subprocess.DEVNULL)
    try:
        with ws.webserver("apache", folder, voorbeeld, modules="auth_openidc") as draait:
            yield draait
    finally:
        dienst.terminate()
        dienst.wait(10)
        shutil.rmtree(folder)


def test_a_stranger_logs_in_at_the_organisation(server: Webserver) -> None:
    """
    Without a login a page leads to the service; after it the same page is there, and stays as long as the session.
    """
    pot = str(server.map / "koekjes")
    koekjes = ("--cookie", pot, "--cookie-jar", pot)
    for _ in range(50):
        weg = server.haal("p0/", *koekjes, aanmelden="")
        if weg.status == 302:
            break
        time.sleep(0.2)

    assert (302, True) == (weg.status, weg.koppen["location"].startswith("http://localhost:")), weg
    terug = subprocess.run(
        ["curl", "--silent", "--output", "/dev/null", "--write-out", "%{redirect_url}", weg.koppen["location"]],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    binnen = server.haal(terug.split("/", 3)[3], *koekjes, aanmelden="")
    assert (302, True) == (binnen.status, binnen.koppen["location"].endswith("/p0/")), binnen
    pagina = server.haal("p0/", *koekjes, aanmelden="")
    assert (200, True) == (pagina.status, b"v1" in pagina.inhoud)
    assert 302 == server.haal("p0/", aanmelden="").status
