"""The message about a week: the list of Vandaag word for word, whole in every mail program, and careful outside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from generator import PEILDATUM as GROTE_DAG
from generator import schrijf_portefeuille
from justhtml import JustHTML
from verleden import met_verleden, verleden, wijziging, zin

from macros.aandacht.week import weken
from macros.load.load import lees_map
from macros.portefeuille.agendas import met_agenda
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.portefeuille import portefeuille as afgeleid
from macros.views import render
from macros.views.delen.platgeslagen import plat
from macros.views.delen.werklijst import Regel as Rij
from macros.views.vandaag.weekblok import weekblok
from macros.views.weekbericht.weekbericht import BREED, Regel, Weekbericht, Weg, weekbericht, weektekst

Maak = Callable[..., Portefeuille]
GMAIL = 102_000
"""Bytes from which on the web mail of Google cuts a message."""
SITE = "https://handboek.intern.example/"
KOPPEN = ("Moet deze week", "Mag wachten", "Uitgesteld")
VOORVERTONING = 200
"""Signs that a list of mails, or a phone that is locked, may show of a message."""
ACME = """
    contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 98765}]
    contactpersonen: [{id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch, sinds: 2026-02-01}]
"""


@pytest.fixture(scope="module")
def berichten(voorbeeld: Portefeuille) -> dict[str, Weekbericht]:
    """Return the message of everyone in service in the portfolio in which every rule fires."""
    return {persoon.id: weekbericht(voorbeeld, persoon.id) for persoon in met_agenda(voorbeeld)}


def van_vandaag(rij: Rij) -> tuple[str, ...]:
    """A row of Vandaag as a reader sees it before anything is opened: how near, the client, what, and why."""
    wat, klant = plat(rij.wat), plat(rij.klant)
    naam = f"{klant.tekst} ({klant.segment})" if klant.segment else klant.tekst
    return plat(rij.wanneer).tekst, ", ".join(filter(None, (naam, klant.bij))), wat.naam, wat.bij


def van_bericht(regel: Regel) -> tuple[str, ...]:
    """A line of the message as such a row."""
    return regel.wanneer, regel.klant, regel.wat.tekst, regel.bij


def test_the_list_is_that_of_vandaag(voorbeeld: Portefeuille, berichten: dict[str, Weekbericht]) -> None:
    """
    The same things in the same order and words, the same folds and the same number of what does not show.
    """
    gezien = 0
    for wie, bericht in berichten.items():
        blok = weekblok(weken(voorbeeld)[wie], voorbeeld, 1)
        delen = {str(deel.kop): deel for deel in blok.lijst.delen if deel.kop in KOPPEN}
        groepen = {groep.kop: groep for groep in bericht.groepen if groep.kop in KOPPEN}
        assert list(delen) == list(groepen)
        for kop, deel in delen.items():
            assert [van_vandaag(rij) for rij in deel.regels] == [van_bericht(een) for een in groepen[kop].regels]
            meer = [re.search(r"En nog \d+ te laat bij deze klant", plat(rij.wat).tekst) for rij in deel.regels]
            assert [f"{een[0]}." if een else "" for een in meer] == [een.ook for een in groepen[kop].regels]
            assert sum(len(list(rest.alle)) for rest in deel.delen) == groepen[kop].rest
            gezien += len(deel.regels)
        assert sum(len(groep.regels) for groep in groepen.values()) <= 7
        assert blok.zin == " ".join(filter(None, (bericht.zin, bericht.straks)))
    assert gezien > 20
    assert any(regel.ook for een in berichten.values() for groep in een.groepen for regel in groep.regels)


def test_what_shows_before_it_is_opened_names_no_client(
    voorbeeld: Portefeuille, berichten: dict[str, Weekbericht]
) -> None:
    """
    The subject and the first lines count; who lies late is no subject either.
    """
    namen = {dossier.naam for dossier in voorbeeld.dossiers.values()}
    for bericht in berichten.values():
        kop = kaal(str(render.html(bericht)))[:VOORVERTONING]
        assert [] == [naam for naam in namen if naam in bericht.onderwerp or naam in kop]
        assert not re.search(r"te laat|€|\d{4,}", bericht.onderwerp.replace("2026", ""))
        assert [] == [naam for naam in namen if naam in weektekst(bericht)[:VOORVERTONING]]


def kaal(html: str) -> str:
    """The words of a message as a mail program lists them."""
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<body")[2].partition(">")[2]).split())


def test_a_quiet_week_says_what_comes_below_the_warning(portefeuille: Maak) -> None:
    """
    Nothing must be done: the client that is first to decide is named, but not where a locked phone shows it.
    """
    bericht = weekbericht(portefeuille("contracten: [{id: b, titel: B, startdatum: 2026-01-01, einddatum: 2029-12-31}]",
                                       instellingen="onderdelen: {berichten: false}"), "rik-smeets")  # fmt: skip

    assert "Niets moet deze week, en er staat niets te wachten." == bericht.zin
    assert () == bericht.groepen
    assert "Je week van 16 maart 2026: niets moet deze week" == bericht.onderwerp
    assert "alleen voor Rik Smeets" in bericht.waarschuwing


def test_what_comes_leaves_out_what_the_week_says_already(voorbeeld: Portefeuille) -> None:
    """
    Four weeks of the own calendar: a reminder and a last day for an option, but not the decision that stands above.
    """
    [groep] = [een for een in weekbericht(voorbeeld, "rik-smeets").groepen if een.kop.startswith("Komt eraan")]

    assert "Komt eraan, tot en met 13 april 2026" == groep.kop
    plekken = [regel.wat.plek for regel in groep.regels]
    gezegd = {punt.doel for punt in weken(voorbeeld)["rik-smeets"].nu}
    assert plekken
    assert set() == gezegd & set(plekken)
    assert all(regel.wanneer.endswith("2026") for regel in groep.regels)


DEADLINE = zin("De uiterste opzegdag van Beheer schuift", "contracten", "beheer", "opzegdeadline", soort="datum")
WAARDE = zin("Jaarwaarde van Beheer: € 98.765 → € 99.999", "contracten", "beheer", "jaarwaarde")
VROEGER = zin("Klantbeeld: Zorg → Rustig", "klantbeeld", soort="stand")


def test_what_changed_is_what_a_reader_must_know(portefeuille: Maak) -> None:
    """
    A day that decides is told with its place; an amount is counted and not told, and what is older is no news.
    """
    verloop = verleden({"acme": [wijziging("2026-03-01", VROEGER), wijziging("2026-03-12", WAARDE, DEADLINE)]})

    [groep] = [
        een
        for een in weekbericht(met_verleden(portefeuille(ACME), verloop), "anouk-de-wit").groepen
        if een.kop == "Veranderd sinds 9 maart 2026"
    ]

    assert [("12 mrt 2026", "De uiterste opzegdag van Beheer schuift")] == [
        (regel.wanneer, regel.wat.tekst) for regel in groep.regels
    ]
    assert "accounts/acme/#contracten" == groep.regels[0].wat.plek
    assert ("Nog 1 op de site", "veranderd/") == groep.verder


def test_a_coach_reads_what_changed_at_the_clients_of_the_team(portefeuille: Maak) -> None:
    """
    Who has no client of the own; and without a history nobody reads anything about it.
    """
    verloop = verleden({"acme": [wijziging("2026-03-12", DEADLINE)]})
    met = weekbericht(met_verleden(portefeuille(ACME), verloop), "johan-prins")

    assert ["Veranderd sinds 9 maart 2026"] == [een.kop for een in met.groepen if een.kop.startswith("Veranderd")]
    zonder = weekbericht(portefeuille(ACME), "johan-prins")
    assert [] == [een.kop for een in zonder.groepen if een.kop.startswith("Veranderd")]


def test_a_team_that_shows_no_clients_gets_numbers(portefeuille: Maak) -> None:
    """
    Where calendars hold a code, a message holds no word about a client: how many things, and the way to them.
    """
    klanten = portefeuille(ACME, instellingen="feed_met_klantnaam: false")
    bericht = weekbericht(
        met_verleden(klanten, verleden({"acme": [wijziging("2026-03-12", DEADLINE)]})), "anouk-de-wit"
    )

    alles = weektekst(bericht) + str(render.html(bericht))
    assert "acme" not in alles.lower()
    assert "Bakker" not in alles
    assert "Beheer" not in alles
    assert all(groep.regels == () and groep.rest for groep in bericht.groepen)
    assert re.search(r"Moet deze week\n-+\n\n\d+ op de site:\n/overleg/anouk-de-wit/#werk", weektekst(bericht))


def test_people_at_the_client_are_named_as_the_site_does(portefeuille: Maak) -> None:
    """
    By name, or by function where the team shows no names.
    """
    met, zonder = (
        weektekst(weekbericht(portefeuille(ACME, instellingen=f"toon_contactnamen: {keus}"), "anouk-de-wit"))
        for keus in ("true", "false")
    )

    assert "H. Bakker" in met
    assert "H. Bakker" not in zonder
    assert "manager ICT" in zonder


def test_an_address_makes_links_and_none_makes_paths(voorbeeld: Portefeuille) -> None:
    """
    Whole addresses where the site knows its own; else the path in words, and nothing to click that leads nowhere.
    """
    gedeeld = voorbeeld.gedeeld
    met = replace(voorbeeld, gedeeld=replace(gedeeld, instellingen=replace(gedeeld.instellingen, site_url=SITE[:-1])))
    html = str(render.html(weekbericht(met, "anouk-de-wit")))
    kaal_ = str(render.html(weekbericht(voorbeeld, "anouk-de-wit")))

    adressen = re.findall(r'href="([^"]*)"', html)
    assert f"{SITE}#week-anouk-de-wit" == adressen[0]
    assert all(adres.startswith(SITE) for adres in adressen)
    assert "href" not in kaal_
    assert "(/accounts/meerdal-zorggroep/#waarom-kennismaking-h-bakker)" in kaal_
    assert f"  {SITE}accounts/meerdal-zorggroep/#" in weektekst(weekbericht(met, "anouk-de-wit"))


def test_the_html_needs_nothing_but_itself(berichten: dict[str, Weekbericht]) -> None:
    """
    Valid, in Dutch, with a title; no style sheet, script, picture, letter or address that a program would fetch.
    """
    for bericht in berichten.values():
        html = str(render.html(bericht))
        assert [] == [str(fout) for fout in JustHTML(html, collect_errors=True).errors]
        assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
        assert f"<title>{bericht.onderwerp}</title>" in html
        assert not re.search(r"<style|<script|<img|<link|\bsrc=|url\(|@import|\bclass=|\bcolor:|background", html)
        assert html.count("<!--[if mso]>") == html.count("<![endif]-->") == 2


VIJANDIG = """
    id: acme
    naam: "{naam}"
    toezeggingen: [{{id: t1, tekst: "{tekst}", van: wij, gedaan_op: 2026-03-01, voor_datum: 2026-03-18}}]
"""


@pytest.mark.parametrize("tekst", ["<script>alert(1)</script> & <b>", "From iemand anders.", ".", "=_retentiehandboek"])
def test_text_of_a_file_stays_text(portefeuille: Maak, tekst: str) -> None:
    """
    A mark is escaped in HTML; as text no line begins as a new message, the end of one, or a quotation.
    """
    bericht = weekbericht(portefeuille(VIJANDIG.format(naam=tekst, tekst=f"{tekst} " * 12)), "anouk-de-wit")

    assert "<script" not in str(render.html(bericht))
    assert [] == [str(fout) for fout in JustHTML(str(render.html(bericht)), collect_errors=True).errors]
    assert tekst.rsplit(maxsplit=1)[-1] in weektekst(bericht)
    assert not re.search(r"^(From |\.|>)", weektekst(bericht), re.MULTILINE)


def test_no_line_of_text_is_long(voorbeeld: Portefeuille, berichten: dict[str, Weekbericht]) -> None:
    """
    At most 72 signs, but for an address, which stays whole; the words are those of the other form.
    """
    for bericht in berichten.values():
        tekst = weektekst(bericht)
        lang = [regel for regel in tekst.splitlines() if len(regel) > BREED and not regel.strip().startswith("/")]
        assert [] == lang
        assert not re.search(r"\r|\t| \n|\n\n\n", tekst)
        assert tekst.endswith("\n")
        woorden = " ".join(tekst.split())
        assert [] == [
            regel.wat.tekst
            for groep in bericht.groepen
            for regel in groep.regels
            if " ".join(regel.wat.tekst.split()) not in woorden
        ]
    assert voorbeeld.dossiers


def test_a_line_before_us_cannot_be_taken_for_another_message() -> None:
    """
    A space in front of what a program would read as something else.
    """
    leeg = Weekbericht("x", "1 mei", "From hier.", ".", "", "", Weg("a", "b"), (), "> slot", "")

    assert not re.search(r"^(From |\.|>)", weektekst(leeg), re.MULTILINE)


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Portefeuille:
    """Three hundred clients of one colleague."""
    folder = tmp_path_factory.mktemp("groot") / "accounts"
    schrijf_portefeuille(folder, 300, per_accountmanager=300)
    return afgeleid(lees_map(folder), GROTE_DAG)


def test_a_message_about_hundreds_of_clients_is_not_cut(groot: Portefeuille) -> None:
    """
    As long as one about a few: the rest is a number with the way to it.
    """
    for persoon in met_agenda(groot):
        bericht = weekbericht(groot, persoon.id)
        assert len(str(render.html(bericht)).encode()) < GMAIL / 5
        assert max((len(groep.regels) for groep in bericht.groepen), default=0) <= 7

    def meer(bericht: Weekbericht) -> int:
        return max((groep.rest for groep in bericht.groepen), default=0)

    druk = max((weekbericht(groot, persoon.id) for persoon in met_agenda(groot)), key=meer)
    assert meer(druk) > 100


def test_a_message_with_very_long_texts_is_not_cut(portefeuille: Maak) -> None:
    """
    A text of pages is cut where it says enough.
    """
    lang = "€<" * 4000
    beloften = ", ".join(
        f'{{id: t{n}, tekst: "{n} {lang}", van: wij, gedaan_op: 2026-03-01, voor_datum: 2026-03-{18 + n}}}'
        for n in range(9)
    )

    html = str(render.html(weekbericht(portefeuille(f"toezeggingen: [{beloften}]"), "anouk-de-wit")))

    assert len(html.encode()) < GMAIL
    assert "…" in html


def test_who_is_away_reads_who_stands_in(voorbeeld: Portefeuille) -> None:
    """
    Both sides know it, and the work says for whom it is.
    """
    bram, yasmina = (weekbericht(voorbeeld, wie) for wie in ("bram-oudkerk", "yasmina-el-hadri"))

    assert "Yasmina el Hadri neemt waar." in bram.aanwezig
    assert "neemt waar voor Bram Oudkerk" in yasmina.aanwezig
    assert any("van Bram Oudkerk" in regel.klant for groep in yasmina.groepen for regel in groep.regels)


def test_it_is_of_the_day_that_is_asked(portefeuille: Maak) -> None:
    """
    The day stands on top, in the subject and at the end; nothing is of the clock.
    """
    bericht = weekbericht(portefeuille(ACME, peildatum=date(2027, 1, 4)), "anouk-de-wit")

    assert "Je week van 4 januari 2027" in weektekst(bericht)
    assert bericht.onderwerp.startswith("Je week van 4 januari 2027: ")
    assert "met de gegevens van 4 januari 2027" in bericht.slot
