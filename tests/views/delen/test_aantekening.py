"""What readers see of the journal: the timeline of a client, and what happened this week in the talk of a colleague."""

from datetime import date
from pathlib import Path

import pytest
from leesbaar import wat, woorden

from macros.controles.aannemelijk import zelfde_gesprek
from macros.load.load import lees_map
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.portefeuille.retentiecijfers.contactdiscipline import contactdiscipline
from macros.views import render
from macros.views.canvas.canvas import canvas
from macros.views.delen.aantekening import weekbladen
from macros.views.klant.account_afspraken import account_verwachtingen
from macros.views.klant.account_mensen import account_mensen
from macros.views.klant.account_tijdlijn import account_tijdlijn
from macros.views.klant.accountkop import accountkop
from macros.views.klant.klantoverzicht import klantoverzicht
from macros.views.overleg.overleg import overleg
from macros.views.vandaag.aanvullen import aanvullen

PEILDATUM = date(2026, 3, 23)
TEAM = """\
personen:
  - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}
  - {id: rik-smeets, naam: Rik Smeets, rollen: [accountmanager]}
"""
KLANT = """\
id: acme
naam: Acme
segment_keuze: {segment: A, reden: groot}
driehoek: {accountmanager: anouk-de-wit}
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2027-12-31, inschatting: {verwachting: twijfel}}
contactpersonen:
  - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch, houding: positief, houding_op: 2025-12-18}
verwachtingen: [{id: v1, tekst: Binnen vier uur hersteld, gecheckt_op: 2026-02-20}]
toezeggingen: [{id: t3, tekst: Rapport sturen, van: wij, gedaan_op: 2026-01-05}]
canvassen:
  - {id: "2026", contracten: [beheer], gestart_op: 2025-07-14, vakken: {relaties: {conclusie: Goed, oordeel: groen}},
     acties: [{id: a1, tekst: Voorstel maken}]}
"""
WEEK = """\
regels:
  - klant: acme
    datum: 2026-03-17
    met: [h-bakker]
    kern: Wil een voorstel
    klopt_nog: [h-bakker, v1, relaties, beheer, inschatting]
    klaar: [a1, t3]
    belofte: {tekst: Voorstel sturen}
    signaal: {soort: koop, tekst: Vroeg naar planning}
"""
NOTITIE = """\
regels:
  - {klant: acme, datum: 2026-03-19, kern: De jaarwaarde nagevraagd, klopt_nog: [inschatting]}
  - {klant: acme, datum: 2026-03-10, kern: Te lang geleden}
"""


@pytest.fixture
def geheel(tmp_path: Path) -> Portefeuille:
    """Make a client of Anouk about whom she and Rik each wrote a week."""
    for naam, tekst in {
        "_gedeeld/team": TEAM,
        "acme": KLANT,
        "_dagboek/2026/w12-anouk-de-wit": WEEK,
        "_dagboek/2026/w12-rik-smeets": NOTITIE,
    }.items():
        pad = tmp_path / f"{naam}.yml"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    return portefeuille(lees_map(tmp_path), PEILDATUM)


def week(geheel: Portefeuille, wie: str) -> list[str]:
    """What happened this week, as the talk with this colleague tells."""
    return wat(overleg(geheel, geheel.gedeeld.personen[wie]).lijsten[0].delen[0])


def test_een_stap_leidt_naar_zijn_week(geheel: Portefeuille) -> None:
    """A step that the journal told leads to that week in the forge; without a forge it is plain words."""
    verteld = account_mensen(geheel.dossiers["acme"])
    adres = "https://git.example/edit/main/accounts/_dagboek/2026/w12-anouk-de-wit.yml"
    render.weekbladen({week: f"https://git.example/edit/main/accounts/{week}" for week in weekbladen(geheel)})
    try:
        met = render.html(verteld)
    finally:
        render.weekbladen({})

    assert f'<a href="{adres}">houding gepeild op 17 maart 2026 (dagboek van Anouk de Wit, week 12)</a>' in met
    assert "_dagboek" not in render.html(verteld)


def test_een_week_met_een_verborgen_klant_gaat_niet_open(tmp_path: Path, geheel: Portefeuille) -> None:
    """Its name stands there, so no page leads to that week."""
    assert {"_dagboek/2026/w12-anouk-de-wit.yml", "_dagboek/2026/w12-rik-smeets.yml"} == weekbladen(geheel)

    weg = KLANT.replace("id: acme\n", "id: beta\nanoniem: true\n").replace(
        "einddatum: 2027-12-31,", "einddatum: 2025-12-31, uitkomsten: [{datum: 2025-12-31, resultaat: verloren}],"
    )
    (tmp_path / "beta.yml").write_text(weg, encoding="utf-8")
    with (tmp_path / "_dagboek/2026/w12-rik-smeets.yml").open("a", encoding="utf-8") as week_:
        week_.write("  - {klant: beta, datum: 2026-03-18, kern: Afscheid}\n")

    assert {"_dagboek/2026/w12-anouk-de-wit.yml"} == weekbladen(portefeuille(lees_map(tmp_path), PEILDATUM))


def test_tijdlijn_heeft_de_notitie(geheel: Portefeuille) -> None:
    """A note is told as one, with who wrote it; a talk tells what it confirmed, closed and promised."""
    tijdlijn = woorden(account_tijdlijn(geheel.dossiers["acme"]))
    assert "19 mrt 2026 Notitie Rik Smeets: De jaarwaarde nagevraagd · Klopt nog: de eigen inschatting" in tijdlijn
    assert tijdlijn.count("De jaarwaarde nagevraagd") == 1
    assert (
        "17 mrt 2026 Bezoek H. Bakker: Wil een voorstel · Koopsignaal: Vroeg naar planning · Klopt nog: de houding van "
        "H. Bakker, “Binnen vier uur hersteld”, het oordeel bij Relaties en invloed, de eigen inschatting "
        "van Beheer en de eigen inschatting · Klaar: Voorstel maken en Rapport sturen · Beloofd: Voorstel sturen"
    ) in tijdlijn


def test_overleg_vertelt_de_week_van_de_klanten(geheel: Portefeuille) -> None:
    """Anouk hears all of her clients, also what Rik wrote; nothing twice, and nothing of before."""
    verteld = week(geheel, "anouk-de-wit")
    assert verteld[0] == "19 mrt 2026 Acme Notitie: De jaarwaarde nagevraagd"
    assert [
        regel.removeprefix("17 mrt 2026 Acme ") for regel in verteld if regel.startswith("17") and "Klopt" not in regel
    ] == [
        "Bezoek met H. Bakker: Wil een voorstel",
        "Koopsignaal: Vroeg naar planning",
        "Nagekomen: Rapport sturen",
        "Beloofd: Voorstel sturen",
        "Klaar: Voorstel maken en Rapport sturen",
    ]
    assert not any("geleden" in regel for regel in verteld)


def test_overleg_vertelt_wat_een_collega_zelf_schreef(geheel: Portefeuille) -> None:
    """Rik leads no client, and his note stands in his talk."""
    assert week(geheel, "rik-smeets") == [
        "19 mrt 2026 Acme Notitie: De jaarwaarde nagevraagd",
        "19 mrt 2026 Acme Klopt nog: de eigen inschatting",
    ]


def test_geen_id_voor_lezers(geheel: Portefeuille) -> None:
    """No name that only the files use."""
    alles = woorden(account_tijdlijn(geheel.dossiers["acme"])) + " ".join(week(geheel, "anouk-de-wit"))
    assert "2026w12" not in alles
    assert "h-bakker" not in alles


def test_een_notitie_is_geen_contact(geheel: Portefeuille) -> None:
    """What counts talks counts the talk once, and the notes not at all."""
    acme = geheel.dossiers["acme"]
    assert [moment.kern for moment in acme.account.contactmomenten] == ["Wil een voorstel"]
    assert {stand.laatste for stand in acme.contact if stand.laag == "tactisch"} == {date(2026, 3, 17)}


def test_in_beide_bestanden_telt_een_keer(geheel: Portefeuille, tmp_path: Path) -> None:
    """The same talk in the account file changes no figure and no day, and the check says that it stands there twice."""
    dubbel = "contactmomenten: [{datum: 2026-03-17, wie: anouk-de-wit, met: [h-bakker], kern: Wil een voorstel}]\n"
    (tmp_path / "acme.yml").write_text(KLANT + dubbel, encoding="utf-8")
    opnieuw = portefeuille(lees_map(tmp_path), PEILDATUM)
    assert contactdiscipline(opnieuw) == contactdiscipline(geheel)
    assert opnieuw.dossiers["acme"].gesproken == geheel.dossiers["acme"].gesproken
    [dubbel_] = zelfde_gesprek(opnieuw.dossiers["acme"])
    assert dubbel_.tekst == "dit gesprek van 17 maart 2026 staat ook in het klantbestand; haal een van beide weg"


def test_mensen_zeggen_waar_de_dag_staat(geheel: Portefeuille) -> None:
    """An attitude and the last talk open the week that they come from, with the day of the account file."""
    mensen = woorden(account_mensen(geheel.dossiers["acme"]))
    assert (
        "gesprek, 17 mrt 2026 in het klantbestand staat 18 december 2025 (Contactpersonen, Houding gepeild op) "
        "houding gepeild op 17 maart 2026 (dagboek van Anouk de Wit, week 12)"
    ) in mensen
    assert "laatst gesproken op 17 maart 2026 (dagboek van Anouk de Wit, week 12)" in mensen


def test_inschatting_en_oordeel_zeggen_waar_de_dag_staat(geheel: Portefeuille) -> None:
    """So do the own call above the page and the judgement on the canvas."""
    acme = geheel.dossiers["acme"]
    assert "ingeschat op 19 maart 2026 (dagboek van Rik Smeets, week 12)" in render.html(accountkop(acme))
    assert "beoordeeld op 17 maart 2026 (dagboek van Anouk de Wit, week 12)</li>" in render.html(canvas(acme, "2026"))


def test_aanpassen_leidt_naar_de_week(geheel: Portefeuille, tmp_path: Path) -> None:
    """Of a warning about a line of the journal the link leads to that week, beside the one to the client."""
    dubbel = "contactmomenten: [{datum: 2026-03-17, wie: anouk-de-wit, met: [h-bakker], kern: Wil een voorstel}]\n"
    (tmp_path / "acme.yml").write_text(KLANT + dubbel, encoding="utf-8")
    assert geheel.dossiers.keys() == {"acme"}
    pagina = render.html(aanvullen(portefeuille(lees_map(tmp_path), PEILDATUM), "https://forge.example/{}.yml".format))
    assert 'href="https://forge.example/_dagboek/2026/w12-anouk-de-wit.yml"' in pagina
    assert "dagboek van Anouk de Wit, week 12" in pagina


@pytest.mark.usefixtures("geheel")
def test_het_blad_voor_de_klant_zegt_niets_uit_het_dagboek(tmp_path: Path) -> None:
    """No word of a line is on the sheet that the client gets, nor on its title or the history of what was closed."""
    merken = "regels:\n" + "".join(
        f"  - {{klant: acme, datum: 2026-03-1{n}, {met}kern: geheimkern{n}, klopt_nog: [v1], klaar: [a1], "
        f"belofte: {{tekst: geheimbelofte{n}, van: {van}}}, signaal: {{soort: klacht, tekst: geheimsignaal{n}}}, "
        f"nieuw: {{naam: G. Geheim{n}, functie: directeur, laag: strategisch}}}}\n"
        for n, (met, van) in enumerate((("", "wij"), ("met: [h-bakker], ", "klant")))
    )
    (tmp_path / "_dagboek/2026/w11-anouk-de-wit.yml").write_text(merken, encoding="utf-8")
    acme = portefeuille(lees_map(tmp_path), PEILDATUM).dossiers["acme"]
    assert {"geheimbelofte0", "geheimbelofte1"} <= {t.tekst for t in acme.account.toezeggingen}
    blad = render.html(klantoverzicht(acme)).lower()
    assert "acme" in blad
    assert not [woord for woord in ("geheim", "dagboek", "anouk", "rik smeets", "jaarwaarde") if woord in blad]


def test_verwachting_zegt_waar_de_dag_staat(geheel: Portefeuille) -> None:
    """An expectation says by which week it was asked after, and what the account file says."""
    assert (
        "nagevraagd op 17 maart 2026 (dagboek van Anouk de Wit, week 12); in het klantbestand staat 20 februari 2026"
    ) in render.html(account_verwachtingen(geheel.dossiers["acme"]))


@pytest.mark.parametrize(
    ("kern", "verwacht"),
    [
        ("Klaar: Voorstel maken", "Anouk de Wit: Klaar: Voorstel maken"),
        ("Het ging goed", "Anouk de Wit: Het ging goed · Klaar: Voorstel maken"),
    ],
)
def test_what_is_closed_is_said_once(tmp_path: Path, kern: str, verwacht: str) -> None:
    """
    The sentence that an event makes names it already; one of somebody's own does not.
    """
    (tmp_path / "_gedeeld").mkdir()
    (tmp_path / "_dagboek/2026").mkdir(parents=True)
    (tmp_path / "_gedeeld/team.yml").write_text(TEAM, encoding="utf-8")
    (tmp_path / "acme.yml").write_text(KLANT, encoding="utf-8")
    week = f'regels: [{{klant: acme, datum: 2026-03-19, kern: "{kern}", klaar: [a1]}}]\n'
    (tmp_path / "_dagboek/2026/w12-anouk-de-wit.yml").write_text(week, encoding="utf-8")
    lading = lees_map(tmp_path)

    [dossier] = portefeuille(lading, PEILDATUM).dossiers.values()

    assert verwacht in woorden(render.html(account_tijdlijn(dossier)))
