"""The register of segments and its picture: what asks attention first, points that never overlap, honest when empty."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from leesbaar import blokken, delen, regel, regels, tabel, vragen, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Naast, Opsomming, Vouw, Zin
from macros.views.delen.register import Register
from macros.views.render import toon
from macros.views.segmenten.segment_aandacht import criteria
from macros.views.segmenten.segmenten import segmenten
from macros.views.segmenten.waardebeeld import Punt, Waardebeeld, waardebeeld

Maak = Callable[..., Portefeuille]
SCORES = "onderdelen: {scores: true}"
LOPEND = "contracten: [{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2029-12-31}]"
GEHOORD = "evaluaties: [{datum: 2026-03-01, cijfer_resultaat: 9}]"


def klant(naam: str, *regels: str) -> str:
    """A client with a running contract and these lines."""
    return "\n".join((f"id: {naam}", f"naam: Klant {naam}", LOPEND, *regels))


def scores(waarde: int) -> str:
    """The same score on every element."""
    delen = ", ".join(f"{e}: {waarde}" for e in ("omzetaandeel", "brutomarge", "strategisch", "groei", "referentie"))
    return f"waarde: {{scores: {{{delen}}}, definitief_op: 2026-01-20}}"


def soorten(pagina: Blad) -> dict[str, list[str]]:
    """The clients under each heading of what asks attention."""
    return {soort: [regel(rij)["klant"].split()[1] for rij in rijen] for soort, rijen in vragen(pagina).items()}


def zin(pagina: Blad) -> str:
    """The page in one line."""
    return next(woorden(zin.inhoud) for zin in blokken(pagina, Zin))


def tabellen(pagina: Blad, naam: str) -> list[Register]:
    """The tables whose name in the address begins so."""
    return [deel for deel in blokken(pagina, Register) if deel.naam.startswith(naam)]


def test_each_question_stands_under_its_heading(portefeuille: Maak) -> None:
    """
    No segment, no decision, no sponsor, too old: a fine client is under none of them.
    """
    pagina = segmenten(
        portefeuille(
            klant("geen"),
            klant("cee", "segment_keuze: {segment: C, reden: Klein, op: 2026-01-01}"),
            klant("aaa", "segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}"),
            klant("oud", "segment_keuze: {segment: B, reden: Oud, op: 2025-01-01}"),
            klant("los", "segment_keuze: {segment: B, reden: Ooit}"),
            klant(
                "past",
                "segment_keuze: {segment: B, reden: Past niet, op: 2026-01-01}",
                "juiste_klant: {scores: {marge_gezond: voldoet_niet}}",
            ),
            klant("goed", "segment_keuze: {segment: B, reden: Prima, op: 2026-01-01}"),
        )
    )

    assert {
        "Nog geen segment": ["geen"],
        "Past niet: besluit nodig": ["past"],
        "C-klant: houden of afscheid?": ["cee"],
        "A-klant zonder sponsor": ["aaa"],
        "Segment opnieuw nalopen": ["oud"],
        "Segment zonder datum": ["los"],
    } == soorten(pagina)
    assert "1 A-klant, 4 B-klanten en 1 C-klant. 1 klant heeft nog geen segment." == zin(pagina)


def test_no_heading_stands_above_a_single_row(portefeuille: Maak) -> None:
    """
    Three clients without a segment have a heading; one kind with one client says itself what it is.
    """
    pagina = segmenten(
        portefeuille(
            *(klant(naam) for naam in ("een", "twee", "drie")),
            klant("cee", "segment_keuze: {segment: C, reden: Klein, op: 2026-01-01}"),
        )
    )

    assert {"Nog geen segment": 3, "Verder": 1} == {kop: len(deel.regels) for kop, deel in delen(pagina).items()}
    [rij] = delen(pagina)["Verder"].regels
    assert woorden(rij.wat).endswith("C-klant: houden of afscheid?")


def test_a_large_client_that_is_not_a_is_asked_about(portefeuille: Maak) -> None:
    """
    The row says its place and its revenue.
    """
    groot = klant("groot", "omzet: {2025: 900000}", "segment_keuze: {segment: B, reden: Inhuur, op: 2026-01-01}")

    pagina = segmenten(portefeuille(groot, klant("klein", "omzet: {2025: 100000}")))

    [rij] = vragen(pagina)["Grote klant die geen A is"]
    assert "Nummer 1 in omzet over 2025 (€\xa0900.000), maar een B-klant" == rij.wat
    top_zin = "1 klant brengt 90% van de omzet over 2025, op 2 klanten met een lopend contract."
    assert top_zin in [woorden(alinea.inhoud) for alinea in blokken(pagina, Alinea)]
    [top] = tabellen(pagina, "top")
    assert [["Klant groot", "€ 900.000", "90%", "B geen A"]] == [list(rij.values()) for rij in tabel(top)]


@pytest.mark.parametrize(
    ("marge", "verwacht"),
    [
        ("marge_procent: {2025: 40}", "Naar omzet maal marge hoort daar ook bij: Klant midden Van 1 klant is dat niet"),
        ("marge_procent: {2025: 11}", "Naar omzet maal marge zijn het geen andere klanten. Van 1 klant is dat niet"),
    ],
)
def test_who_is_large_in_profit_alone_is_named(portefeuille: Maak, marge: str, verwacht: str) -> None:
    """
    A large client with a thin margin may earn less than one of the middle; without any margin nothing is said.
    """
    groot = klant("groot", "omzet: {2025: 900000}", "marge_procent: {2025: 10}")
    midden = klant("midden", "omzet: {2025: 500000}")

    def zinnen(*klanten: str) -> list[str]:
        alle = [woorden(alinea.inhoud) for alinea in blokken(segmenten(portefeuille(*klanten)), Alinea)]
        return [zin for zin in alle if zin.startswith("Naar omzet maal marge")]

    [zin] = zinnen(groot, f"{midden}\n{marge}", klant("klein", "omzet: {2025: 100000}"))
    assert zin.startswith(verwacht)
    assert [] == zinnen(midden)


def test_the_score_stands_beside_the_choice(portefeuille: Maak) -> None:
    """
    Where they differ the page shows both, with the reason.
    """
    anders = klant("anders", scores(4), "segment_keuze: {segment: B, reden: Groeit niet, op: 2026-02-01}")

    pagina = segmenten(portefeuille(anders, klant("half", "waarde: {scores: {groei: 3}}"), instellingen=SCORES))

    [waarde] = tabellen(pagina, "waarde")
    eerste, tweede = (list(rij.values()) for rij in tabel(waarde))
    assert ["Klant anders", "4", "4", "4", "4", "4", "80"] == eerste[:7]
    assert "B score zegt A Groeit niet" == eerste[8]
    assert ["", "", "", "3", "", "", "", "nog geen"] == tweede[1:9]
    assert ["35", "25", "20", "10", "10"] == [kop.tekst.split()[-1] for kop in waarde.koppen[1:6]]
    [uitleg] = [vouw for vouw in blokken(pagina, Vouw) if vouw.kop == "Wat betekent een score?"]
    assert isinstance(uitleg.inhoud, Feiten)
    assert 5 == len(uitleg.inhoud.paren)


def test_without_scores_the_choice_is_enough(portefeuille: Maak) -> None:
    """
    A team that does not score sees no score columns, and revenue stands for value in the picture.
    """
    gekozen = "segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}"
    pagina = segmenten(
        portefeuille(
            klant("a", scores(5), gekozen, GEHOORD, "omzet: {2025: 120000}"), instellingen="onderdelen: {scores: false}"
        )
    )

    [waarde] = tabellen(pagina, "waarde")
    [rij] = tabel(waarde)
    assert ["Klant", "Omzet 2025", "Segment", "Klantbeeld", "Huiswerk", "Nalopen"] == list(rij)
    assert ("Klant a", "A Groot") == (rij["Klant"], rij["Segment"])
    [plaatje] = blokken(pagina, Waardebeeld)
    assert "Waarde: omzet over 2025" == plaatje.as_tekst
    assert ["€\xa0100.000", "€\xa01.000.000"] == [lijn.tekst for lijn in plaatje.lijnen]


def test_groups_have_their_own_elements(portefeuille: Maak) -> None:
    """
    Clients that are valued differently stand in different tables.
    """
    segmentatie = """
        groepen:
          - {id: dienst, naam: Diensten, elementen: [{id: omzet, naam: Omzet, gewicht: 100}]}
          - {id: handel, naam: Handel, elementen: [{id: marge, naam: Marge, gewicht: 100}]}
    """
    pagina = segmenten(
        portefeuille(klant("a"), klant("b", "groep: handel"), instellingen=SCORES, segmentatie=segmentatie)
    )

    bij = "de hoogste score bovenaan; bij elk element staat het gewicht"
    assert [
        ("waarde1", f"Diensten: {bij}", "Omzet 100", ["Klant a"]),
        ("waarde2", f"Handel: {bij}", "Marge 100", ["Klant b"]),
    ] == [
        (waarde.naam, waarde.titel, waarde.koppen[1].tekst, [rij["Klant"] for rij in tabel(waarde)])
        for waarde in tabellen(pagina, "waarde")
    ]


def test_promises_are_counted_against_what_happens(portefeuille: Maak) -> None:
    """
    Who gets less is named with what misses; who gets everything is only counted.
    """
    a = "segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}"
    nieuw = "in_beheer_sinds: 2026-03-01"
    sponsor = "driehoek: {accountmanager: anouk-de-wit, directie_sponsor: johan-prins}"

    [[deel]] = [
        naast.delen
        for naast in blokken(segmenten(portefeuille(klant("goed", a, nieuw, sponsor), klant("kaal", a, nieuw))), Naast)
    ]

    assert isinstance(deel, tuple)
    beloofd, gebeurt = deel
    assert woorden(beloofd).startswith("A-klanten: 2")
    assert "Cijfers vragen we in een gesprek, elke 12 maanden." in woorden(beloofd)
    assert "Sponsor in de directie 1 van 2" in woorden(gebeurt)
    assert '<a href="accounts/kaal/#driehoek">Klant kaal</a> <span class="zacht">geen sponsor</span>' in toon(gebeurt)
    assert "Klant goed" not in woorden(gebeurt).split("Alle 2 in dit segment")[0]


def test_guarantee_and_complaints_are_promised_to_everybody(portefeuille: Maak) -> None:
    """
    Who gave a mark is promised a plan below the norm, who complained an answer; who did neither is not counted.
    """
    cee = "segment_keuze: {segment: C, reden: Klein, op: 2026-01-01}"
    laag = "evaluaties: [{datum: 2026-03-01, cijfer_resultaat: 6.5}]"
    gesprek = "{datum: 2026-01-10, wie: anouk-de-wit, signalen: [{soort: klacht, tekst: Traag%s}]}"
    klacht = f"contactmomenten: [{gesprek % ''}]"
    gedaan = f"contactmomenten: [{gesprek % ', opgevolgd_op: 2026-01-12'}]"
    pagina = segmenten(
        portefeuille(klant("a", cee, laag), klant("b", cee, GEHOORD, klacht), klant("c", cee, gedaan), klant("d", cee))
    )

    [naast] = blokken(pagina, Naast)
    gebeurt = naast.delen
    assert "Garantie nagekomen 1 van 2" in woorden(gebeurt)
    assert "Klachten op tijd opgevolgd 1 van 2" in woorden(gebeurt)
    assert "cijfer onder de norm, nog geen plan" in woorden(gebeurt)
    assert "klacht nog niet opgevolgd" in woorden(gebeurt)


def test_a_register_without_segments_says_where_to_begin(portefeuille: Maak) -> None:
    """
    No share, no picture, no promise: words instead, and the largest clients first.
    """
    namen = [f"k{nummer:02}" for nummer in range(12)]
    pagina = segmenten(portefeuille(*(klant(naam) for naam in namen), klant("top", "omzet: {2025: 5}")))

    deel = delen(pagina)["Nog geen segment"]
    assert zin(pagina).startswith("Nog geen enkele klant heeft een segment. Zet in het bestand")
    [rest] = deel.delen
    assert ("Klant top", 10, 3, 13) == (regel(deel.regels[0])["klant"], len(deel.regels), len(rest.regels), deel.aantal)
    assert ("en nog 3", True) == (woorden(rest.kop), rest.dicht)
    assert [] == [*blokken(pagina, Waardebeeld), *blokken(pagina, Naast)]
    leeg = [woorden(leeg.inhoud) for leeg in blokken(pagina, Leeg)]
    assert leeg[0].startswith("Het beeld komt zodra er omzet bekend is en iets van de klant")
    assert "Nog geen klant heeft een segment, dus we beloven nog niets." in leeg
    assert "Nog geen klant heeft een segment, dus ook geen C-klanten." in leeg
    assert "Er is nog geen klant met een contract. Een klant is één bestand in de map accounts." == zin(
        segmenten(portefeuille())
    )


def test_an_ended_client_is_out_of_view_and_a_parked_c_is_not(portefeuille: Maak) -> None:
    """
    The decision about a parked prospect stays in the list of C clients.
    """
    vijver = "id: vijver\nnaam: Vijver\nkweekvijver: {}\nsegment_keuze: {segment: C, reden: Prospect, op: 2026-01-01}\n"
    verloren = "uitkomsten: [{datum: 2025-11-01, resultaat: verloren}]"
    af = f"{{id: c, titel: C, startdatum: 2020-01-01, einddatum: 2025-12-31, {verloren}}}"
    weg = f"id: weg\nsegment_keuze: {{segment: C, reden: Weg, op: 2024-01-01}}\ncontracten: [{af}]"

    goed = klant("goed", "segment_keuze: {segment: B, reden: Prima, op: 2026-01-01}")

    pagina = segmenten(portefeuille(goed, vijver + "c_besluit: {besluit: behouden, reden: Bouwt in 2027}", weg))

    [cees] = blokken(pagina, Opsomming)
    assert ["Vijver Behouden Bouwt in 2027"] == [woorden(regel) for regel in cees.regels]
    assert {} == delen(pagina)


def beeld(alles: Portefeuille) -> Waardebeeld:
    """The picture of a whole portfolio."""
    gevonden = waardebeeld(tuple(alles.dossiers.values()))
    assert gevonden is not None
    return gevonden


def raakt(een: Punt, ander: Punt, straal: float) -> bool:
    """Whether two points overlap."""
    return abs(een.x - ander.x) < 2 * straal and abs(een.y - ander.y) < 2 * straal


@pytest.mark.parametrize(("aantal", "naam"), [(1, True), (14, True), (41, False), (200, False)])
def test_points_never_overlap(portefeuille: Maak, aantal: int, naam: bool) -> None:  # noqa: FBT001
    """
    Every client has a point of its own inside the picture; names stand beside the points while there are few.
    """
    klanten = (klant(f"k{n:03}", scores(1 + n % 5), *([GEHOORD] if n % 2 == 0 else [])) for n in range(aantal))

    plaatje = beeld(portefeuille(*klanten, instellingen=SCORES))

    assert aantal == len(plaatje.punten) == sum(band.aantal for band in plaatje.banden)
    assert not [1 for een, ander in combinations(plaatje.punten, 2) if raakt(een, ander, plaatje.straal)]
    assert all(0 < punt.x < plaatje.breedte and 0 < punt.y < plaatje.hoogte for punt in plaatje.punten)
    assert {naam} == {bool(punt.naam) for punt in plaatje.punten}


def test_hundreds_of_points_are_one_shape_for_each_segment(portefeuille: Maak) -> None:
    """
    A link with words for each of a thousand clients is more than a browser takes at once; every client has its dot.
    """
    klanten = (klant(f"k{n:03}", scores(1 + n % 5), *([GEHOORD] if n % 2 == 0 else [])) for n in range(201))

    plaatje = beeld(portefeuille(*klanten, instellingen=SCORES))
    html = render.html(plaatje, "../")

    assert () == plaatje.punten
    assert 201 == sum(pad.count("M") for _, pad in plaatje.stippen) == sum(band.aantal for band in plaatje.banden)
    assert "accounts/" not in html
    assert html.count("<path") == len({segment for segment, _ in plaatje.stippen})


def test_worth_runs_right_and_worry_runs_up(portefeuille: Maak) -> None:
    """
    A client with worry stands in the top band; the higher score stands further right.
    """
    zorg = "evaluaties: [{datum: 2026-02-01, cijfer_resultaat: 5}]"
    plaatje = beeld(
        portefeuille(klant("rustig", scores(5), GEHOORD), klant("zorg", scores(2), zorg), instellingen=SCORES)
    )

    punten = {punt.id: punt for punt in plaatje.punten}
    assert ["Zorg", "Rustig"] == [band.label.tekst for band in plaatje.banden]
    assert punten["zorg"].y < punten["rustig"].y
    assert punten["zorg"].x < punten["rustig"].x
    assert "Klant zorg: score 40, C-klant, klantbeeld zorg" in punten["zorg"].tekst


def test_a_client_without_a_value_stands_in_the_strip(portefeuille: Maak) -> None:
    """
    Unknown is not low: it has a place of its own, left of the axis.
    """
    plaatje = beeld(portefeuille(klant("a", scores(1), GEHOORD), klant("b", GEHOORD), instellingen=SCORES))

    punten = {punt.id: punt for punt in plaatje.punten}
    assert plaatje.strook
    assert punten["b"].x < punten["a"].x
    assert "nog geen score" in punten["b"].tekst


def test_every_point_is_a_named_link(portefeuille: Maak) -> None:
    """
    A keyboard reaches each client, a screen reader says it, and the page has the same client in its table.
    """
    html = render.html(segmenten(portefeuille(klant("a", scores(4), GEHOORD), instellingen=SCORES)), "../")

    assert re.search(r'<a class="waardebeeld__punt [^>]*href="\.\./accounts/a/" aria-label="Klant a: score 80', html)
    assert '<a href="../accounts/a/#waarom-segment">' in html


def test_a_criterion_says_who_settled_it(portefeuille: Maak) -> None:
    """
    The team's own criteria, with their weight and who settled them; the standard list has no such day.
    """
    lijsten = criteria(
        portefeuille(
            criteria="""
        juiste_klanten:
          - {id: groei, tekst: Wil groeien, zwaarte: zwaar, vastgesteld_door: johan-prins, vastgesteld_op: 2026-02-03}
          - {id: dichtbij, tekst: Zit dichtbij, zwaarte: licht}
    """
        )
    ).delen

    klant, voorwaarden = lijsten
    assert [
        "Wil groeien zwaar · vastgesteld door Johan Prins op 3 februari 2026",
        "Zit dichtbij licht",
    ] == regels(klant)
    assert [] == regels(voorwaarden)
