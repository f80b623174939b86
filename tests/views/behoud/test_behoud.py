"""The retention pages: figures with their groups and rows, reasons, the forecast, and words when nothing is kept."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.behoud.behoud import behoud
from macros.views.behoud.behoud_blokken import Blok
from macros.views.behoud.behoud_cijfers import behoud_cijfers
from macros.views.behoud.klantredenen import klantredenen
from macros.views.behoud.retentiefactor import retentiefactor
from macros.views.behoud.verlengprognose import verlengprognose
from macros.views.toernooi.honken import honken
from macros.views.toernooi.toernooi import toernooi

Maak = Callable[..., Portefeuille]
PAGINAS = (behoud, behoud_cijfers, verlengprognose, klantredenen, retentiefactor, honken, toernooi)
AAN = "onderdelen: {honken: true, toernooi: true}"
BOOS = "<script>alert(1)</script>`{{ 7*7 }}` ~~x~~ & 'a'"


def klant(naam: str, wie: str = "anouk-de-wit", bij: str = "", contract: str = "") -> str:
    """A client since 2023, until the end of 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ndriehoek: {{accountmanager: {wie}}}\ncontracten: [{regel}]\n{bij}"


def vertrokken(naam: str, wie: str = "anouk-de-wit", bij: str = "") -> str:
    """A client that was lost with the end of 2025."""
    verloren = "uitkomsten: [{datum: 2025-10-14, resultaat: verloren, toelichting: Te duur}]"
    regel = f"{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2025-12-31, jaarwaarde: 100, {verloren}}}"
    return f"id: {naam}\nnaam: {naam}\ndriehoek: {{accountmanager: {wie}}}\ncontracten: [{regel}]\n{bij}"


def blok(alles: Portefeuille, welk: str) -> Blok:
    """One block of figures."""
    return next(blok for blok in behoud_cijfers(alles).blokken if blok.id == welk)


def getal(gevonden: Blok, groep: str, jaar: str) -> tuple[str, str]:
    """The first figure of a group in a year: the percentage, and what it is made of."""
    [rij] = [rij for rij in gevonden.groepen if rij.naam == groep]
    eerste = rij.cellen[gevonden.jaren.index(jaar)].getallen[0]
    return eerste.tekst, eerste.bij


def test_a_figure_stands_per_year_segment_and_colleague(portefeuille: Maak) -> None:
    """
    Everyone first, then segments, then colleagues by name; who left us is still named.
    """
    a = "segment_keuze: {segment: A, reden: groot}"
    alles = portefeuille(klant("a", "bram-oudkerk", a), vertrokken("b", "anouk-de-wit"), klant("c", "eva-weg"))

    gevonden = blok(alles, "klantretentie")

    assert ["Alle klanten", "A-klant", "Nog geen segment", "Anouk de Wit", "Bram Oudkerk", "Eva Weg (uit dienst)"] == [
        groep.naam for groep in gevonden.groepen
    ]
    assert ("67%", "2 van 3, klein aantal") == getal(gevonden, "Alle klanten", "2025")
    assert ("0%", "0 van 1, klein aantal") == getal(gevonden, "Anouk de Wit", "2025")
    assert ("n.v.t.", "") == getal(gevonden, "Alle klanten", "2023")


def test_ten_cases_are_no_longer_a_small_number(portefeuille: Maak) -> None:
    """
    Below ten a percentage jumps with every client, and the page says so.
    """
    assert (
        "klein"
        in getal(blok(portefeuille(*(klant(f"a{n}") for n in range(9))), "klantretentie"), "Alle klanten", "2025")[1]
    )
    assert ("100%", "10 van 10") == getal(
        blok(portefeuille(*(klant(f"a{n}") for n in range(10))), "klantretentie"), "Alle klanten", "2025"
    )


def test_the_rows_behind_a_figure_stand_by_client(portefeuille: Maak) -> None:
    """
    What happened in each year, with a link to the place on the client page.
    """
    rijen = blok(portefeuille(vertrokken("zee"), klant("anker")), "klantretentie").rijen

    assert [("anker", "anker/#contracten"), ("zee", "zee/#contracten")] == [(rij.naam, rij.doel) for rij in rijen]
    assert ("nieuw", "gebleven", "vertrokken per 31 dec 2025", "") == rijen[1].cellen


def test_what_nobody_keeps_is_no_zero(portefeuille: Maak) -> None:
    """
    A register with contracts alone: each figure says what to write down first, and none prints a percentage.
    """
    register = "id: a\ncontracten: [{id: c, titel: C, startdatum: 2023-01-01, einddatum: 2025-12-31}]"

    pagina = behoud_cijfers(portefeuille(register))

    assert [] == [gevonden.id for gevonden in pagina.blokken if not gevonden.leeg]
    assert "%" not in re.sub(r"<[^>]*>", "", render.html(behoud(portefeuille(register)))).split("De staven")[0]


def test_a_part_that_is_off_has_no_figure(portefeuille: Maak) -> None:
    """
    A team that keeps no messages has no tile for them.
    """
    alles = portefeuille(klant("a"), instellingen="onderdelen: {berichten: false}")

    assert "berichten" not in [gevonden.id for gevonden in behoud_cijfers(alles).blokken]
    assert "berichten" in [gevonden.id for gevonden in behoud_cijfers(portefeuille(klant("a"))).blokken]


def test_revenue_says_bruto_and_netto(portefeuille: Maak) -> None:
    """
    A hundred becomes ninety with one client and twenty more with another.
    """
    alles = portefeuille(
        klant("a", bij="omzet: {2024: 100, 2025: 90}"),
        klant("b", bij="omzet: {2024: 100, 2025: 120}"),
        klant("c", bij="omzet: {2024: 50}"),
    )

    gevonden = blok(alles, "omzetretentie")

    [tegel] = [tegel for tegel in behoud(alles).tegels if tegel.id == "omzetretentie"]
    assert [("bruto", "95%"), ("netto", "105%")] == [(getal.naam, getal.tekst) for getal in tegel.getallen]
    assert "Van 1 klant is de omzet over 2025 niet bekend: die tellen niet mee." == gevonden.noot
    assert ("", "retentiefactor") == ("".join(rij.naam for rij in gevonden.rijen), gevonden.elders)


def test_the_retention_factor_says_who_keeps_buying_and_why(portefeuille: Maak) -> None:
    """
    Revenue of each year, unknown left empty; a client whose name stays hidden is not named.
    """
    weg = vertrokken("weg", bij="anoniem: true\nomzet: {2024: 1000}")
    blijft = klant("blijft", bij="omzet: {2024: 2000, 2025: 0}\nwaarom_klant_blijft: Vaste ploeg")
    verlopen = klant("verlopen").replace("2028-12-31", "2025-12-31")

    gevonden = retentiefactor(portefeuille(weg, blijft, verlopen))

    rijen = {rij.naam: (rij.koopt.tekst, rij.waarom) for rij in gevonden.rijen}
    assert ("Koopt door", "Vaste ploeg") == rijen["blijft"]
    assert ("Koopt niet meer", "") == rijen["Naam niet getoond"]
    assert "Navragen: einddatum voorbij" == rijen["verlopen"][0]
    assert ((None, ""), (2000, "€\xa02.000"), (0, "€\xa00"), (None, "")) == gevonden.rijen[0].omzet


def test_reasons_to_stay_and_to_leave(portefeuille: Maak) -> None:
    """
    In the client's own words; where nobody asked, the client is named to ask.
    """
    lessen = "lessen: [{id: les, titel: Meet de werkvloer}]"
    verslag = "uitgevoerd_op: 2025-11-20, lessen: [les], verwachtingen: {waar_mis: Hulp te traag}"
    terugblik = f"postmortems: [{{contract: c, {verslag}}}]"
    alles = portefeuille(
        klant("b", bij="waarom_klant_blijft: Vaste ploeg"), klant("c"), vertrokken("weg", bij=terugblik), lessen=lessen
    )

    gevonden = klantredenen(alles)

    assert [("b", "Vaste ploeg")] == [(blijver.naam, blijver.waarom) for blijver in gevonden.blijvers]
    assert (("c", "c"),) == gevonden.zonder
    [vertrek] = gevonden.vertrekken
    assert ("verloren", "Te duur", True, (("les", "Meet de werkvloer"),)) == (
        vertrek.hoe,
        vertrek.reden,
        vertrek.terugblik,
        vertrek.lessen,
    )
    assert [("Verwachtingen", 1), ("Relaties", 0), ("Vakkennis", 0)] == [
        (p.naam, len(p.regels)) for p in gevonden.pijlers
    ]


def test_the_forecast_stands_by_quarter_with_its_reasons(portefeuille: Maak) -> None:
    """
    The bars of both columns are as wide as the amount; the contracts stand under them.
    """
    call = ", jaarwaarde: 500, inschatting: {verwachting: twijfel, waarom: Nieuwe inkoper, op: 2026-03-01}"
    alles = portefeuille(klant("a", contract=call).replace("2028-12-31", "2026-12-31"))

    gevonden = verlengprognose(alles)

    [deel] = [deel for deel in gevonden.delen if deel.aantal]
    assert ("vierde kwartaal 2026", "kwartaal-2026-4", "€\xa0500") == (deel.kop, deel.id, deel.bedrag)
    assert [("Twijfel", 100.0)] == [(stuk.label.tekst, stuk.breedte) for stuk in deel.inschatting]
    [regel] = deel.regels
    assert ("Nieuwe inkoper", "€\xa0500 · Anouk de Wit") == (regel.waarom, regel.bij)


def test_calls_are_checked_for_everyone_together(portefeuille: Maak) -> None:
    """
    One right, one in doubt; small numbers are named, and people are not.
    """
    goed = vertrokken("a").replace("jaarwaarde", "inschatting: {verwachting: vertrekt, op: 2025-09-01}, jaarwaarde")
    twijfel = vertrokken("b").replace("jaarwaarde", "inschatting: {verwachting: twijfel, op: 2025-09-01}, jaarwaarde")

    gevonden = verlengprognose(portefeuille(goed, twijfel))

    assert (
        "De eigen inschatting klopte bij 1 van 1 contract. Dat is een klein aantal. "
        "Bij nog 1 twijfelden we vooraf; dat telt niet mee."
    ) == gevonden.toets_zin
    assert "Bij 1 contract met een uitkomst twijfelden we vooraf." == verlengprognose(portefeuille(twijfel)).toets_zin
    assert [("Verlengt", 0, 0), ("Twijfel", 0, 1), ("Vertrekt", 0, 1)] == [
        (label.tekst, *aantallen) for label, *aantallen in gevonden.kruistabel
    ]
    assert "Anouk" not in render.html(gevonden, "../").split('id="inschatting-getoetst"')[1]


def alles_gevuld() -> Iterator[str]:
    """Clients whose texts try to be syntax."""
    yield f"""
        id: boos
        naam: "{BOOS}"
        waarom_klant_blijft: "{BOOS}"
        omzet: {{2024: 5, 2025: 4}}
        honken:
          2026:
            1: {{stand: gehaald, notitie: "{BOOS}", terug_naar_1: {{datum: 2026-02-01, reden: "{BOOS}"}}}}
        postmortems: [{{contract: oud, uitgevoerd_op: 2026-01-10, expertise: {{waar_mis: "{BOOS}"}}}}]
        contracten:
          - {{id: c, titel: "{BOOS}", startdatum: 2024-01-01, einddatum: 2026-12-31,
             inschatting: {{verwachting: twijfel, waarom: "{BOOS}", op: 2026-03-02}}}}
          - {{id: oud, titel: "{BOOS}", startdatum: 2022-01-01, einddatum: 2026-01-31,
             inschatting: {{verwachting: verlengt, waarom: "{BOOS}", op: 2025-10-02}},
             uitkomsten: [{{datum: 2025-12-01, resultaat: verloren, toelichting: "{BOOS}"}}]}}
    """
    yield f'id: vijver\nnaam: "{BOOS}"\nkweekvijver: {{waarom: "{BOOS}"}}'


WERVING = f"""
    jaar: 2026
    start_op: 2026-01-05
    adressen:
      - {{id: a, naam: "{BOOS}", volgende_stap: "{BOOS}", omvang_verwacht: S, besluit: go}}
      - {{id: b, naam: "{BOOS}", besluit: no_go, reden: "{BOOS}"}}
"""


@pytest.mark.parametrize("maak", PAGINAS)
def test_text_of_a_file_stays_text_on_the_retention_pages(portefeuille: Maak, maak: Callable[..., render.View]) -> None:
    """
    Tags, quotes, braces, backticks and tildes reach no page as syntax.
    """
    alles = portefeuille(*alles_gevuld(), instellingen=AAN, werving={2026: WERVING})

    html = render.html(maak(alles), "../")

    assert not [teken for teken in ("<script", "{{", "`", "~~") if teken in html]


@pytest.mark.parametrize("maak", PAGINAS)
@pytest.mark.parametrize("instellingen", [AAN, "valuta: EUR"])
def test_an_empty_portfolio_has_words_on_the_retention_pages(
    portefeuille: Maak, maak: Callable[..., render.View], instellingen: str
) -> None:
    """
    Nothing at all renders, with words; parts that are off say so.
    """
    html = render.html(maak(portefeuille(instellingen=instellingen, peildatum=date(2026, 1, 1))))

    assert re.search(r"[A-Z][a-z]", re.sub(r"<[^>]*>", "", html))
