"""`handboek schema`: the schemas stand where editors and the site look for them, and each file leads to its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands import hoofd
from macros.commands.schema import schemas
from macros.load import schemaregel
from macros.load.load import lees_map
from macros.load.omgeving import ACCOUNTS, PROJECT
from macros.load.schemaregel import BEGIN, SCHEMAMAP, SOORTEN, bestandsnaam, soort_van


def test_the_committed_schemas_are_current() -> None:
    """
    The site and the editors get what the model says today.
    """
    map_ = PROJECT / SCHEMAMAP
    staat = {pad.name: pad.read_text(encoding="utf-8") for pad in map_.iterdir()}

    anders = sorted(naam for naam in staat | schemas() if staat.get(naam) != schemas().get(naam))
    assert [] == anders, "draai: python -m macros schema"


def test_each_file_of_the_example_names_its_schema() -> None:
    """
    Any editor with a language server for YAML finds the schema by the first line.
    """
    for pad in sorted((PROJECT / "accounts").rglob("*.yml")):
        eerste = pad.read_text(encoding="utf-8").splitlines()[0]
        soort = soort_van(pad.relative_to(PROJECT / "accounts").as_posix())

        assert eerste.startswith(BEGIN), pad
        assert PROJECT / SCHEMAMAP / bestandsnaam(soort) == (pad.parent / eerste.removeprefix(BEGIN)).resolve()


def test_vs_code_knows_every_kind_of_file() -> None:
    """
    A file without that line, such as one made on a web page, is recognised by its place.
    """
    instellingen = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
    plekken = {Path(naam).name: plek for naam, plek in instellingen["yaml.schemas"].items()}

    assert [bestandsnaam(soort) for soort in SOORTEN] == list(plekken)
    assert all((PROJECT / naam).is_file() for naam in instellingen["yaml.schemas"])
    for pad in sorted((PROJECT / "accounts").rglob("*.yml")):
        soort = soort_van(pad.relative_to(PROJECT / "accounts").as_posix())
        patronen = plekken[bestandsnaam(soort)]

        assert any(
            pad.match(een.removeprefix("**/")) for een in ([patronen] if isinstance(patronen, str) else patronen)
        )


def draai(*woorden: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(hoofd, ("schema", *woorden))


def test_it_writes_every_schema_in_a_folder_of_choice(tmp_path: Path) -> None:
    """
    What is right already is left alone; what somebody changed by hand is made again.
    """
    map_ = tmp_path / "nieuw" / "schema"
    eerst = draai("--naar", str(map_))
    (map_ / "team.schema.json").write_text("{}", encoding="utf-8")
    (map_ / "eigen.json").write_text("{}", encoding="utf-8")

    weer = draai("--naar", str(map_))

    assert f"12 schema's staan in {map_}; 12 daarvan veranderd.\n" == eerst.output
    assert f"12 schema's staan in {map_}; 1 daarvan veranderd.\n" == weer.output
    assert schemas() | {"eigen.json": "{}"} == {pad.name: pad.read_text(encoding="utf-8") for pad in map_.iterdir()}


def test_a_folder_that_cannot_be_is_said_in_one_sentence(tmp_path: Path) -> None:
    """
    No traceback, and nothing half written.
    """
    bestand = tmp_path / "bestand"
    bestand.write_text("", encoding="utf-8")

    uitkomst = draai("--naar", str(bestand / "schema"))

    assert 1 == uitkomst.exit_code
    assert uitkomst.output.startswith("de schema's zijn niet geschreven: ")
    assert 1 == uitkomst.output.count("\n")


def test_another_program_reads_our_files_the_same_way() -> None:
    """
    check-jsonschema has a YAML reader of its own: clients and weeks are right for it too.
    """
    for soort, bestanden in (("account", "*.yml"), ("team", "_gedeeld/team.yml"), ("dagboek", "_dagboek/*/*.yml")):
        schema = PROJECT / SCHEMAMAP / bestandsnaam(soort)
        namen = [str(pad) for pad in sorted((PROJECT / "accounts").glob(bestanden))]

        opdracht = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *namen]
        uitkomst = subprocess.run(opdracht, capture_output=True, text=True, check=False)

        assert 0 == uitkomst.returncode, uitkomst.stdout


@pytest.mark.parametrize(
    ("naam", "regel"),
    [
        ("acme.yml", "../docs/assets/schema/account.schema.json"),
        ("_gedeeld/team.yml", "../../docs/assets/schema/team.schema.json"),
        ("_werving/2026.yml", "../../docs/assets/schema/werving.schema.json"),
        ("_dagboek/2026/w12-anouk.yml", "../../../docs/assets/schema/dagboek.schema.json"),
    ],
)
def test_the_first_line_of_a_new_file(naam: str, regel: str, tmp_path: Path) -> None:
    """
    It counts from the file to the schema; a folder outside the project gets none, for it would lead nowhere.
    """
    assert f"{BEGIN}{regel}\n" == schemaregel.schemaregel(PROJECT / "proef", naam)
    assert not schemaregel.schemaregel(tmp_path, naam)


@pytest.fixture
def project(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which the accounts folder is a part, as it is at home."""
    monkeypatch.setattr(schemaregel, "PROJECT", accounts.parent.resolve())
    return accounts


NIEUW = {
    "new": (
        ("new", "bakkerij", "--naam", "Bakkerij", "--accountmanager", "anouk-de-wit"),
        ["bakkerij.yml"],
    ),
    "contact": (
        ("contact", "acme", "--met", "h-bakker", "--kern", "Gebeld", "--wie", "anouk-de-wit"),
        ["_dagboek/2026/w12-anouk-de-wit.yml"],
    ),
    "meld": (
        ("meld", "bericht", "acme", "--onderwerp", "Nieuwe prijzen", "--wie", "anouk-de-wit"),
        ["_gedeeld/berichten.yml"],
    ),
    "verhuis": (("verhuis",), ["_dagboek/2026/w09-anouk-de-wit.yml"]),
}


@pytest.mark.parametrize(("woorden", "bestanden"), NIEUW.values(), ids=NIEUW)
def test_a_new_file_begins_with_its_schema(woorden: tuple[str, ...], bestanden: list[str], project: Path) -> None:
    """
    So an editor helps from the first letter, and what was there already keeps its lines.
    """
    acme = project / "acme.yml"
    acme.write_text(acme.read_text().replace("2026-03-01, met", "2026-03-01, wie: anouk-de-wit, met"))
    oud = {pad: pad.read_text() for pad in project.rglob("*.yml")}

    uitkomst = CliRunner().invoke(hoofd, woorden, catch_exceptions=False)

    assert 0 == uitkomst.exit_code, uitkomst.output
    nieuw = sorted(pad.relative_to(project).as_posix() for pad in project.rglob("*.yml") if pad not in oud)
    assert bestanden == nieuw
    assert () == lees_map(project).problemen
    for naam in nieuw:
        regels = (project / naam).read_text().splitlines()
        assert schemaregel.schemaregel(project, naam) == f"{regels[0]}\n"
        assert 1 == sum(regel.startswith(BEGIN) for regel in regels)
    assert not any(pad.read_text().startswith(BEGIN) for pad in oud)


def test_a_week_that_is_there_is_written_on(project: Path) -> None:
    """
    The line stands once, whoever made the file and however often it is written in.
    """
    woorden = ("contact", "acme", "--met", "h-bakker", "--wie", "anouk-de-wit", "--kern")
    for kern in ("Gebeld", "Weer gebeld"):
        assert 0 == CliRunner().invoke(hoofd, (*woorden, kern), catch_exceptions=False).exit_code

    tekst = (project / "_dagboek/2026/w12-anouk-de-wit.yml").read_text()

    assert tekst.startswith(f"{BEGIN}../../../docs/assets/schema/dagboek.schema.json\nregels:\n")
    assert 1 == tekst.count(BEGIN)
    assert 2 == tekst.count("- klant: acme")


def test_what_is_imported_begins_with_its_schema(project: Path) -> None:
    """
    The clients of a register, and the shared files that a new folder gets with them.
    """
    bron = PROJECT / "tests/data/import"
    doel = project.parent / "proef"

    woorden = ("import", str(bron / "contratos-inventados.csv"), "--map", str(bron / "contratos-81243735.yml"))
    uitkomst = CliRunner().invoke(
        hoofd, (*woorden, "--into", str(doel), "--peildatum", "2020-01-01"), catch_exceptions=False
    )

    assert 0 == uitkomst.exit_code, uitkomst.output
    gemaakt = sorted(doel.rglob("*.yml"))
    assert {"team.yml", "instellingen.yml"} < {pad.name for pad in gemaakt}
    for pad in gemaakt:
        naam = pad.relative_to(doel).as_posix()
        assert pad.read_text().startswith(schemaregel.schemaregel(doel, naam)), naam


def test_an_empty_portfolio_keeps_its_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    `handboek begin` writes two files anew.
    """
    folder = tmp_path / "accounts"
    shutil.copytree(PROJECT / "accounts", folder)
    monkeypatch.setenv(ACCOUNTS, str(folder))
    monkeypatch.setattr(schemaregel, "PROJECT", tmp_path.resolve())

    assert 0 == CliRunner().invoke(hoofd, ("begin", "--accountmanager", "Lotte Kramer")).exit_code

    eerste = {pad.stem: pad.read_text().splitlines()[0] for pad in (folder / "_gedeeld").glob("*.yml")}
    assert {naam: f"{BEGIN}../../docs/assets/schema/{naam}.schema.json" for naam in ("team", "instellingen")} == eerste
