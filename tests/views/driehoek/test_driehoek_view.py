"""The page about roles and load: order, words, empty states, and that text from a file stays text."""

import re
from collections.abc import Callable
from datetime import date
from textwrap import dedent
from typing import Any

import pytest
from leesbaar import blokken, sorteer, tabel, woorden

from macros.afleidingen.dossier import dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Alinea, Blad, Naast, Zin
from macros.views.delen.register import Register
from macros.views.driehoek.driehoek import driehoek, driehoekkaart
from macros.views.driehoek.werkdruk import Werkdruk, werkdruk
from macros.views.klant.account_mensen import account_driehoek

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, max_accounts: 2, leidinggevende: johan-prins}
      - {id: rik-smeets, naam: Rik Smeets, lijnmanager: true}
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


def raster_van(pagina: Blad) -> Werkdruk:
    """The grid of the page."""
    [raster] = blokken(pagina, Werkdruk)
    return raster


def klant(naam: str, rest: str = "", contract: str = BEHEER) -> str:
    """A client with one contract."""
    return f"id: {naam}\nnaam: {naam.title()}\ncontracten: [{contract}]\n{rest}"


def test_what_needs_a_decision_comes_first(portefeuille: Maak) -> None:
    """
    A missing role, then a double one, then what is not known, then what is right; in each by name.
    """
    dubbel = "driehoek: {accountmanager: anouk-de-wit, contractmanager: anouk-de-wit}"
    alles = portefeuille(
        klant("goed", GOED),
        klant("vaag", GOED.replace("true", "null")),
        klant("dubbel", dubbel),
        klant("leeg"),
    )
    pagina = driehoek(alles)

    klanten = blokken(pagina, Register)[0]
    assert ["Leeg", "Dubbel", "Vaag", "Goed"] == [rij["Klant"] for rij in tabel(klanten)]
    assert [
        "1 punt Geen contractmanager Niet ingevuld: of de klant weet wie hij belt",
        (
            "1 punt Anouk de Wit is accountmanager en contractmanager tegelijk"
            " Niet ingevuld: welke soort contractmanager het is en of de klant weet wie hij belt"
        ),
        "Nog niet te zeggen Niet ingevuld: of de klant weet wie hij belt",
        "Op orde",
    ] == [rij["Te regelen"] for rij in tabel(klanten)]
    assert ["1", "2", "6", "7"] == sorteer(klanten, "Te regelen")
    assert ["Iets te regelen"] * 2 + ["Nog niet te zeggen", "Op orde"] == [r.cellen[-1].filter for r in klanten.rijen]
    assert "4 klanten met een lopend contract; bij 2 valt er iets te regelen." in woorden(blokken(pagina, Zin)[0])
    kaart = driehoekkaart(alles)
    assert (1, "2 met iets te regelen, 1 nog niet te zeggen") == (kaart.getal, kaart.stand.tekst)


def test_a_row_names_who_acts_today(portefeuille: Maak) -> None:
    """
    Somebody who is away stands with the deputy.
    """
    pagina = driehoek(portefeuille(klant("acme", "driehoek: {accountmanager: bram-weg}")))

    [rij] = tabel(blokken(pagina, Register)[0])
    assert ("Bram Weg (Anouk de Wit neemt waar)", "–") == (rij["Accountmanager"], rij["Contractmanager"])


def test_the_load_stands_beside_the_agreement(portefeuille: Maak) -> None:
    """
    Own work, work for somebody else, the maximum and a word; without an agreement the page says so.
    """
    alles = portefeuille(klant("een", GOED), klant("twee", GOED), klant("drie", "driehoek: {accountmanager: bram-weg}"))

    anouk, bram, rik = tabel(blokken(driehoek(alles), Register)[1])

    assert (
        "2, en 1 voor een ander van hoogstens 2 Met waarneming te veel 3 klanten Drie, Een, Twee"
        == anouk["Klanten, als accountmanager"]
    )
    assert "Bram Weg afwezig tot en met 30 april 2026" == bram["Collega"]
    assert "Rik Smeets ook lijnmanager" == rik["Collega"]
    assert ("", "2 Geen maximum afgesproken 2 klanten Een, Twee") == tuple(rik.values())[1:]
    zin = woorden(blokken(driehoek(alles), Zin)[0])
    assert "regelen. Met waarneming meer dan afgesproken: Anouk de Wit (3 klanten van hoogstens 2)." in zin


def test_a_colleague_of_two_kinds_is_told(portefeuille: Maak) -> None:
    """
    A contract manager is no line manager at one client and an experienced one at the next: the page names both.
    """
    anders = GOED.replace("soort: lijnmanager", "soort: ervaren_lijnmanager")

    [_, rik] = tabel(blokken(driehoek(portefeuille(klant("een", GOED), klant("twee", anders))), Register)[1])

    verwacht = (
        "Rik Smeets ook lijnmanager, staat bij klanten als een lijnmanager en een ervaren lijnmanager: kies er één"
    )
    assert verwacht == rik["Collega"]


def test_a_portfolio_without_contract_managers_says_where_to_begin(portefeuille: Maak) -> None:
    """
    An imported register knows only account managers: the page points at the first field to fill.
    """
    html = render.html(driehoek(portefeuille(klant("een"), klant("twee"))), "../")

    assert "Begin bij de contractmanager" in html
    assert "vul bij elke klant in wie dat is" in html


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

    raster, voorstellen = raster_van(pagina), blokken(pagina, Register)[0]
    assert [(2026, 10), (2027, 12), (2028, 2)] == list(raster.jaren)
    assert [("jun", "B"), ("jul", "B")] == [kolom for kolom in raster.kolommen[:10] if kolom[1]]
    assert ["B", "Be"] == [letter for letter, _ in raster.legenda]
    [(_, bram)] = raster.rijen
    assert [True, True, False] == [maand.weg for maand in bram.maanden[:3]]
    assert [
        {
            "Wat": "Acme Voorstel uiterlijk, Beheer",
            "Wie": "Bram Weg",
            "Nu": "2 jul 2026",
            "Beter": "uiterlijk 26 jun 2026 juni 2026 telt er dan 1",
            "Waarom": "Valt in Bouwvak",
        }
    ] == tabel(voorstellen)


def test_every_number_of_the_grid_can_be_followed(portefeuille: Maak) -> None:
    """
    A colleague's row leads to the moments behind it, and they add up.
    """
    pagina = werkdruk(portefeuille(klant("acme", GOED)))
    html = render.html(pagina, "../")

    for naam, persoon in raster_van(pagina).rijen:
        aantal = sum(len(maand.momenten) for maand in persoon.maanden)
        assert aantal
        assert f"{woorden(naam)}: {aantal}, gewoon" in html
        achter = html.split(f'id="drukte-{persoon.wie}"')[1].split("</ul>")[0]
        assert aantal == achter.count('href="../accounts/acme/"')
        assert f'href="#drukte-{persoon.wie}"' in html


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
    [hoeken] = blokken(account_driehoek(alles.dossiers["acme"]), Naast)

    account, contract, project, sponsor = map(woorden, hoeken.delen)
    begin = "Accountmanager Bram Weg (Anouk de Wit neemt waar) Nieuwe wens, kans of uitbreiding (ook Rik Smeets)"
    assert account.startswith(begin)
    assert contract.endswith("Einddatum, optie, opzegging of prijs (met Anouk de Wit)")
    assert ("Projectmanager Nog niemand", "Sponsor in de directie Nog niemand") == (project, sponsor)


def test_a_client_page_names_a_double_role(portefeuille: Maak) -> None:
    """
    What the roles do not show by themselves stands under them.
    """
    alles = portefeuille(klant("acme", "driehoek: {accountmanager: anouk-de-wit, contractmanager: anouk-de-wit}"))

    [punten] = blokken(account_driehoek(alles.dossiers["acme"]), Alinea)

    assert "Anouk de Wit is accountmanager en contractmanager tegelijk." == woorden(punten)
