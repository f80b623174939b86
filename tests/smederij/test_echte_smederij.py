"""The same at a real Forgejo or Gitea, when HANDBOEK_FORGE_URL names one: else this file is not collected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bezoek import Bezoek, Blad
from echt import ADRES, NAAM, WACHTWOORD, Echt

BAKKER, GANS = "accounts/bakkerij-de-vries.yml", "accounts/drukkerij-de-gans.yml"
WEEK = "accounts/_dagboek/2026/w12-lotte-kramer.yml"
VIJANDIG = {
    "accounts/unicode é#.yml": "naam: Ünïcode – “krul” 𝒳 🥐\u2028\n",
    "accounts/crlf.yml": "a: 1\r\nb: 2\r\nc: 3",
    "accounts/bom.yml": "\ufeffa: 1\n",
    "accounts/lang.yml": "".join(f"regel {nummer}: é{'x' * 90}\n" for nummer in range(4000)),
    "accounts/code.yml": "<script>alert(1)</script>\n%2F ?&#\\ '\" ${x} {{ y }}\n\n\n",
}


@pytest.fixture
def echt(oorsprong: tuple[str, type[Blad]]) -> Iterator[Echt]:
    """A repository with three files, and the application that the site is."""
    oorsprong[1].mag = ADRES
    server = Echt(f"{oorsprong[0]}/voorstel/")
    try:
        for pad in (BAKKER, GANS, WEEK):
            server.schrijf(pad, "naam: Oud\n")
        yield server
    finally:
        server.ruim_op()


@pytest.fixture
def lotte(page: Any, oorsprong: tuple[str, type[Blad]], echt: Echt) -> Bezoek:
    """Somebody who logs in with a password, and lets the site act."""
    instelling = {"soort": "forgejo", "adres": ADRES, "project": echt.project}
    bezoek = Bezoek(page, oorsprong[0], instelling | {"client_id": echt.client_id, "hoofdtak": "main"})
    bezoek.vertrek()
    page.locator("#user_name").fill(NAAM)
    page.locator("#password").fill(WACHTWOORD)
    page.locator("#password").press("Enter")
    page.locator("#authorize-app").click()
    bezoek.terug()
    assert bezoek.uit("afronden", page.url) is True
    return bezoek


def voorstel(basis: str, tak: str = "voorstel/2026-03-16-lotte", **bestanden: str) -> dict[str, Any]:
    """Two clients who share a week of the journal; or one with other files."""
    los = [{"pad": pad, "tekst": tekst} for pad, tekst in bestanden.items()]
    eerste = [{"pad": BAKKER, "tekst": "naam: Bakker\n"}, {"pad": WEEK, "tekst": "regels: [a]\n"}]
    tweede = [{"pad": GANS, "tekst": "naam: Gans\n"}, {"pad": WEEK, "tekst": "regels: [a, b]\n"}]
    commits = [{"bericht": "Eén", "bestanden": los or eerste}, {"bericht": "Twee", "bestanden": [] if los else tweede}]
    return {"tak": tak, "titel": "Twee klanten", "tekst": "- *Bakker*", "basis": basis, "commits": commits}


def test_two_clients_and_a_second_try(lotte: Bezoek, echt: Echt) -> None:
    """
    Read, hand in, hand in again: two commits, one pull request, and the main branch as it was.
    """
    basis = lotte.uit("stand")
    gelezen = lotte.uit("lees", basis, [BAKKER, "accounts/geen.yml"])
    eerste = lotte.uit("indienen", voorstel(basis))
    tweede = lotte.uit("indienen", voorstel(basis))
    anders = lotte.uit("indienen", voorstel(basis, **{GANS: "naam: Zwaan\n"}))
    tak = voorstel(basis)["tak"]

    assert {BAKKER: "naam: Oud\n", "accounts/geen.yml": None} == gelezen
    assert eerste == tweede == anders
    assert ["Eén", "Twee", "Eén"] == echt.berichten(tak)
    assert b"regels: [a, b]\n" == echt.lees(WEEK, tak)
    assert b"naam: Zwaan\n" == echt.lees(GANS, tak)
    assert basis == echt.kop("main")
    assert [eerste["nummer"]] == [een["number"] for een in echt.vraag("GET", f"/repos/{echt.project}/pulls?state=open")]


def test_bytes_arrive_as_they_left(lotte: Bezoek, echt: Echt) -> None:
    """
    Any text and any path.
    """
    basis = lotte.uit("stand")
    lotte.uit("indienen", voorstel(basis, "bytes", **VIJANDIG))

    assert VIJANDIG == lotte.uit("lees", echt.kop("bytes"), list(VIJANDIG))
    assert [] == [pad for pad, tekst in VIJANDIG.items() if tekst.encode() != echt.lees(pad, "bytes")]


def test_each_refusal_has_its_sentence(lotte: Bezoek, echt: Echt) -> None:
    """
    A protected main branch, a project that is not there, a login that ended.
    """
    echt.bescherm()
    basis = lotte.uit("stand")
    beschermd = lotte.fout("indienen", voorstel(basis, "main"))
    lotte.page.evaluate("smid._aanmelder._sleutel = 'verlopen'")
    verlopen = lotte.fout("stand")

    assert "rechten" == beschermd[0]
    assert "aanmelden" == verlopen[0]
    assert not lotte.aangemeld
    assert basis == echt.kop("main")


def test_main_moves(lotte: Bezoek, echt: Echt) -> None:
    """
    Another file on main: fine. One of ours: the person hears which one.
    """
    basis = lotte.uit("stand")
    echt.schrijf("accounts/anders.yml", "naam: Anders\n")
    goed = lotte.uit("indienen", voorstel(basis))
    echt.schrijf(GANS, "naam: Zwaan\n")
    soort, zin = lotte.fout("indienen", voorstel(basis))

    assert 1 == goed["nummer"]
    assert "intussen" == soort
    assert GANS in zin
