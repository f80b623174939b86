# ruff: noqa: E501  one case or file a line
"""`--update` changes what the register owns and not one character more."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Importeer = Callable[..., Any]
Register = Callable[..., str]

EEN = "Acme;1;Beheer;2024-01-01;2026-12-31"
TWEE = "Acme;2;Advies;2025-01-01;2026-06-30"
VAN_EEN_COLLEGA = """\
# Let op: dit bestand heeft een eigen indeling.
naam:   'Acme Holding'        # zo noemen ze zichzelf
id: acme
aliassen: [Acme]
driehoek: {accountmanager: anouk-de-wit}

contracten:
  # het grote contract
  - titel: "Beheer"
    id: eigen-id
    bron: {register: contracten, sleutel: "1"}   # niet aankomen
    startdatum: 2024-01-01
    einddatum: 2026-12-31       # zie bijlage 2
    opzegtermijn: {aantal: 3, eenheid: maanden}

  # einde van de contracten
contactmomenten:
  - {datum: 2026-03-01, kern: "Koffie"}
"""


def _schrijf(pad: Path, tekst: str) -> None:
    pad.mkdir(parents=True, exist_ok=True)
    (pad / "acme.yml").write_bytes(tekst.encode())
    (pad / "_gedeeld").mkdir(exist_ok=True)
    (pad / "_gedeeld" / "team.yml").write_text("personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit}\n")


def _verschil(oud: str, nieuw: str) -> list[str]:
    regels = difflib.unified_diff(oud.splitlines(), nieuw.splitlines(), n=0, lineterm="")
    return [regel for regel in regels if regel[:3] not in {"---", "+++"} and not regel.startswith("@@")]


def test_an_existing_file_is_refused_without_update(importeer: Importeer, register: Register) -> None:
    """
    It is listed, nothing at all is written, and the sum says so.
    """
    importeer(register(EEN))
    eerst = importeer(register(EEN)).account("acme")

    uit = importeer(register(EEN, "Nieuw;9;T;2024-01-01;2026-12-31"))

    assert 1 == uit.code
    assert "Er is niets geschreven (1):\n" in uit.tekst
    assert "acme.yml bestaat al (Acme)" in uit.tekst
    assert "Gelezen 2 = geschreven 0 + overgeslagen 2" in uit.tekst
    assert "--update" in uit.tekst
    assert ["acme"] == uit.accounts
    assert eerst == uit.account("acme")


def test_only_the_changed_values_change(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    A new end date, a new title and a new field touch those places; comments, order, quotes and layout stay.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)
    erbij = "  contractnummer: nummer\n"

    uit = importeer(register("ACME;1;Beheer & meer;2024-01-01;2027-06-30"), "", "--update", erbij=_MAPPING + erbij)

    assert 0 == uit.code
    assert [
        '-  - titel: "Beheer"',
        '+  - titel: "Beheer & meer"',
        "-    einddatum: 2026-12-31       # zie bijlage 2",
        "+    einddatum: 2027-06-30       # zie bijlage 2",
        '+    contractnummer: "1"',
    ] == _verschil(VAN_EEN_COLLEGA, uit.account("acme"))
    assert "acme.yml, contract eigen-id: einddatum = 2027-06-30 (was 2026-12-31; rij 2)" in uit.tekst
    assert "Gelezen 1 = geschreven 1 + al gelijk 0 + overgeslagen 0" in uit.tekst


_MAPPING = """\
register: contracten
accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
accounts: {naam: klant}
contracten:
  sleutel: nummer
  titel: titel
  startdatum: start
  einddatum: eind
"""


def test_a_second_update_writes_nothing(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    Not even the date of the file changes.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)
    rijen = register("Acme;1;Beheer;2024-01-01;2027-06-30", TWEE, "Beta;3;T;2024-01-01;2026-12-31")
    eerste = importeer(rijen, _MAPPING, "--update")
    voor = {pad: (pad.read_bytes(), pad.stat().st_mtime_ns, pad.stat().st_ino) for pad in eerste.map.rglob("*.yml")}

    tweede = importeer(rijen, _MAPPING, "--update")

    assert "Gelezen 3 = geschreven 3 + al gelijk 0 + overgeslagen 0" in eerste.tekst
    assert "Gelezen 3 = geschreven 0 + al gelijk 3 + overgeslagen 0" in tweede.tekst
    assert "Accounts: 0 nieuw, 0 bijgewerkt" in tweede.tekst
    na = {pad: (pad.read_bytes(), pad.stat().st_mtime_ns, pad.stat().st_ino) for pad in tweede.map.rglob("*.yml")}
    assert voor == na


def test_new_contracts_are_appended(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    After the last contract, in its indentation; to a client that a colleague renamed; with an id of its own.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)

    uit = importeer(register(EEN, "Acme;2;Eigen id;2025-01-01;2026-06-30"), _MAPPING, "--update")

    assert [
        "+  - id: eigen-id-2",
        "+    titel: Eigen id",
        "+    startdatum: 2025-01-01",
        "+    einddatum: 2026-06-30",
        '+    bron: {register: contracten, sleutel: "2"}',
    ] == _verschil(VAN_EEN_COLLEGA, uit.account("acme"))
    assert "acme.yml: contract eigen-id-2 toegevoegd" in uit.tekst
    assert "Gelezen 2 = geschreven 1 + al gelijk 1 + overgeslagen 0" in uit.tekst


@pytest.mark.parametrize("leeg", ["contracten: []   # nog geen\n", "contracten:   # nog geen\n", ""])
def test_contracts_are_added_where_there_were_none(
    importeer: Importeer, register: Register, tmp_path: Path, leeg: str
) -> None:
    """
    An empty list, an empty key or no key at all: the file becomes a readable block.
    """
    _schrijf(tmp_path / "accounts", f"id: acme\nnaam: Acme\n{leeg}driehoek: {{accountmanager: anouk-de-wit}}\n")

    tekst = importeer(register(EEN), _MAPPING, "--update").account("acme")

    assert "  - id: beheer\n    titel: Beheer\n    startdatum: 2024-01-01\n" in tekst
    assert leeg.replace("[]", "").rstrip("\n") in tekst


def test_windows_line_ends_stay(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    A file with CRLF gets no lines with LF only.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA.replace("\n", "\r\n"))

    uit = importeer(register("Acme;1;Beheer;2024-01-01;2027-06-30", TWEE), _MAPPING, "--update")

    ruw = (uit.map / "acme.yml").read_bytes()
    assert ruw.count(b"\n") == ruw.count(b"\r\n") == VAN_EEN_COLLEGA.count("\n") + 5


def test_a_contract_that_a_colleague_moved_is_found(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    Rows are matched by their key in the register, whatever file, id or client name the contract has by now.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)

    uit = importeer(register("Heel Anders BV;1;Beheer;2024-01-01;2026-12-31"), _MAPPING, "--update")

    assert ["acme"] == uit.accounts
    assert VAN_EEN_COLLEGA == uit.account("acme")


def test_a_vanished_contract_is_reported_and_stays(importeer: Importeer, register: Register) -> None:
    """
    A row that is only skipped has not vanished.
    """
    importeer(register(EEN, TWEE))
    voor = importeer(register(EEN, TWEE), _MAPPING, "--update").account("acme")

    uit = importeer(register("Acme;1;Beheer;2024-01-01;", "Beta;3;T;2024-01-01;2026-12-31"), _MAPPING, "--update")

    assert (
        "Niet meer in het register; het bestand is niet veranderd (1):\n  acme.yml, contract advies: 2\n" in uit.tekst
    )
    assert voor == uit.account("acme")
    assert "Gelezen 2 = geschreven 1 + al gelijk 0 + overgeslagen 1" in uit.tekst


@pytest.mark.parametrize(
    "van_ons",
    [
        "    verlengingen: [{datum: 2026-10-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst}]\n",
        "    opties: [{maanden: 12, status: gelicht, datum_gelicht: 2026-10-01}]\n",
    ],
)
def test_a_recorded_renewal_is_not_counted_twice(
    importeer: Importeer, register: Register, tmp_path: Path, van_ons: str
) -> None:
    """
    Registers often move the end when an option is used; what we recorded already is no doubt, another end is.
    """
    tekst = VAN_EEN_COLLEGA.replace("    opzegtermijn", van_ons + "    opzegtermijn")
    _schrijf(tmp_path / "accounts", tekst)

    gelijk = importeer(register("Acme;1;Beheer;2024-01-01;2027-12-31"), _MAPPING, "--update")
    anders = importeer(register("Acme;1;Beheer;2024-01-01;2028-06-30"), _MAPPING, "--update")

    assert tekst == anders.account("acme")
    assert "Twijfel" not in gelijk.tekst
    assert (
        "is 2028-06-30, in het bestand 2026-12-31 met een verlenging of gelichte optie tot 2027-12-31" in anders.tekst
    )


def test_options_are_written_once(importeer: Importeer, tmp_path: Path) -> None:
    """
    Where there are none they are added; where a colleague keeps them they stay, and a difference is a doubt.
    """
    mapping = _MAPPING + "  opties: {kolom: verleng}\n"
    kop = "klant;nummer;titel;start;eind;verleng\n"
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)

    eerst = importeer(kop + EEN + ";2 x 12 maanden\n", mapping, "--update").account("acme")
    daarna = importeer(kop + EEN + ";1 x 12 maanden\n", mapping, "--update")

    assert [
        '-    bron: {register: contracten, sleutel: "1"}   # niet aankomen',
        '+    bron: {register: contracten, sleutel: "1", eenmalig: [opties]}   # niet aankomen',
        "+    opties: [{maanden: 12}, {maanden: 12}]",
    ] == _verschil(VAN_EEN_COLLEGA, eerst)
    assert eerst == daarna.account("acme")
    assert "de opties in het register zijn anders dan in het bestand" in daarna.tekst


def test_a_field_of_ours_is_not_overwritten(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    The mapping gives the title to the colleagues; the end date stays the register's.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)

    uit = importeer(
        register("Acme;1;Outros;2024-01-01;2027-06-30"), _MAPPING, "--update", erbij="  eenmalig: [titel]\n"
    )

    assert '- titel: "Beheer"' in uit.account("acme")
    assert "einddatum: 2027-06-30" in uit.account("acme")


def test_a_value_over_more_lines_is_left_alone(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    A layout that cannot be changed safely becomes a remark; the rest of the row is still written.
    """
    tekst = VAN_EEN_COLLEGA.replace('- titel: "Beheer"', "- titel: |\n      Beheer van\n      alles")
    _schrijf(tmp_path / "accounts", tekst)

    uit = importeer(register("Acme;1;Beheer;2024-01-01;2027-06-30"), _MAPPING, "--update")

    assert "titel is niet bijgewerkt: regel 9: de waarde staat over meer regels" in uit.tekst
    assert "    einddatum: 2027-06-30       # zie bijlage 2" in uit.account("acme")
    assert "- titel: |\n      Beheer van\n      alles\n" in uit.account("acme")


def test_a_contract_on_one_line_is_changed_in_place(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    Also a new key goes inside the braces.
    """
    tekst = """\
id: acme
naam: Acme
contracten: [{id: b, titel: 'Beheer', startdatum: 2024-01-01, einddatum: 2026-12-31, bron: {register: contracten, sleutel: '1'}}] # x
"""
    _schrijf(tmp_path / "accounts", tekst)

    uit = importeer(register("Acme;1;T, i;2024-01-01;2026-12-31"), _MAPPING, "--update", erbij="  document: titel\n")

    verwacht = tekst.replace("'Beheer'", '"T, i"').replace("sleutel: '1'}}", "sleutel: '1'}, document: \"T, i\"}")
    assert verwacht == uit.account("acme")


@pytest.mark.parametrize(
    ("gedeeld", "zin"),
    [
        ({"instellingen.yml": "valuta: AUD\n"}, "het vertaalbestand heeft bedragen in EUR"),
        ({"team.yml": "personen: []\n"}, "accountmanager 'anouk-de-wit' staat niet in"),
        ({"team.yml": "personen: [\n"}, "team.yml is niet te lezen; draai eerst 'handboek check'"),
    ],
)
def test_shared_files_that_do_not_fit_stop_the_import(
    importeer: Importeer, register: Register, tmp_path: Path, gedeeld: dict[str, str], zin: str
) -> None:
    """
    Amounts of two currencies, or an unknown account manager: nothing is written.
    """
    _schrijf(tmp_path / "accounts", VAN_EEN_COLLEGA)
    for naam, tekst in gedeeld.items():
        (tmp_path / "accounts" / "_gedeeld" / naam).write_text(tekst)

    uit = importeer(register(EEN, TWEE), _MAPPING, "--update")

    assert 1 == uit.code
    assert zin in uit.tekst
    assert VAN_EEN_COLLEGA == uit.account("acme")


def test_a_broken_account_file_stops_the_import(importeer: Importeer, register: Register, tmp_path: Path) -> None:
    """
    What cannot be read cannot be compared either.
    """
    _schrijf(tmp_path / "accounts", "id: acme\ncontracten: [\n")

    uit = importeer(register("Beta;1;T;2024-01-01;2026-12-31"), _MAPPING, "--update")

    assert 1 == uit.code
    assert "acme.yml is niet te lezen" in uit.tekst
    assert ["acme"] == uit.accounts


def test_an_interruption_leaves_no_half_file(
    importeer: Importeer, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The disk refuses the fourth rename: earlier files are whole, later ones absent, and the same import goes on.
    """
    echt, keren = os.replace, iter(range(99))

    def weiger_de_vierde(bron: object, doel: object) -> None:
        if 3 == next(keren):
            raise OSError(28, "No space left on device")
        echt(bron, doel)  # type: ignore[arg-type]

    rijen = register(EEN, "Beta;2;T;2024-01-01;2026-12-31", "Gamma;3;T;2024-01-01;2026-12-31")
    monkeypatch.setattr(os, "replace", weiger_de_vierde)

    uit = importeer(rijen)

    assert 1 == uit.code
    assert "Wel geschreven: instellingen.yml, team.yml, acme.yml. Niet geschreven: beta.yml, gamma.yml." in uit.tekst
    assert "de schijf is vol" in uit.tekst
    assert ["acme"] == uit.accounts
    assert uit.account("acme").endswith("laag: tactisch}\n")
    assert [] == [pad.name for pad in uit.map.rglob("*") if pad.name.endswith(".tmp")]

    monkeypatch.undo()
    verder = importeer(rijen, _MAPPING, "--update")
    assert ["acme", "beta", "gamma"] == verder.accounts
    assert "Gelezen 3 = geschreven 2 + al gelijk 1 + overgeslagen 0" in verder.tekst


def test_a_failure_while_planning_writes_nothing(
    importeer: Importeer, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Ctrl-C while the texts are put on disk, before the first rename: no file is there, and no rubbish either.
    """

    def onderbreek(_nummer: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", onderbreek)

    uit = importeer(register(EEN))

    assert 1 == uit.code
    assert [] == [pad.name for pad in uit.map.rglob("*") if pad.is_file()]


def test_an_existing_parent_is_no_objection(importeer: Importeer) -> None:
    """
    A second register with the same parent company writes its own clients beside it.
    """
    mapping = _MAPPING.replace("{naam: klant}", "{naam: klant, moeder: moeder}")
    kop = "klant;moeder;nummer;titel;start;eind\n"
    importeer(kop + "Een;Concern;1;T;2024-01-01;2026-12-31\n", mapping)

    uit = importeer(kop + "Twee;Concern;2;T;2024-01-01;2026-12-31\n", mapping)

    assert 0 == uit.code
    assert ["concern", "een", "twee"] == uit.accounts
    assert "moeder: concern\n" in uit.account("twee")


@pytest.mark.parametrize("rest", [(), ("instellingen.yml",)])
def test_an_import_that_was_killed_can_be_given_again(
    importeer: Importeer, register: Register, rest: tuple[str, ...]
) -> None:
    """
    An empty folder of shared files, or the first of them alone, is filled as if nothing had been there.
    """
    valuta = _MAPPING.replace("accounts:", "valuta: GBP\naccounts:")
    volledig = importeer(register(EEN), valuta)
    for pad in volledig.map.rglob("*.yml"):
        if pad.name not in rest:
            pad.unlink()
    half = volledig.map / "_gedeeld" / ".team.yml.a1b2c3d4.tmp"
    half.write_text("naam: Een klant\n")

    uit = importeer(register(EEN), valuta)

    assert 0 == uit.code, uit.tekst
    assert ["acme"] == uit.accounts
    assert ["instellingen.yml", "team.yml"] == sorted(pad.name for pad in half.parent.iterdir())
