"""The page about roles and load: order, words, empty states, and that text from a file stays text."""

import re
from collections.abc import Callable
from datetime import date
from textwrap import dedent
from typing import Any

import pytest

from macros.afleidingen.dossier import dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.driehoek.driehoek import driehoek
from macros.views.driehoek.werkdruk import werkdruk
from macros.views.klant.account_driehoek import account_driehoek

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, max_accounts: 2, leidinggevende: johan-prins}
      - {id: rik-smeets, naam: Rik Smeets}
      - {id: bram-weg, naam: Bram Weg, vervanger: anouk-de-wit, afwezig: [{van: 2026-03-01, tot: 2026-04-30}]}
      - {id: johan-prins, naam: Johan Prins}
"""
BEHEER = """{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, omvang_klasse: normaal,
    opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}"""
GOED = """
driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets, contractmanager_soort: lijnmanager}
aanspreekpunt_bekend_bij_klant: true
"""
BOOS = "<script>alert(1)</script>`{{ 7*7 }}` ~~x~~ & 'a'"

Maak = Callable[..., Portefeuille]


@pytest.fixture
def portefeuille(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Maak:
    """Make a portfolio of these clients at 16 March 2026."""

    def maak(*klanten: str, instellingen: str = "{}", team: str = TEAM) -> Portefeuille:
        delen = gedeeld(team=team, instellingen=instellingen)
        dossiers = [dossier(account(dedent(klant)), delen, date(2026, 3, 16)) for klant in klanten]
        return Portefeuille({d.id: d for d in dossiers}, delen, date(2026, 3, 16), vast=False)

    return maak


def klant(naam: str, rest: str = "", contract: str = BEHEER) -> str:
    """A client with one contract."""
    return f"id: {naam}\nnaam: {naam.title()}\ncontracten: [{contract}]\n{rest}"


def test_what_needs_a_decision_comes_first(portefeuille: Maak) -> None:
    """
    A missing role, then a double one, then what is not known, then what is right; in each by name.
    """
    dubbel = "driehoek: {accountmanager: anouk-de-wit, contractmanager: anouk-de-wit}"
    pagina = driehoek(
        portefeuille(
            klant("goed", GOED),
            klant("vaag", GOED.replace("true", "null")),
            klant("dubbel", dubbel),
            klant("leeg"),
        )
    )

    assert ["Leeg", "Dubbel", "Vaag", "Goed"] == [rij.naam for rij in pagina.klanten]
    assert ["1 punt", "1 punt", "Nog niet te zeggen", "Op orde"] == [rij.stand.tekst for rij in pagina.klanten]
    assert "4 klanten met een lopend contract; bij 2 valt er iets te regelen." in pagina.zin


def test_a_row_names_who_acts_today(portefeuille: Maak) -> None:
    """
    Somebody who is away stands with the deputy.
    """
    [rij] = driehoek(portefeuille(klant("acme", "driehoek: {accountmanager: bram-weg}"))).klanten

    assert ("Bram Weg (Anouk de Wit neemt waar)", "", "", "") == rij.rollen


def test_the_load_stands_beside_the_agreement(portefeuille: Maak) -> None:
    """
    Own work, work for somebody else, the maximum and a word; without an agreement the page says so.
    """
    alles = portefeuille(klant("een", GOED), klant("twee", GOED), klant("drie", "driehoek: {accountmanager: bram-weg}"))
    anouk, bram, rik = driehoek(alles).collegas

    assert ("2, en 1 voor een ander", "van hoogstens 2") == (anouk.accounts.tekst, anouk.accounts.maximum)
    assert anouk.accounts.stand is not None
    assert "Met waarneming te veel" == anouk.accounts.stand.tekst
    assert ["Drie", "Een", "Twee"] == [naam for _, naam, _ in anouk.accounts.klanten]
    assert "afwezig tot en met 30 april 2026" == bram.bij
    assert rik.contracten.stand is not None
    assert "Geen maximum afgesproken" == rik.contracten.stand.tekst
    assert rik.accounts.stand is None


def test_a_portfolio_without_contract_managers_says_where_to_begin(portefeuille: Maak) -> None:
    """
    An imported register knows only account managers: the page points at the first field to fill.
    """
    html = render.html(driehoek(portefeuille(klant("een"), klant("twee"))), "../")

    assert "Begin bij de contractmanager" in html
    assert "driehoek.contractmanager" in html


def test_the_grid_shows_holidays_absence_and_what_may_be_earlier(portefeuille: Maak) -> None:
    """
    Months of two years, a letter per holiday, absence in words, and each proposal with its reason.
    """
    rust = """
        vakanties:
          - {naam: Bouwvak, van: 2026-06-29, tot: 2026-07-10}
          - {naam: Bezinning, van: 2027-01-01, tot: 2027-01-02}
    """
    pagina = werkdruk(portefeuille(klant("acme", "driehoek: {accountmanager: bram-weg}"), instellingen=rust))

    assert [(2026, 10), (2027, 12), (2028, 2)] == list(pagina.jaren)
    assert {"jun": "B", "jul": "B"} == {k.naam: k.vakanties for k in pagina.kolommen if k.jaar == 2026 and k.vakanties}
    assert ["B", "Be"] == [letter for letter, _ in pagina.legenda]
    [rij] = pagina.rijen
    assert [True, True, False] == [cel.weg for cel in rij.cellen[:3]]
    [voorstel] = pagina.eerst
    assert ("Voorstel uiterlijk, Beheer", date(2026, 7, 2), date(2026, 6, 26)) == (
        voorstel.wat, voorstel.nu, voorstel.naar,
    )  # fmt: skip
    assert ("Valt in Bouwvak", "juni 2026 telt er dan 1") == (voorstel.waarom, voorstel.anders)


def test_every_number_of_the_grid_can_be_followed(portefeuille: Maak) -> None:
    """
    A colleague's row leads to the moments behind it, and they add up.
    """
    pagina = werkdruk(portefeuille(klant("acme", GOED)))
    html = render.html(pagina, "../")

    for rij in pagina.rijen:
        assert rij.totaal == sum(cel.aantal for cel in rij.cellen) == sum(len(blok.momenten) for blok in rij.blokken)
        assert f'href="#drukte-{rij.wie}"' in html
        assert f'id="drukte-{rij.wie}"' in html


def test_without_holidays_the_page_says_where_to_put_them(portefeuille: Maak) -> None:
    """
    No holidays in the settings is no row of empty cells.
    """
    html = render.html(werkdruk(portefeuille(klant("acme", GOED))), "../")

    assert "Er staan geen vakanties" in html
    assert "werkdruk__vakanties" not in html


@pytest.mark.parametrize("maak", [driehoek, werkdruk])
def test_an_empty_portfolio_has_words(portefeuille: Maak, maak: Callable[[Portefeuille], render.View]) -> None:
    """
    Nothing to show is said, with what to fill in.
    """
    html = render.html(maak(portefeuille()), "../")

    assert 'class="leeg"' in html


@pytest.mark.parametrize("maak", [driehoek, werkdruk])
def test_text_of_a_file_stays_text_and_tags_close(
    portefeuille: Maak, maak: Callable[[Portefeuille], render.View]
) -> None:
    """
    Tags, braces and backticks of names and titles are not syntax, and every block is closed.
    """
    boos = f'id: boos\nnaam: "{BOOS}"\n{GOED}\ncontracten: [{BEHEER.replace("titel: Beheer", f"""titel: "{BOOS}" """)}]'
    rust = f'vakanties: [{{naam: "{BOOS}", van: 2026-06-29, tot: 2026-07-10}}]'
    html = render.html(maak(portefeuille(boos, instellingen=rust)), "../")

    assert not re.search(r"<script|\{\{|`|~~", html)
    for tag in ("div", "table", "tbody", "tr", "td", "th", "span", "a", "details", "ul", "li"):
        assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>"), tag


def test_a_client_page_says_whom_to_ask(portefeuille: Maak) -> None:
    """
    Each role carries its own questions with today's names; a role that nobody has carries none.
    """
    alles = portefeuille(klant("acme", GOED.replace("anouk-de-wit", "bram-weg")))
    account, contract, project, sponsor = account_driehoek(alles.dossiers["acme"]).rollen

    assert "Bram Weg (Anouk de Wit neemt waar)" == account.wie
    assert "Nieuwe wens, kans of uitbreiding (ook Rik Smeets)" == account.voor.splitlines()[0]
    assert "Einddatum, optie, opzegging of prijs (met Anouk de Wit)" == contract.voor.splitlines()[-1]
    assert ("", "") == (project.voor, sponsor.voor)


def test_a_client_page_names_a_double_role(portefeuille: Maak) -> None:
    """
    What the roles do not show by themselves stands under them.
    """
    alles = portefeuille(klant("acme", "driehoek: {accountmanager: anouk-de-wit, contractmanager: anouk-de-wit}"))

    assert ("Anouk de Wit is accountmanager en contractmanager tegelijk",) == (
        account_driehoek(alles.dossiers["acme"]).punten
    )
