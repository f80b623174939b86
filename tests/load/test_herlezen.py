"""A server reads its folder again and again: what did not change is the same object, what did is as a first reading."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.load import vaart
from macros.load.herlezen import Herlezer
from macros.load.load import lees_map
from macros.portefeuille.portefeuille import portefeuille

TEAM = "personen:\n  - {id: anouk, naam: Anouk}\n  - {id: rik, naam: Rik}\n"
KLANT = """\
id: {id}
naam: Klant {id}
driehoek: {{accountmanager: anouk}}
contracten: []
contactpersonen: [{{id: h-bakker, naam: H. Bakker, functie: manager, laag: tactisch}}]
"""
WEEK = "regels: [{{klant: {id}, datum: 2026-03-17, met: [h-bakker], kern: {kern}}}]\n"
WEEKBLAD = "_dagboek/2026/w12-anouk.yml"
DAG = date(2026, 4, 1)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Make a folder with two clients, a team and a talk with one of them."""
    schrijf(tmp_path, "_gedeeld/team.yml", TEAM)
    for naam in ("acme", "bolt"):
        schrijf(tmp_path, f"{naam}.yml", KLANT.format(id=naam))
    schrijf(tmp_path, WEEKBLAD, WEEK.format(id="bolt", kern="Kort"))
    return tmp_path


def schrijf(map_: Path, naam: str, tekst: str) -> None:
    """Write a file of the folder."""
    pad = map_ / naam
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")


def acme_anders(map_: Path) -> None:
    schrijf(map_, "acme.yml", KLANT.format(id="acme").replace("Klant acme", "Acme"))


def bolt_weer_gesproken(map_: Path) -> None:
    schrijf(map_, WEEKBLAD, WEEK.format(id="bolt", kern="Lang"))


def ander_team(map_: Path) -> None:
    schrijf(map_, "_gedeeld/team.yml", TEAM.replace("Rik", "Richard"))


def klant_erbij(map_: Path) -> None:
    schrijf(map_, "cape.yml", KLANT.format(id="cape"))


def klant_weg(map_: Path) -> None:
    (map_ / "acme.yml").unlink()


@pytest.mark.parametrize(
    ("verander", "zelfde"),
    [
        (lambda _: None, {"acme", "bolt"}),
        (acme_anders, {"bolt"}),
        (bolt_weer_gesproken, {"acme"}),
        (ander_team, set()),
        (klant_erbij, set()),
        (klant_weg, set()),
    ],
)
def test_only_what_changed_is_read_again(map_: Path, verander: Callable[[Path], None], zelfde: set[str]) -> None:
    """
    An account follows from its file, its lines, the shared files and which accounts there are.
    """
    lezer = Herlezer(map_)
    eerst = lezer.lees()

    verander(map_)
    nu = lezer.lees()

    vers = lees_map(map_)
    assert (vers.accounts, vers.gedeeld, vers.problemen) == (nu.accounts, nu.gedeeld, nu.problemen)
    assert zelfde == {naam for naam, account in nu.accounts.items() if account is eerst.accounts.get(naam)}


def test_an_error_is_told_each_time_and_mended(map_: Path) -> None:
    """
    An account with an error is not remembered, and its problems neither.
    """
    lezer = Herlezer(map_)
    eerst = lezer.lees()
    schrijf(map_, "acme.yml", KLANT.format(id="acme").replace("driehoek", "drieoek"))

    fout = [lezer.lees().problemen, lezer.lees().problemen]
    schrijf(map_, "acme.yml", KLANT.format(id="acme"))
    goed = lezer.lees()

    assert fout[0] == fout[1] == lees_map_met_fout(map_)
    assert not goed.problemen
    assert eerst.accounts == goed.accounts


def lees_map_met_fout(map_: Path) -> tuple[object, ...]:
    """What a first reading says of the file with the error; the folder is left as it was."""
    goed = (map_ / "acme.yml").read_text(encoding="utf-8")
    schrijf(map_, "acme.yml", goed.replace("driehoek", "drieoek"))
    problemen = lees_map(map_).problemen
    schrijf(map_, "acme.yml", goed)
    assert problemen
    return problemen


def test_only_what_changed_is_derived_again(map_: Path) -> None:
    """
    A dossier is that of before while its account is, on the same day and with the same shared files and journal.
    """
    lezer = Herlezer(map_)
    eerst = portefeuille(lezer.lees(), DAG)

    acme_anders(map_)
    nu = portefeuille(lezer.lees(), DAG, eerst)
    morgen = portefeuille(lezer.lees(), date(2026, 4, 2), nu)
    bolt_weer_gesproken(map_)
    gesproken = portefeuille(lezer.lees(), DAG, nu)

    assert {"bolt"} == {naam for naam, een in nu.dossiers.items() if een is eerst.dossiers[naam]}
    assert "Acme" == nu.dossiers["acme"].naam
    assert not any(een is nu.dossiers[naam] for naam, een in morgen.dossiers.items())
    assert not any(een is nu.dossiers[naam] for naam, een in gesproken.dossiers.items())


def test_places_are_known_of_what_another_process_read(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What there is to say of a talk stands in the journal, also when a fork read the account; and when nobody did.
    """
    monkeypatch.setattr(vaart, "_processen", lambda _aantal: 3)
    lezer = Herlezer(map_)
    plekken = [
        lading.plaats.in_bestand("bolt.yml", ("contactmomenten", 0, "kern"))
        for lading in (lees_map(map_), lezer.lees(), lezer.lees())
    ]

    assert [f"{map_.name}/{WEEKBLAD}"] * 3 == [bestand for bestand, _, _ in plekken]
