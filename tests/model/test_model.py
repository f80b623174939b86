"""The model: what fields accept, what they say when they do not, and that every field explains itself."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from pydantic import TypeAdapter

from macros.load.keuren import Gekeurd
from macros.load.standaard import GEDEELDE_BESTANDEN, standaard
from macros.load.velden import klasse_in, velden_van
from macros.load.yaml12 import lees
from macros.model.account import Account
from macros.model.basis import Voorwaarde, gat_van
from macros.model.gedeeld import Gedeeld, Werving
from macros.model.instellingen import Instellingen

ROOT = Path(__file__).resolve().parents[2]
REGELS = "".join(
    pad.read_text(encoding="utf-8") for pad in (ROOT / "macros").rglob("*.py") if pad.parent.name != "model"
)
TEKSTEN = "".join(pad.read_text(encoding="utf-8") for pad in (ROOT / "docs").rglob("*.md"))
KOP = "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\n"
CONTRACT = "{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2026-12-31%s}"


def klassen(wortel: type, gezien: set[type] | None = None) -> Iterator[type]:
    """Yield a class of the model and every class its fields hold."""
    gezien = set() if gezien is None else gezien
    if wortel in gezien:
        return
    gezien.add(wortel)
    yield wortel
    for info in velden_van(wortel).values():
        if onder := klasse_in(info.annotation):
            yield from klassen(onder, gezien)


ALLE = sorted(
    {k for w in (Account, Werving, *GEDEELDE_BESTANDEN.values()) for k in klassen(w)}, key=lambda k: k.__name__
)


@pytest.mark.parametrize("klasse", ALLE)
def test_every_field_explains_itself(klasse: type) -> None:
    """
    Titles and help feed the schema, the form and the field reference; a gap says what filling it buys.
    """
    for naam, info in velden_van(klasse).items():
        gat = gat_van(info)
        assert info.title, naam
        assert (info.description or "").endswith((".", "?", "…", "]", "}", '"2026".')), (naam, info.description)
        if gat:
            assert ": dan " in gat.tekst, naam
            assert gat.voorwaarde in get_args(Voorwaarde)


def zinnen(tekst: str) -> list[str]:
    """Read the findings of the model about an account."""
    waarde = lees(tekst.encode()).waarde
    assert waarde is not None
    return [f"{'.'.join(map(str, b.loc))}: {b.tekst} [{b.code}]" for b in Gekeurd(Account, waarde).bevindingen]


WAARDEN = {
    "klantnummer: 1234":
        'klantnummer: klantnummer: 1234 is geen tekst; zet het tussen aanhalingstekens: "1234" [verkeerd-soort]',
    "branche: [zorg]":
        "branche: branche: hier hoort één tekst, geen lijst [verkeerd-soort]",
    "branche: ''":
        "branche: branche is leeg; vul het in of haal de regel weg [leeg-veld]",
    "verwachtingen:":
        "verwachtingen: verwachtingen is leeg; schrijf [] of haal de regel weg [leeg-veld]",
    "verwachtingen: {id: v1}":
        "verwachtingen: verwachtingen moet een lijst zijn; zet voor elk deel een streepje [verkeerd-soort]",
    "doelen_klant: Groeien":
        "doelen_klant: doelen_klant moet een lijst zijn; schrijf [Groeien] [verkeerd-soort]",
    "opstart: [{kickoff_op: 2026-01-01}]":
        "opstart: opstart moet een groep regels zijn, geen lijst; haal het streepje weg [verkeerd-soort]",
    "verwijzingen: https://crm.example":
        "verwijzingen: verwijzingen: 'https://crm.example' kan hier niet; schrijf een groep regels met een naam en een "
        "waarde [verkeerd-soort]",
    "verwijzingen: {crm: 'javascript:alert(1)'}":
        "verwijzingen.crm: crm: 'javascript:alert(1)' is geen webadres; begin met https:// en gebruik geen spaties "
        "[webadres]",
    "klant_sinds: 31-12-2025":
        "klant_sinds: klant_sinds: '31-12-2025' is geen datum; schrijf jaar-maand-dag, dus 2025-12-31 [datum]",
    "klant_sinds: 2025":
        "klant_sinds: klant_sinds: 2025 is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2026-12-31 [datum]",
    "klant_sinds: 2026-02-30":
        "klant_sinds: klant_sinds: '2026-02-30' bestaat niet op de kalender; kijk de dag en de maand na [datum]",
    "klant_sinds: 0206-01-01":
        "klant_sinds: klant_sinds: '0206-01-01' ligt buiten 1900 tot en met 2100; kijk het jaartal na [datum]",
    "klant_sinds: 2026-01-01T10:00":
        "klant_sinds: klant_sinds: '2026-01-01T10:00' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2026-12-31 "
        "[datum]",
    "anoniem: ja":
        "anoniem: anoniem: 'ja' kan hier niet; schrijf true of false, zonder aanhalingstekens [verkeerd-soort]",
    "anoniem: 1":
        "anoniem: anoniem: 1 kan hier niet; schrijf true of false, zonder aanhalingstekens [verkeerd-soort]",
    "omzet: {2025: '€ 438.000,-'}":
        "omzet.2025: omzet bij 2025: '€ 438.000,-' is geen heel getal; schrijf alleen de cijfers, zonder "
        "aanhalingstekens: 438000 [verkeerd-soort]",
    "omzet: {2025: 410.000}":
        "omzet.2025: omzet bij 2025: 410.000 is geen heel getal; schrijf zonder punten: 410000 [verkeerd-soort]",
    "omzet: {2025: 25.500}":
        "omzet.2025: omzet bij 2025: 25.500 is geen heel getal; schrijf zonder punten: 25500 [verkeerd-soort]",
    "omzet: {2025: '410,000'}":
        "omzet.2025: omzet bij 2025: '410,000' is geen heel getal; schrijf zonder punten: 410000 [verkeerd-soort]",
    "omzet: {2025: '210.000,00'}":
        "omzet.2025: omzet bij 2025: '210.000,00' is geen heel getal; schrijf zonder punten: 210000 [verkeerd-soort]",
    "omzet: {2025: 1.250.000}":
        "omzet.2025: omzet bij 2025: '1.250.000' is geen heel getal; schrijf zonder punten: 1250000 [verkeerd-soort]",
    "omzet: {2025: 210k}":
        "omzet.2025: omzet bij 2025: '210k' is geen heel getal; schrijf zonder punten: 210000 [verkeerd-soort]",
    "omzet: {2025: 1.5}":
        "omzet.2025: omzet bij 2025: 1.5 is geen heel getal; rond af, zoals 2 [verkeerd-soort]",
    "omzet: {2025: true}":
        "omzet.2025: omzet bij 2025: true is geen heel getal; schrijf alleen cijfers, zonder aanhalingstekens, "
        "zoals 12 [verkeerd-soort]",
    "omzet: {2025: -3}":
        "omzet.2025: omzet bij 2025: -3 is te laag; schrijf 0 of meer [buiten-bereik]",
    "ons_aandeel: 60,5":
        "ons_aandeel: ons_aandeel: '60,5' is geen getal; schrijf een punt en geen aanhalingstekens: 60.5 "
        "[verkeerd-soort]",
    "ons_aandeel: veel":
        "ons_aandeel: ons_aandeel: 'veel' is geen getal; schrijf alleen cijfers met een punt, zoals 7.5 "
        "[verkeerd-soort]",
    "sector: publik":
        "sector: sector: 'publik' kan hier niet; kies uit privaat, publiek; bedoel je 'publiek'? [verkeerde-waarde]",
    "omvang: XS":
        "omvang: omvang: 'XS' kan hier niet; kies uit S, M, L, XL, XXL [verkeerde-waarde]",
    "moeder: Moeder BV":
        "moeder: moeder: 'Moeder BV' is geen korte naam; die heeft kleine letters, cijfers en streepjes: "
        "schrijf moeder-bv [slug]",
    "branch: zorg":
        "branch.[key]: 'branch' is geen veld van een klant; bedoel je 'branche'? [onbekend-veld]",
    "kweekvijver: {reden: x}":
        "kweekvijver.reden.[key]: 'reden' is geen veld van de kweekvijver; dit kan wel: sinds, waarom [onbekend-veld]",
    f"omschrijving: {'x' * 301}":
        "omschrijving: omschrijving is 301 tekens lang; maak er hoogstens 300 van [te-lang]",
    "aliassen: [a, 3]":
        'aliassen.1: aliassen (nummer 2): 3 is geen tekst; zet het tussen aanhalingstekens: "3" [verkeerd-soort]',
    "waarde: {scores: {groei: 6}}":
        "waarde.scores.groei: groei: 6 is te hoog; schrijf 5 of minder [buiten-bereik]",
    "waarde: {scores: {groei: 0}}":
        "waarde.scores.groei: groei: 0 is te laag; schrijf 1 of meer [buiten-bereik]",
    "evaluaties: [{datum: 2026-01-01, cijfer_resultaat: 11}]":
        "evaluaties.0.cijfer_resultaat: cijfer_resultaat: 11 is te hoog; schrijf 10 of minder [buiten-bereik]",
    "evaluaties: [{datum: 2026-01-01, cijfer_resultaat: 7.25}]":
        "evaluaties.0.cijfer_resultaat: cijfer_resultaat: 7.25 heeft te veel cijfers achter de punt; rond af op één, "
        "zoals 7.5 [een_decimaal]",
    "segment_keuze: {segment: A}":
        "segment_keuze.reden: de segmentkeuze heeft geen reden; voeg toe: reden: … [verplicht-veld]",
    "canvassen: [{id: 2026, gestart_op: 2026-01-01}]":
        'canvassen.0.id: id: 2026 is geen tekst; zet het tussen aanhalingstekens: "2026" [verkeerd-soort]',
    "toezeggingen: [{id: t1, tekst: Bellen}]":
        "toezeggingen.0.van: toezegging 't1' heeft geen van; voeg toe: van: wij of klant [verplicht-veld]",
}  # fmt: skip


@pytest.mark.parametrize("regel", WAARDEN)
def test_a_wrong_value_says_what_to_write_instead(regel: str) -> None:
    """
    Where, what is wrong, what to write.
    """
    assert [WAARDEN[regel]] == zinnen(f"{KOP}contracten: []\n{regel}\n")


CONTRACTEN = {
    ", opzegtermin: {aantal: 3, eenheid: maanden}":
        "contracten.0.opzegtermin.[key]: 'opzegtermin' is geen veld van een contract; bedoel je 'opzegtermijn'? "
        "[onbekend-veld]",
    ", opzegtermijn: {aantal: 3, eenheid: maand}":
        "contracten.0.opzegtermijn.eenheid: eenheid: 'maand' kan hier niet; kies uit dagen, weken, maanden, "
        "kalendermaanden; bedoel je 'maanden'? [verkeerde-waarde]",
    ", opties: [{maanden: 12, uiterlijk: {aantal: 3}}]":
        "contracten.0.opties.0.uiterlijk.eenheid: een termijn heeft geen eenheid; "
        "voeg toe: eenheid: dagen of weken of maanden of kalendermaanden [verplicht-veld]",
    ", opties: [{maanden: 12, uiterlijk: morgen}]":
        "contracten.0.opties.0.uiterlijk: uiterlijk: 'morgen' is geen datum; schrijf jaar-maand-dag, "
        "bijvoorbeeld 2026-12-31 [datum]",
    ", uitkomsten: [{datum: 2026-01-01}]":
        "contracten.0.uitkomsten.0.resultaat: een uitkomst heeft geen resultaat; voeg toe: resultaat: verlengd of "
        "verlengd_beter of verlengd_slechter of verloren of aanbesteed_gewonnen of aanbesteed_verloren "
        "[verplicht-veld]",
}  # fmt: skip


@pytest.mark.parametrize("extra", CONTRACTEN)
def test_a_wrong_contract_says_what_to_write_instead(extra: str) -> None:
    """
    The sentence names the part of the contract.
    """
    assert [CONTRACTEN[extra]] == zinnen(f"{KOP}contracten:\n  - {CONTRACT % extra}\n")


def test_what_is_missing_at_the_top_is_named() -> None:
    """
    All four at once.
    """
    assert [
        "id: deze klant heeft geen id; voeg toe: id: een-korte-naam [verplicht-veld]",
        "naam: deze klant heeft geen naam; voeg toe: naam: … [verplicht-veld]",
        "driehoek: deze klant heeft geen driehoek; voeg toe: driehoek: {accountmanager: …} [verplicht-veld]",
        "contracten: deze klant heeft geen contracten; voeg toe: contracten: [] [verplicht-veld]",
    ] == zinnen("branche: zorg")


def test_text_keeps_its_lines_and_loses_the_space_around_it(account: Callable[[str], Account]) -> None:
    """
    A block of text ends with a line break that nobody meant.
    """
    klant = account("omschrijving: |\n  Eerste regel\n  tweede regel\n")

    assert "Eerste regel\ntweede regel" == klant.omschrijving


def test_a_map_that_is_an_option_or_a_day_is_read_as_either(account: Callable[[str], Account]) -> None:
    """
    `uiterlijk` and `doelwaarde` take two kinds of value.
    """
    klant = account("""
        contracten:
          - {id: c, titel: C, startdatum: 2026-01-01, einddatum: 2026-12-31, opties: [
              {maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}}, {maanden: 12, uiterlijk: 2026-10-01}]}
        canvassen:
          - {id: "2026", gestart_op: 2026-01-01, doelen: [
              {id: a, tekst: A, doelwaarde: 36}, {id: b, tekst: B, doelwaarde: getekend}]}
    """)
    eerste, tweede = klant.contracten[0].opties

    assert 3 == getattr(eerste.uiterlijk, "aantal", None)
    assert date(2026, 10, 1) == tweede.uiterlijk
    assert [36, "getekend"] == [doel.doelwaarde for doel in klant.canvassen[0].doelen]


def test_what_a_new_team_gets_obeys_the_rules_for_what_a_team_may_write() -> None:
    """
    Every default could stand in `instellingen.yml` as it is: within the limits, of the right kind.
    """
    standaarden = {naam: waarde for naam, waarde in asdict(Instellingen()).items() if waarde is not None}

    assert Instellingen() == TypeAdapter(Instellingen).validate_python(standaarden)


@pytest.mark.parametrize("naam", velden_van(Instellingen))
def test_every_setting_changes_something(naam: str) -> None:
    """
    A setting that no rule reads, and no page quotes as an agreement, promises a team what does not happen.
    """
    gebruikt = f".{naam}" in REGELS or f'instelling("{naam}")' in TEKSTEN

    assert gebruikt


def test_the_default_shared_content_is_complete(gedeeld: Callable[..., Gedeeld]) -> None:
    """
    A site without shared files has segments, criteria, boxes, bases and questions.
    """
    alles = gedeeld()

    assert 100 == sum(element.gewicht for element in alles.segmentatie.groepen[0].elementen)
    assert ["A", "B", "C"] == list(alles.segmentatie.segmenten)
    assert (70, 45) == (alles.segmentatie.drempels.A, alles.segmentatie.drempels.B)
    assert 8 == len(alles.criteria.alle)
    assert 100 == sum(vak.gewicht for vak in alles.canvas.vakken)
    assert 11 == len(alles.canvas.indicatoren)
    assert list(range(1, 13)) == [honk.nummer for honk in alles.honken.honken]
    assert [1, 2, 3, 12] == [honk.nummer for honk in alles.honken.honken if honk.titel_bevestigd]
    assert 11 == len(alles.vragenlijsten.vragenlijsten)
    assert [] == alles.berichten.berichten
    assert standaard("honken") is alles.honken
