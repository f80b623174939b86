"""The site of another day, and one page of it: nobody mistakes it for that of today."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import gitdoos
import pytest
from gebouwd import PROJECT, Bouwplaats, schone_omgeving, serveer
from kijker import Kijker
from playwright.sync_api import Browser
from voorbeeldklanten import ACCOUNTS

ZIN = "Zo staat het op 1 januari 2027, met de gegevens van nu. Niet de echte dag."


def handboek(*woorden: str, **omgeving: str) -> subprocess.Popen[str]:
    """Start the command over the portfolio of the tests."""
    return subprocess.Popen(
        [sys.executable, "-m", "macros", *woorden],
        cwd=PROJECT,
        env=schone_omgeving() | {"HANDBOEK_ACCOUNTS": str(ACCOUNTS)} | omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture(scope="module")
def nieuwjaar(bouwplaats: Bouwplaats) -> Path:
    """Return the site of 1 January 2027."""

    def maak(folder: Path) -> None:
        loop = handboek("toon", "--op", "2027-01-01", "--naar", str(folder))
        gezegd, _ = loop.communicate(timeout=300)
        assert 0 == loop.returncode, gezegd
        assert "De site van 1 januari 2027 staat in" in gezegd

    return bouwplaats.eenmaal("nieuwjaar", maak)


@pytest.fixture
def adres(nieuwjaar: Path) -> Iterator[str]:
    """Serve it."""
    with serveer(nieuwjaar) as adres:
        yield adres


@pytest.fixture
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return a browser page on that site."""
    page = browser.new_page(locale="nl-NL")
    yield Kijker(page, adres)
    page.close()


def test_every_page_says_of_which_day_it_is(nieuwjaar: Path) -> None:
    """
    On the screen on top, on paper at the head of each sheet; the words of an ordinary site stand nowhere.
    """
    bladen = list(nieuwjaar.rglob("index.html"))
    tekst = {blad: re.sub(r"</?time[^>]*>", "", blad.read_text(encoding="utf-8")) for blad in bladen}

    assert 100 < len(bladen)
    assert [] == [blad for blad in bladen if f"<strong>{ZIN}</strong>" not in tekst[blad]]
    assert [] == [blad for blad in bladen if f'@top-left {{ content: "{ZIN}"' not in tekst[blad]]
    assert [] == [blad for blad in bladen if "Gemaakt alsof" in tekst[blad] or "Voorbeeld, stand op" in tekst[blad]]


def test_the_browser_leaves_the_day_alone(kijker: Kijker) -> None:
    """
    Days are counted from that day, and nothing is written down about a day that is not here.
    """
    pagina = kijker.open("accounts/meerdal-zorggroep/")

    assert 0 == pagina.locator(".tijd__verouderd, .tijd__eerder").count()
    assert 0 == pagina.locator("button.aanpassen").count()
    assert "over 272 dagen" in pagina.inner_text("article")


def test_one_page_holds_all_it_needs(nieuwjaar: Path, tmp_path: Path) -> None:
    """
    A client by its id: one file that asks for no other, with the band on top and without a script.
    """
    assert nieuwjaar.is_dir()
    loop = handboek("toon", "meerdal-zorggroep", "--op", "2027-01-01", "--naar", str(tmp_path))
    gezegd, _ = loop.communicate(timeout=300)

    blad = tmp_path / "meerdal-zorggroep-op-2027-01-01.html"
    # A slow machine says before it that it goes on.
    assert gezegd.endswith(f"{blad} staat klaar: Meerdal Zorggroep, zoals het op 1 januari 2027 staat.\n"), gezegd
    html = blad.read_text(encoding="utf-8")
    assert html.index(ZIN) < html.rindex(f"<strong>{ZIN}</strong>") < html.index("<h1")
    assert [] == re.findall(r'(?:src|href)="(?!#|https?:|mailto:|data:)[^"]*"', html)
    assert [] == re.findall(r"url\((?![\"']?(?:data:|#))[^)]*\)|file:/|<script", html)


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    """
    What may have been meant is named, and nothing is written.
    """
    loop = handboek("toon", "meerdal-zorggroup", "--op", "2027-01-01", "--naar", str(tmp_path))
    gezegd, _ = loop.communicate(timeout=300)

    assert 2 == loop.returncode
    assert "pagina 'meerdal-zorggroup' is er niet op die dag; bedoel je 'meerdal-zorggroep'?" in gezegd
    assert [] == list(tmp_path.iterdir())


@pytest.fixture
def _hoort_ctrl_c() -> Iterator[None]:
    """A run of the tests in the background is told to ignore Ctrl-C, and so is all that it starts."""
    vorige = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, vorige)


@pytest.mark.usefixtures("_hoort_ctrl_c")
def test_ctrl_c_ends_it_in_peace() -> None:
    """
    Without a folder it is served on this machine, until it is stopped; the site stays.
    """
    with handboek("toon", "--op", "2027-02-01") as loop:
        assert loop.stdout
        # A slow machine says meanwhile that it goes on.
        gezegd = (re.search(r"http://127\.0\.0\.1:\d+/", regel) for regel in loop.stdout)
        try:
            adres = next(filter(None, gezegd))
            with urllib.request.urlopen(f"{adres[0]}op-het-spel/") as antwoord:  # noqa: S310  our own server
                html = antwoord.read().decode()
        finally:
            loop.send_signal(signal.SIGINT)
        rest = loop.stdout.read()

    assert "Zo staat het op <time" in html
    assert (0, True) == (loop.returncode, "Gestopt." in rest), rest
    assert (PROJECT / ".cache/op-2027-02-01/index.html").is_file()
    shutil.rmtree(PROJECT / ".cache/op-2027-02-01")


def test_a_day_that_was_with_the_data_of_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    From git, as it stood there that evening: the name that the client had, and the band says so.
    """
    klant = "id: acme\nnaam: {}\ndriehoek: {{accountmanager: anouk-de-wit}}\ncontracten: []\n"
    team = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}\n"
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-01T12:00:00+0100")
    gitdoos.voorraad(tmp_path, {"accounts/acme.yml": klant.format("Oude Naam"), "accounts/_gedeeld/team.yml": team})
    (tmp_path / "accounts/acme.yml").write_text(klant.format("Nieuwe Naam"))
    omgeving = {"HANDBOEK_ACCOUNTS": str(tmp_path / "accounts"), "HANDBOEK_PEILDATUM": "2026-03-16"}

    with handboek("toon", "acme", "--op", "2026-02-01", "--zoals-toen", "--naar", str(tmp_path), **omgeving) as loop:
        gezegd = loop.communicate(timeout=300)[0]

    assert 0 == loop.returncode, gezegd
    html = (tmp_path / "acme-op-2026-02-01.html").read_text(encoding="utf-8")
    assert "Zo staat het op 1 februari 2026, met de gegevens van toen. Niet de echte dag." in html
    assert (True, False) == ("Oude Naam" in html, "Nieuwe Naam" in html)
