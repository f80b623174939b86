"""`handboek export`: every register as a table, and one clear sentence when it cannot be written."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result
from klantmerk import als_yaml
from vijandig import vijandig
from voorbeeldklanten import ACCOUNTS, PEILDATUM, voorbeeldklanten

from macros.commands.export import export, met_functies
from macros.load.load import lees_map
from macros.model.account import Account
from macros.outputs.tabellen.csvblad import FORMULE
from macros.portefeuille.portefeuille import portefeuille
from macros.views.delen.onderdeel import kaarten, tabellen, tabelsoorten
from macros.woorden.tabel import SOORTEN, Tabel

ZONDER_KAART = {"accounts/", "kalender/"}
"""Pages of the menu itself that are a table too."""
ZONDER_TABEL = {
    "behoud/": "its figures are a table of the page below it",
    "veranderd/": "sentences from the history of git, which is no part of the data",
}
"""Registers without a table of their own, each with the reason."""
GEVAAR = ("=1+1", "+1", "-1+2", "@SUM(A1)", "=cmd|' /C calc'!A0")


def voer_uit(*woorden: str, accounts: Path = ACCOUNTS) -> Result:
    """Run the command over a folder, on the day of the portfolio of the tests."""
    omgeving = {"HANDBOEK_ACCOUNTS": str(accounts), "HANDBOEK_PEILDATUM": str(PEILDATUM)}
    return CliRunner(env=omgeving).invoke(export, list(woorden), catch_exceptions=False)


@pytest.fixture(scope="module")
def alle() -> list[Tabel]:
    """Return every table of the portfolio in which every rule fires, as the command makes them."""
    return list(tabellen(portefeuille(met_functies(lees_map(ACCOUNTS)), PEILDATUM)))


def test_every_register_is_a_table(alle: list[Tabel]) -> None:
    """
    Each page of Overzichten, the clients and the calendar have a table with rows, on a page that is there.
    """
    paden = {soort.pad.partition("#")[0] for soort in tabelsoorten().values()}

    assert {*kaarten(), *ZONDER_KAART} - ZONDER_TABEL.keys() <= paden
    assert [] == [tabel.naam for tabel in alle if not tabel.rijen]


def test_every_value_is_of_its_kind(alle: list[Tabel]) -> None:
    """
    What calls itself a day is one, a figure a number, and text is one line that says something.
    """
    soort: dict[str, Any] = {"tekst": str, "getal": (int, float), "bedrag": (int, float), "datum": date}
    fout = [
        (tabel.naam, veld.naam, waarde)
        for tabel in alle
        for rij in tabel.rijen
        for veld, waarde in zip(tabel.velden, rij, strict=True)
        if waarde is not None and (not isinstance(waarde, soort[veld.soort]) or waarde == "" or "\n" in str(waarde))
    ]

    assert [] == fout


def test_every_column_is_explained_and_named_once(alle: list[Tabel]) -> None:
    """
    The reference is made of this: a name for programs, and what stands in it.
    """
    for tabel in alle:
        namen = [veld.naam for veld in tabel.velden]
        assert len(namen) == len(set(namen)), tabel.naam
        assert all(veld.uitleg and veld.soort in SOORTEN for veld in tabel.velden)
        assert all(veld.naam == veld.naam.strip("_").lower() and veld.naam.isidentifier() for veld in tabel.velden)


def test_the_tables_say_what_the_pages_count(alle: list[Tabel]) -> None:
    """
    Every client is in the table of clients, and each chance with its amount in that of chances.
    """
    dossiers = voorbeeldklanten().dossiers.values()
    tabel = {
        tabel.naam: [dict(zip([v.naam for v in tabel.velden], rij, strict=True)) for rij in tabel.rijen]
        for tabel in alle
    }

    assert {dossier.naam for dossier in dossiers} == {rij["klant"] for rij in tabel["klanten"]}
    kansen = sorted(kans.waarde_jaar or 0 for dossier in dossiers for kans in dossier.account.kansen)
    assert kansen == sorted(rij["waarde_per_jaar"] or 0 for rij in tabel["kansen"])
    assert {d.beslismoment.waarde for d in dossiers} == {rij["beslismoment"] for rij in tabel["klanten"]}


def met_klanten(accounts: Path, anders: Callable[[dict[str, Any]], dict[str, Any]]) -> Path:
    """Copy the portfolio with the file of every client changed."""
    (accounts / "_gedeeld").mkdir(parents=True)
    for bron in ACCOUNTS.glob("*.yml"):
        data = anders(yaml.safe_load(bron.read_text(encoding="utf-8")))
        (accounts / bron.name).write_text(als_yaml(data), encoding="utf-8")
    for bron in (ACCOUNTS / "_gedeeld").glob("*.yml"):
        (accounts / "_gedeeld" / bron.name).write_bytes(bron.read_bytes())
    return accounts


def _naamloos(data: dict[str, Any]) -> dict[str, Any]:
    mensen = [mens | {"naam": f"Naammerk {mens['id']}"} for mens in data.get("contactpersonen", [])]
    return {**data, **({"contactpersonen": mensen} if mensen else {})}


def test_people_of_a_client_go_by_their_function(tmp_path: Path) -> None:
    """
    The pages of this team show names; what travels further names nobody, in no column of any table.
    """
    accounts = met_klanten(tmp_path / "a", _naamloos)

    lading = lees_map(accounts)
    assert lading.gedeeld.instellingen.toon_contactnamen
    zonder, met = (list(tabellen(portefeuille(een, PEILDATUM))) for een in (met_functies(lading), lading))
    assert [] == [(tabel.naam, rij) for tabel in zonder for rij in tabel.rijen if "Naammerk" in str(rij)]
    assert any("Naammerk" in str(rij) for tabel in met for rij in tabel.rijen)


def test_a_client_without_mention_has_no_name(tmp_path: Path) -> None:
    """
    Who is gone and wants no mention stands in no table, neither by name nor by the name of its file.
    """
    anoniem = [
        data
        for pad in ACCOUNTS.glob("*.yml")
        if (data := yaml.safe_load(pad.read_text(encoding="utf-8"))).get("anoniem")
    ]
    assert anoniem
    voer_uit("--to", str(tmp_path / "t"), "--format", "json")

    tekst = (tmp_path / "t" / "retentiehandboek.json").read_text(encoding="utf-8")
    assert [] == [data["naam"] for data in anoniem if data["naam"] in tekst or f'"{data["id"]}"' in tekst]


@pytest.fixture(scope="module")
def vijandige_tabellen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the files of a portfolio in which every free text starts a formula."""
    doel = tmp_path_factory.mktemp("tabellen") / "t"
    waarden = (f"{GEVAAR[nummer % len(GEVAAR)]} {nummer}" for nummer in range(10**6))
    accounts = met_klanten(tmp_path_factory.mktemp("kwaad") / "a", lambda data: vijandig(Account, data, waarden))
    uitslag = voer_uit("--to", str(doel), accounts=accounts)
    assert 0 == uitslag.exit_code, uitslag.output
    return doel


def test_no_text_of_a_file_becomes_a_formula(vijandige_tabellen: Path) -> None:
    """
    With a formula in every free text, no cell of the workbook is one, and none of CSV begins as one.
    """
    boek = openpyxl.load_workbook(vijandige_tabellen / "retentiehandboek.xlsx")
    cellen = [cel for blad in boek for rij in blad.iter_rows() for cel in rij if isinstance(cel.value, str)]
    gevaarlijk = [cel for cel in cellen if cel.value.startswith(FORMULE)]

    assert len(gevaarlijk) > 100
    assert {"s"} == {cel.data_type for cel in cellen}
    assert all(cel.quotePrefix for cel in gevaarlijk)
    for pad in vijandige_tabellen.glob("*.csv"):
        for rij in csv.reader(io.StringIO(pad.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"):
            assert [] == [cel for cel in rij if cel.lstrip().startswith(FORMULE) and not _getal(cel)], pad.name


def _getal(cel: str) -> bool:
    return cel.removeprefix("-").replace(",", "").isdigit()


def test_the_same_data_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    """
    Made twice, every file is the same; on another day it is another.
    """
    for naam in ("een", "twee"):
        voer_uit("klanten", "te-beslissen", "--to", str(tmp_path / naam))
    voer_uit("klanten", "--to", str(tmp_path / "drie"), "--peildatum", "2026-04-16", "--format", "csv")

    een, twee = ({pad.name: pad.read_bytes() for pad in (tmp_path / naam).iterdir()} for naam in ("een", "twee"))
    assert {"klanten.csv", "te-beslissen.csv", "retentiehandboek.xlsx", "retentiehandboek.json"} == een.keys()
    assert een == twee
    assert een["klanten.csv"] != (tmp_path / "drie" / "klanten.csv").read_bytes()


def test_only_what_was_asked(tmp_path: Path) -> None:
    """
    One table and one form give one file; the report says what was written.
    """
    uitslag = voer_uit("klanten", "--to", str(tmp_path), "--format", "csv")

    assert ["klanten.csv"] == [pad.name for pad in tmp_path.iterdir()]
    aantal = len(voorbeeldklanten().dossiers)
    assert f"1 tabel met {aantal} regels staat in {tmp_path}: klanten.csv.\n" == uitslag.output


def test_a_file_that_stands_there_stays(tmp_path: Path) -> None:
    """
    Nothing is overwritten unasked, and then nothing else is written either; asked, it is.
    """
    (tmp_path / "klanten.csv").write_text("van mij", encoding="utf-8")

    uitslag = voer_uit("klanten", "kansen", "--to", str(tmp_path))

    zin = f"er is niets geschreven: {tmp_path}/klanten.csv bestaat al; kies een andere plek, of geef --vervang mee\n"
    assert (1, zin) == (uitslag.exit_code, uitslag.output)
    assert ["klanten.csv"] == [pad.name for pad in tmp_path.iterdir()]
    assert 0 == voer_uit("klanten", "--to", str(tmp_path), "--vervang", "--format", "csv").exit_code
    assert "van mij" not in (tmp_path / "klanten.csv").read_text(encoding="utf-8")


def _vol(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _dicht(*_: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.mark.parametrize(("breekt", "waarom"), [(_vol, "de schijf is vol"), (_dicht, "je hebt er geen rechten voor")])
def test_what_the_system_refuses_is_one_sentence(
    breekt: Callable[..., None], waarom: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A full disk and a missing right leave nothing behind, not even the folder.
    """
    monkeypatch.setattr("macros.load.schrijven.os.replace", breekt)

    uitslag = voer_uit("klanten", "--to", str(tmp_path / "t"))

    assert (1, f"er is niets geschreven: {waarom}\n") == (uitslag.exit_code, uitslag.output)
    assert [] == list(tmp_path.iterdir())


def test_a_place_that_is_no_folder(tmp_path: Path) -> None:
    """
    A file where the folder should come is refused in words.
    """
    (tmp_path / "t").write_text("", encoding="utf-8")

    uitslag = voer_uit("klanten", "--to", str(tmp_path / "t"))

    assert 1 == uitslag.exit_code
    assert uitslag.output.startswith("er is niets geschreven: ")
    assert 1 == uitslag.output.count("\n")


def test_a_name_that_is_no_table(tmp_path: Path) -> None:
    """
    A typing mistake gets the name that was meant, and exit 2.
    """
    uitslag = voer_uit("klatnen", "--to", str(tmp_path))

    assert 2 == uitslag.exit_code
    assert "er is geen tabel 'klatnen'; bedoel je 'klanten'?" in uitslag.output


def test_a_part_that_is_off_has_no_table(tmp_path: Path) -> None:
    """
    Asked for by name it is one sentence; among all it is simply not there.
    """
    accounts = met_klanten(tmp_path / "a", dict)
    instellingen = accounts / "_gedeeld" / "instellingen.yml"
    aan = instellingen.read_text(encoding="utf-8")
    instellingen.write_text(aan.replace("toernooi: true", "toernooi: false"), encoding="utf-8")

    alleen = voer_uit("toernooi", "--to", str(tmp_path / "t"), accounts=accounts)
    alles = voer_uit("--to", str(tmp_path / "t"), "--format", "csv", accounts=accounts)

    zin = "er is niets geschreven: het team werkt niet met dit onderdeel, dus er is geen tabel\n"
    assert (1, zin) == (alleen.exit_code, alleen.output)
    assert 0 == alles.exit_code
    assert not (tmp_path / "t" / "toernooi.csv").exists()


def test_errors_in_the_data_are_told(tmp_path: Path) -> None:
    """
    Tables of half a portfolio would be wrong: the problem with its place, and no file.
    """
    accounts = tmp_path / "accounts"
    (accounts / "_gedeeld").mkdir(parents=True)
    (accounts / "acme.yml").write_text("naam: Acme\nnaaam: x\n", encoding="utf-8")
    for bron in (ACCOUNTS / "_gedeeld").glob("*.yml"):
        (accounts / "_gedeeld" / bron.name).write_bytes(bron.read_bytes())

    uitslag = voer_uit("--to", str(tmp_path / "t"), accounts=accounts)

    assert 1 == uitslag.exit_code
    assert "acme.yml:2" in uitslag.output
    assert not (tmp_path / "t").exists()


def test_the_json_is_the_reference(tmp_path: Path) -> None:
    """
    Another program finds every table with its columns and the page that shows it.
    """
    voer_uit("--to", str(tmp_path), "--format", "json")

    inhoud = json.loads((tmp_path / "retentiehandboek.json").read_bytes())
    assert set(tabelsoorten()) == set(inhoud["tabellen"])
    assert "accounts/" == inhoud["tabellen"]["klanten"]["pagina"]
