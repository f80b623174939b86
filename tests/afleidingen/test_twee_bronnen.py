"""A day that the account file and the journal both tell: the newest counts, and the explanation says which it is."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.afleidingen.dossier import Dossier, dossier
from macros.afleidingen.klant.afspraken import nagevraagd_op
from macros.afleidingen.verklaring import Verklaard, alle_bevestigde, regels
from macros.load.load import lees_map
from macros.outputs.show import show_tekst
from macros.outputs.show import uitleg as json_uitleg
from macros.woorden.taal import datum

PEILDATUM = date(2026, 3, 23)
TEAM = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit}\n"
KLANT = """\
id: acme
naam: Acme
driehoek: {{accountmanager: anouk-de-wit}}
segment_keuze: {{segment: A, reden: groot}}
contracten:
  - {{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2027-12-31,
     inschatting: {{verwachting: twijfel, waarom: "Ze kijken rond", op: {dag}, bron: mail}}}}
contactpersonen:
  - {{id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch, rol_bvt: beslisser, houding: positief,
     houding_op: {dag}, houding_bron: mail}}
contactmomenten: [{{datum: {dag}, wie: anouk-de-wit, met: [h-bakker], kern: Jaargesprek}}]
contactregels: [{{id: eigen, wie: accountmanager, laag: tactisch, elke_dagen: 60}}]
verwachtingen:
  - {{id: v1, tekst: Binnen vier uur hersteld, gecheckt_op: {dag}, stand: niet_gehaald, prioriteit: 5}}
toezeggingen: [{{id: t1, tekst: Rapport sturen, van: wij}}]
canvassen:
  - {{id: "2026", contracten: [beheer], gestart_op: 2025-07-14, vakken: {{relaties: {{conclusie: Goed, oordeel: groen,
     oordeel_op: {dag}}}}}}}
"""
WEEK = """\
regels:
  - {klant: acme, datum: 2026-03-16, kern: Alleen nagevraagd bij de administratie}
  - {klant: acme, datum: 2026-03-17, met: [h-bakker], kern: Wil een voorstel,
     klopt_nog: [h-bakker, v1, relaties, inschatting]}
"""
PLEK = "[_dagboek/2026/w12-anouk-de-wit.yml, dagboekregel 2]"
NIEUWER, OUDER, GELIJK = date(2025, 12, 18), date(2026, 3, 20), date(2026, 3, 17)
SOORTEN = {
    "laatste contact dat meetelt op": "contactmomenten",
    "laatst gesproken op": "contactmomenten",
    "nagevraagd op": "verwachtingen.v1.gecheckt_op",
    "houding gepeild op": "contactpersonen.h-bakker.houding_op",
    "beoordeeld op": "canvassen.2026.vakken.relaties.oordeel_op",
    "ingeschat op": "contracten.beheer.inschatting.op",
}
"""What is said of each kind of day, and where the account file tells it."""


def acme(map_: Path, dag: date, week: str = WEEK) -> Dossier:
    """Derive a client whose account file says this day everywhere, with one week in the journal."""
    weekblad = map_ / "_dagboek" / "2026" / "w12-anouk-de-wit.yml"
    for pad, tekst in (
        (map_ / "_gedeeld" / "team.yml", TEAM),
        (map_ / "acme.yml", KLANT.format(dag=dag)),
        (weekblad, week),
    ):
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    lading = lees_map(map_)
    assert not lading.problemen
    return dossier(lading.accounts["acme"], lading.gedeeld, PEILDATUM)


def uitleg(klant: Dossier, zin: str) -> list[str]:
    """Give the explanation of the day of this kind, a step a line."""
    contact = next(stand for stand in klant.contact if stand.regel == "eigen").volgende
    gevraagd = nagevraagd_op(klant.account.verwachtingen[0], klant.account, PEILDATUM)
    gesproken, bevestigd = klant.laatst_gesproken.values(), alle_bevestigde(klant.account).values()
    bronnen: list[Verklaard[Any]] = [contact, gevraagd, *gesproken, *bevestigd]
    stappen = next(bron.stappen for bron in bronnen if bron.stappen[0].sjabloon.startswith(zin))
    return [regel.removeprefix("feit        ") for regel in regels(stappen) if regel.startswith("feit  ")]


@pytest.mark.parametrize(("zin", "veld"), SOORTEN.items())
def test_dagboek_nieuwer(tmp_path: Path, zin: str, veld: str) -> None:
    """The talk of last week counts, and the day of the account file is told beside it."""
    assert uitleg(acme(tmp_path, NIEUWER), zin)[:2] == [
        f"{zin} 17 maart 2026 (dagboek van Anouk de Wit, week 12)  {PLEK}",
        f"in het klantbestand staat 18 december 2025  [{veld}]",
    ]


@pytest.mark.parametrize(("zin", "veld"), SOORTEN.items())
def test_klantbestand_nieuwer(tmp_path: Path, zin: str, veld: str) -> None:
    """What was typed in the account file after the talk counts, and the talk is told beside it."""
    eerste, tweede, *_ = uitleg(acme(tmp_path, OUDER), zin)
    assert eerste == f"{zin} 20 maart 2026 (klantbestand)  [{veld}]"
    assert tweede == f"in het dagboek van Anouk de Wit, week 12, staat 17 maart 2026  {PLEK}"


@pytest.mark.parametrize("zin", SOORTEN)
def test_op_dezelfde_dag(tmp_path: Path, zin: str) -> None:
    """Both say the same day, and one sentence says so."""
    eerste, *rest = uitleg(acme(tmp_path, GELIJK), zin)
    assert eerste == f"{zin} 17 maart 2026 (klantbestand, en het dagboek van Anouk de Wit, week 12)  {PLEK}"
    assert not [regel for regel in rest if "dagboek" in regel or "klantbestand" in regel]


def test_zonder_dagboek_zegt_niemand_iets(tmp_path: Path) -> None:
    """Of a client without a line in the journal a fact is a fact, as always."""
    klant = acme(tmp_path, NIEUWER, "regels: []\n")
    assert uitleg(klant, "nagevraagd op") == [f"nagevraagd op {datum(NIEUWER)}  [verwachtingen.v1.gecheckt_op]"]
    assert alle_bevestigde(klant.account) == {}


def test_gesprek_in_het_klantbestand_vraagt_na(tmp_path: Path) -> None:
    """A talk of the account file that asked after an expectation is compared with the journal like any other day."""
    klant = acme(tmp_path, NIEUWER)
    pad = tmp_path / "acme.yml"
    tekst = pad.read_text(encoding="utf-8").replace(
        "kern: Jaargesprek}", "kern: Jaargesprek}, {datum: 2026-03-19, wie: anouk-de-wit, nagevraagd: [v1]}"
    )
    pad.write_text(tekst, encoding="utf-8")
    klant = dossier(lees_map(tmp_path).accounts["acme"], klant.gedeeld, PEILDATUM)
    assert uitleg(klant, "nagevraagd in het gesprek van")[0].startswith(
        "nagevraagd in het gesprek van 19 maart 2026 (klantbestand)"
    )


def test_nieuw_gezicht_uit_het_dagboek(tmp_path: Path) -> None:
    """Whom we only mailed is still to be met, and the reason names the journal."""
    week = (
        "regels: [{klant: acme, datum: 2026-03-17, vorm: bericht, kern: Stelt zich voor, "
        "nieuw: {naam: S. Jansen, functie: directeur, laag: strategisch}}]\n"
    )
    uitgelegd = acme(tmp_path, NIEUWER, week).kennismaking["2026w12-anouk-de-wit-1-nieuw"]
    assert next(regels(uitgelegd.stappen)) == (
        "feit        S. Jansen staat sinds 17 maart 2026 in het dagboek van Anouk de Wit  "
        "[_dagboek/2026/w12-anouk-de-wit.yml, dagboekregel 1]"
    )


def test_show_legt_het_uit(tmp_path: Path) -> None:
    """`handboek show --explain` tells every day that the journal renewed, with both files."""
    klant = acme(tmp_path, NIEUWER)
    tekst = show_tekst(klant, explain=True)
    for zin in SOORTEN:
        assert f"{zin} 17 maart 2026 (dagboek van Anouk de Wit, week 12)" in tekst
    assert "bevestigd.contactpersonen.h-bakker.houding_op" in json_uitleg(klant)


def test_een_reden_noemt_het_dagboek(tmp_path: Path) -> None:
    """A reason of the klantbeeld names the week that told it or confirmed it last; one of the account file does not."""
    week = WEEK + (
        "  - {klant: acme, datum: 2026-03-18, met: [h-bakker], kern: Te duur, signaal: {soort: prijs}}\n"
        "  - {klant: acme, datum: 2026-03-18, kern: Niet gelukt, gebroken: [t1]}\n"
    )
    klant = acme(tmp_path, NIEUWER, week)
    later = acme(tmp_path / "later", OUDER, week)
    herkomst = "uit het dagboek van Anouk de Wit, week 12"

    assert {
        "Signaal prijs op 18 maart 2026": herkomst,
        "Beheer: eigen inschatting is twijfel (17 maart 2026)": herkomst,
        "Toezegging niet nagekomen: Rapport sturen": herkomst,
        "Niet gehaald: Binnen vier uur hersteld": "",
    } == {reden.tekst: reden.herkomst for reden in klant.klantbeeld.redenen}
    assert "" == next(r.herkomst for r in later.klantbeeld.redenen if r.soort == "inschatting_twijfel")
    assert f"Signaal prijs op 18 maart 2026 ({herkomst})" in show_tekst(klant, explain=False)
