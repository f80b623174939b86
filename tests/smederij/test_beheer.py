"""`make beheer`: a change goes round, and nothing is left of it afterwards."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from bewaarplaats import git
from gebouwd import schone_omgeving, weinig_klanten
from werkplaats import CLIENT_ID, PROJECT

pytestmark = pytest.mark.site
BEHEER = Path(__file__).parent / "nagemaakt/beheer.py"
KLANT = "accounts/meerdal-zorggroep.yml"


@dataclass
class Proef:
    """The command while it runs."""

    loopt: subprocess.Popen[str]
    site: str
    """Host and port."""
    smederij: str
    tijdelijk: Path


@pytest.fixture
def proef(tmp_path: Path) -> Iterator[Proef]:
    """Run the command on free ports, with a few clients."""
    accounts, tijdelijk = tmp_path / "accounts", tmp_path / "tijdelijk"
    weinig_klanten(accounts)
    tijdelijk.mkdir()
    omgeving = schone_omgeving() | {"HANDBOEK_ACCOUNTS": str(accounts), "TMPDIR": str(tijdelijk)}
    opdracht = [sys.executable, str(BEHEER), "0", "0"]
    with subprocess.Popen(opdracht, env=omgeving, stdout=subprocess.PIPE, text=True) as loopt:
        assert loopt.stdout
        try:
            site, smederij = re.findall(r"127[\d.]+:\d+", "".join(loopt.stdout.readline() for _ in range(3)))
            yield Proef(loopt, site, smederij, tijdelijk)
        finally:
            loopt.terminate()


def vraag(waar: str, methode: str, pad: str, inhoud: Any = None, **koppen: str) -> tuple[int, str, str]:
    """Ask without following anywhere; returns status, where it sends to, and text."""
    verbinding = HTTPConnection(waar, timeout=30)
    lijf = json.dumps(inhoud) if isinstance(inhoud, dict) else inhoud
    verbinding.request(methode, pad, lijf, koppen)
    antwoord = verbinding.getresponse()
    gelezen = antwoord.read().decode()
    verbinding.close()
    return antwoord.status, antwoord.getheader("Location") or "", gelezen


def meld_aan(proef: Proef) -> str:
    """Log in as the page does; returns the token."""
    geheim, terug = "g" * 43, f"http://{proef.site}/voorstel/"
    uitdaging = base64.urlsafe_b64encode(hashlib.sha256(geheim.encode()).digest()).rstrip(b"=").decode()
    velden = {"response_type": "code", "client_id": CLIENT_ID, "redirect_uri": terug, "scope": "x", "state": "s"}
    velden |= {"code_challenge": uitdaging, "code_challenge_method": "S256", "keuze": "toestaan"}
    _, naar, _ = vraag(proef.smederij, "POST", "/toestaan", urlencode(velden))
    code = parse_qs(urlsplit(naar).query)["code"][0]
    ruil = {"grant_type": "authorization_code", "client_id": CLIENT_ID, "redirect_uri": terug, "code": code}
    _, _, tekst = vraag(
        proef.smederij, "POST", "/login/oauth/access_token", urlencode({**ruil, "code_verifier": geheim})
    )
    return f"Bearer {json.loads(tekst)['access_token']}"


def test_a_change_goes_round(proef: Proef) -> None:
    """
    Hand in, merge: the site says the new name. After Ctrl-C no scratch folder is left.
    """
    api, blad = f"/api/v1/repos/{PROJECT}", "/accounts/meerdal-zorggroep/"
    wie = {"Authorization": meld_aan(proef)}
    oud = json.loads(vraag(proef.smederij, "GET", f"{api}/contents/{quote(KLANT)}?ref=main", **wie)[2])
    nieuw = base64.b64decode(oud["content"]).replace(b"naam: Meerdal Zorggroep", b"naam: Meerdal Vernieuwd", 1)
    deel = {"operation": "update", "path": KLANT, "sha": oud["sha"], "content": base64.b64encode(nieuw).decode()}

    eerst = vraag(proef.site, "GET", blad)
    vraag(proef.smederij, "POST", f"{api}/branches", {"new_branch_name": "tak", "old_ref_name": "main"}, **wie)
    vraag(proef.smederij, "POST", f"{api}/contents", {"branch": "tak", "message": "Naam", "files": [deel]}, **wie)
    gevraagd = vraag(
        proef.smederij, "POST", f"{api}/pulls", {"base": "main", "head": "tak", "title": "T", "body": ""}, **wie
    )
    vraag(proef.smederij, "POST", "/samenvoegen/1")
    begin = time.monotonic()
    while "Meerdal Vernieuwd</h1>" not in vraag(proef.site, "GET", blad)[2]:
        assert time.monotonic() - begin < 180
        time.sleep(0.5)
    proef.loopt.send_signal(signal.SIGINT)

    assert 201 == gevraagd[0]
    assert "Meerdal Zorggroep</h1>" in eerst[2]
    assert 0 == proef.loopt.wait(30)
    assert [] == list(proef.tijdelijk.iterdir())


def test_the_project_itself_is_not_touched(proef: Proef) -> None:
    """
    The setting stands in the copy only.
    """
    eigen = BEHEER.parents[3] / "accounts/_gedeeld/instellingen.yml"
    [kopie] = proef.tijdelijk.glob("handboek-*/project/accounts/_gedeeld/instellingen.yml")
    [bewaard] = proef.tijdelijk.glob("handboek-*/handboek.git")

    assert "voorstellen:" not in eigen.read_text(encoding="utf-8")
    assert f"adres: http://{proef.smederij}" in kopie.read_text(encoding="utf-8")
    assert kopie.read_bytes() == git(bewaard, "show", "main:accounts/_gedeeld/instellingen.yml")
