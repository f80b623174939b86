"""The retention pages: figures with their groups and rows, reasons, the forecast, and words when nothing is kept."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from leesbaar import blokken as onderdelen
from leesbaar import sorteer, tabel, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.behoud.behoud import behoud, klantredenen
from macros.views.behoud.behoud_cijfers import Blok, behoud_cijfers, blokken, jaarkoppen
from macros.views.behoud.retentiefactor import retentiefactor
from macros.views.behoud.verlengprognose import verlengprognose
from macros.views.delen.balk import Balk
from macros.views.delen.blad import Alinea, Anker, Blad, Feiten, Naast, Opsomming, Vouw
from macros.views.delen.register import Register
from macros.views.toernooi.honken import honken
from macros.views.toernooi.toernooi import toernooi
from macros.woorden.labels import Label

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
    """One figure."""
    return next(blok for blok in blokken(alles) if blok.cijfer.id == welk)


def getal(alles: Portefeuille, groep: str, jaar: str) -> tuple[str, str]:
    """The client retention of a group in a year: the percentage, and what it is made of."""
    [rij] = [rij for rij in blok(alles, "klantretentie").groepen if rij.naam == groep]
    eerste = rij.jaren[jaarkoppen(alles).index(jaar)][0]
    return eerste.tekst, eerste.bij


def erachter(pagina: Blad, titel: str) -> Register:
    """The first table whose caption begins so, folded or not."""
    tabellen = [
        deel
        for blok in pagina.blokken
        for deel in (blok.inhoud if isinstance(blok, Vouw) else blok,)
        if isinstance(deel, Register)
    ]
    return next(deel for deel in tabellen if woorden(deel.titel).startswith(titel))


def test_a_figure_stands_per_year_segment_and_colleague(portefeuille: Maak) -> None:
    """
    Everyone first, then segments, then colleagues by name; who left us is still named.
    """
    a = "segment_keuze: {segment: A, reden: groot}"
    alles = portefeuille(klant("a", "bram-oudkerk", a), vertrokken("b", "anouk-de-wit"), klant("c", "eva-weg"))

    namen = [groep.naam for groep in blok(alles, "klantretentie").groepen]

    wie = ["Anouk de Wit", "Bram Oudkerk", "Eva Weg (uit dienst)"]
    assert ["Alle klanten", "A-klant", "Nog geen segment", *wie] == namen
    assert ("67%", "2 van 3, klein aantal") == getal(alles, "Alle klanten", "2025")
    assert ("0%", "0 van 1, klein aantal") == getal(alles, "Anouk de Wit", "2025")
    assert ("n.v.t.", "") == getal(alles, "Alle klanten", "2023")
    rijen = tabel(erachter(behoud_cijfers(alles), "Klantretentie per jaar"))
    assert "67% 2 van 3, klein aantal 33% verloop 1 van 3, klein aantal" == rijen[0]["2025"]
    assert "100% 1 van 1, klein aantal" == rijen[1]["2025"]


def test_ten_cases_are_no_longer_a_small_number(portefeuille: Maak) -> None:
    """
    Below ten a percentage jumps with every client, and the page says so.
    """
    klanten = [klant(f"a{n}") for n in range(10)]

    assert ("100%", "9 van 9, klein aantal") == getal(portefeuille(*klanten[:9]), "Alle klanten", "2025")
    assert ("100%", "10 van 10") == getal(portefeuille(*klanten), "Alle klanten", "2025")


def test_the_rows_behind_a_figure_stand_by_client(portefeuille: Maak) -> None:
    """
    What happened in each year, with a link to the place on the client page.
    """
    gevonden = erachter(behoud_cijfers(portefeuille(vertrokken("zee"), klant("anker"))), "Klantretentie: wat er")

    assert ["anker", "zee"] == [rij["Klant"] for rij in tabel(gevonden)]
    assert '<a href="accounts/zee/#contracten">zee</a>' in render.html(gevonden)
    assert ["–", "Anouk de Wit", "nieuw", "gebleven", "vertrokken per 31 dec 2025", ""] == list(
        tabel(gevonden)[1].values()
    )[1:]


def test_what_nobody_keeps_is_no_zero(portefeuille: Maak) -> None:
    """
    A register with contracts alone: each figure says what to write down first, and none prints a percentage.
    """
    register = "id: a\ncontracten: [{id: c, titel: C, startdatum: 2023-01-01, einddatum: 2025-12-31}]"

    pagina = behoud_cijfers(portefeuille(register))

    assert [] == onderdelen(pagina, Register)
    assert [] == [gevonden.cijfer.id for gevonden in blokken(portefeuille(register)) if not gevonden.cijfer.leeg]
    assert "%" not in re.sub(r"<[^>]*>", "", render.html(behoud(portefeuille(register)))).split("De staven")[0]


def test_a_part_that_is_off_has_no_figure(portefeuille: Maak) -> None:
    """
    A team that keeps no messages has no tile for them.
    """
    alles = portefeuille(klant("a"), instellingen="onderdelen: {berichten: false}")

    assert "berichten" not in [gevonden.cijfer.id for gevonden in blokken(alles)]
    assert "berichten" in [gevonden.cijfer.id for gevonden in blokken(portefeuille(klant("a")))]


def test_revenue_says_bruto_and_netto(portefeuille: Maak) -> None:
    """
    A hundred becomes ninety with one client and twenty more with another.
    """
    alles = portefeuille(
        klant("a", bij="omzet: {2024: 100, 2025: 90}"),
        klant("b", bij="omzet: {2024: 100, 2025: 120}"),
        klant("c", bij="omzet: {2024: 50}"),
    )

    gevonden = blok(alles, "omzetretentie").cijfer

    [tegel] = [tegel for tegel in behoud(alles).tegels if tegel.id == "omzetretentie"]
    assert [("bruto", "95%"), ("netto", "105%")] == [(getal.naam, getal.tekst) for getal in tegel.getallen]
    assert gevonden.noot.startswith("Dit gaat over de omzet van hele jaren, de verlengingsgraad over de contracten")
    assert "verdwijnt de omzet hier pas een jaar later. Van 1 klant is de omzet over 2025 niet bekend" in gevonden.noot
    assert '<p><a href="#retentiefactor">De bedragen per klant</a></p>' in render.html(behoud_cijfers(alles))


def test_the_retention_factor_says_who_keeps_buying_and_why(portefeuille: Maak) -> None:
    """
    Revenue of each year, unknown left empty; a client whose name stays hidden is not named.
    """
    weg = vertrokken("weg", bij="anoniem: true\nomzet: {2024: 1000}")
    blijft = klant("blijft", bij="omzet: {2024: 2000, 2025: 0}\nwaarom_klant_blijft: Vaste ploeg")
    verlopen = klant("verlopen").replace("2028-12-31", "2025-12-31")

    gevonden = erachter(retentiefactor(portefeuille(weg, blijft, verlopen)), "Omzet per klant")

    rijen = {rij["Klant"]: rij for rij in tabel(gevonden)}
    assert ["Naam niet getoond", "blijft", "verlopen"] == list(rijen)
    assert ("Koopt door", "Vaste ploeg") == (rijen["blijft"]["Koopt door"], rijen["blijft"]["Waarom de klant blijft"])
    assert "Koopt niet meer" == rijen["Naam niet getoond"]["Koopt door"]
    assert "Navragen: einddatum voorbij" == rijen["verlopen"]["Koopt door"]
    assert ["", "€ 2.000", "€ 0", ""] == [rijen["blijft"][jaar] for jaar in ("2023", "2024", "2025", "2026 tot nu")]
    assert ["", "0", ""] == sorteer(gevonden, "2025")


def test_reasons_to_stay_and_to_leave(portefeuille: Maak) -> None:
    """
    In the client's own words; where nobody asked, the client is named to ask, when *Nog aan te vullen* asks it too.
    """
    groot = "segment_keuze: {segment: B, reden: Groot, op: 2026-01-01}"
    lessen = "lessen: [{id: les, titel: Meet de werkvloer}]"
    verslag = "uitgevoerd_op: 2025-11-20, lessen: [les], verwachtingen: {waar_mis: Hulp te traag}"
    terugblik = f"postmortems: [{{contract: c, {verslag}}}]"
    alles = portefeuille(
        klant("b", bij="waarom_klant_blijft: Vaste ploeg"),
        klant("c", bij=groot),
        klant("zonder-segment"),
        vertrokken("weg", bij=terugblik),
        lessen=lessen,
    )

    gevonden = klantredenen(alles)

    [[blijver]] = [feiten.paren for feiten in onderdelen(gevonden, Feiten)]
    assert ["b", "Vaste ploeg"] == [woorden(deel) for deel in blijver]
    zonder, aflopen = onderdelen(gevonden, Vouw)
    assert ("afloop", False) == (aflopen.anker, aflopen.open)
    assert ("Nog vragen waarom", 1, "c") == (zonder.kop, zonder.aantal, woorden(zonder.inhoud))
    [[vertrek]] = [lijst.regels for lijst in onderdelen(gevonden, Opsomming)]
    assert ("14 okt 2025 weg Beheer: verloren Te duur · terugblik gehouden · les: Meet de werkvloer") == woorden(
        vertrek
    )
    [naast] = onderdelen(gevonden, Naast)
    assert ["Verwachtingen 1 Hulp te traag weg", "Relaties 0 Nooit genoemd.", "Vakkennis 0 Nooit genoemd."] == [
        woorden(pijler) for pijler in naast.delen
    ]


def test_the_forecast_stands_by_quarter_with_its_reasons(portefeuille: Maak) -> None:
    """
    The bars of both columns are as wide as the amount; the contracts stand under them.
    """
    call = ", jaarwaarde: 500, inschatting: {verwachting: twijfel, waarom: Nieuwe inkoper, op: 2026-03-01}"
    alles = portefeuille(klant("a", contract=call).replace("2028-12-31", "2026-12-31"))

    gevonden = verlengprognose(alles)

    bedragen = erachter(gevonden, "Jaarwaarde van contracten")
    [rij] = [rij for rij in tabel(bedragen) if rij["Te beslissen"]]
    assert ("vierde kwartaal 2026 1 contract", "€ 500") == (rij["Kwartaal"], rij["Te beslissen"])
    [vouw] = onderdelen(gevonden, Vouw)
    assert isinstance(vouw.inhoud, Anker)
    assert isinstance(vouw.inhoud.inhoud, Register)
    assert (1, "beslissingen") == (vouw.aantal, vouw.inhoud.naam)
    [regel] = tabel(vouw.inhoud.inhoud)
    assert ("Beheer", "€ 500", "Twijfel Nieuwe inkoper") == (
        regel["Contract"],
        regel["Jaarwaarde"],
        regel["Eigen inschatting"],
    )
    assert "?beslissingen-kwartaal=vierde%20kwartaal%202026#beslissingen" in render.html(gevonden)


def test_the_forecast_has_what_is_lost_beside_it(portefeuille: Maak) -> None:
    """
    In the quarter in which it ends, and in the sentence that *Op het spel* shares; its own list says how.
    """
    opgezegd = ", jaarwaarde: 500, opzegging: {door: klant, ontvangen_op: 2026-02-01, reden: Te duur}"
    alles = portefeuille(klant("a", contract=opgezegd).replace("2028-12-31", "2026-12-31"))

    gevonden = verlengprognose(alles)

    [rij] = [rij for rij in tabel(erachter(gevonden, "Jaarwaarde van")) if rij["Al verloren"]]
    assert ("vierde kwartaal 2026 niets te beslissen", "€ 500") == (rij["Kwartaal"], rij["Al verloren"])
    assert "Daarnaast is € 500 al verloren: dat loopt nog." in woorden(onderdelen(gevonden, Alinea)[0])
    [vouw] = onderdelen(gevonden, Vouw)
    assert ("Al verloren, en nog niet afgelopen", 1) == (vouw.kop, vouw.aantal)
    assert "31 dec 2026 opgezegd door de klant op 1 feb 2026 Te duur" in woorden(vouw.inhoud)


def test_a_year_without_a_figure_is_no_zero(portefeuille: Maak) -> None:
    """
    Every bar has its value; a year in which nothing was counted says so, in the picture and aloud.
    """
    alles = portefeuille(klant("a", bij="omzet: {2024: 100, 2025: 90}"))

    [tegel] = [tegel for tegel in behoud(alles).tegels if tegel.id == "omzetretentie"]

    assert ["", "", "90%", ""] == [staaf.waarde for staaf in tegel.staven]
    assert "2023: geen cijfer, 2024: geen cijfer, 2025: 90%, 2026 tot nu: geen cijfer" == tegel.beeld
    assert 3 == render.html(behoud(alles)).split("omzetretentie")[1].split("</svg>")[0].count('class="behoud__mist"')


def test_a_bar_is_as_wide_as_its_amount() -> None:
    """
    Parts follow each other; what is worth nothing has no part, and without amounts there is no bar.
    """
    labels = {"a": Label("Aa", "●", "goed"), "b": Label("Bee", "▲", "let-op"), "c": Label("Cee", "◆", "risico")}

    balk = Balk({"a": 300, "b": 0, "c": 100}, labels, 800, "EUR")

    assert [("Aa", 300, 0, 37.5), ("Cee", 100, 37.5, 12.5)] == [
        (label.tekst, bedrag, x, breedte) for label, bedrag, x, breedte in balk.delen()
    ]
    assert "● ◆ Aa € 300 Cee € 100" == woorden(balk)
    assert "" == woorden(Balk({"a": 0}, labels, 0, "EUR"))


def test_calls_are_checked_for_everyone_together(portefeuille: Maak) -> None:
    """
    One right, one in doubt; small numbers are named, and people are not.
    """
    goed = vertrokken("a").replace("jaarwaarde", "inschatting: {verwachting: vertrekt, op: 2025-09-01}, jaarwaarde")
    twijfel = vertrokken("b").replace("jaarwaarde", "inschatting: {verwachting: twijfel, op: 2025-09-01}, jaarwaarde")

    gevonden = verlengprognose(portefeuille(goed, twijfel))

    [zin] = onderdelen(gevonden, Alinea)
    assert (
        "De eigen inschatting klopte bij 1 van 1 contract. Dat is een klein aantal. "
        "Bij nog 1 twijfelden we vooraf; dat telt niet mee."
    ) == zin.inhoud
    assert ["Bij 1 contract met een uitkomst twijfelden we vooraf."] == [
        woorden(alinea.inhoud) for alinea in onderdelen(verlengprognose(portefeuille(twijfel)), Alinea)
    ]
    assert [["Verlengt", "0", "0"], ["Twijfel", "0", "1"], ["Vertrekt", "0", "1"]] == [
        list(rij.values()) for rij in tabel(erachter(gevonden, "De eigen inschatting"))
    ]
    assert ["Klopte", "Was twijfel"] == [rij["Klopte het?"] for rij in tabel(erachter(gevonden, "Per contract"))]
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
