"""A client of four hundred lines in many hands, edited twenty times: git shows the meant lines and no other."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from gitdoos import git, voorraad
from vreemdeyaml import Schrijver

from macros.bewerken import brein
from macros.bewerken.wijzigingen import staat_er
from macros.load import yaml12
from macros.load.omgeving import PROJECT

KLANT = "brasmeer-logistiek"
BESTAND = f"{KLANT}.yml"
WIE = {"klant": KLANT, "op": "2026-03-16", "wie": "yasmina-el-hadri"}
CANVAS = ["canvassen", "2026"]
HOOGSTENS = 8
"""Lines that go and come with one edit; a list that is written anew takes the most."""

WEG = 4
"""Remarks that may go: in the two lists that are written anew, and at the key that is taken away."""


def zet(pad: list[Any], **velden: Any) -> dict[str, Any]:
    """Fields of one thing."""
    return {"soort": "zet", "bestand": BESTAND, "pad": pad, "velden": velden, "was": {}}


def erbij(lijst: str, **item: Any) -> dict[str, Any]:
    """An item at the end of a list."""
    return {"soort": "erbij", "bestand": BESTAND, "pad": [lijst], "item": item}


def gebeurtenis(naam: str, **antwoorden: Any) -> dict[str, Any]:
    """Something that happened."""
    return {"soort": "gebeurtenis", "gebeurtenis": naam, "antwoorden": antwoorden}


BEWERKINGEN = [
    zet(
        [*CANVAS, "vakken", "relaties"],
        conclusie="We kennen nu ook de nieuwe directeur; de inkoper kennen we nog niet.",
    ),
    zet([*CANVAS, "vakken", "relaties"], oordeel="groen", oordeel_bron="gesprek"),
    zet([*CANVAS, "vakken", "team"], punten=["Eén", "Twee: met een dubbele punt", "Drie # met een hekje"]),
    zet([*CANVAS, "doelen", "d2"], datum="2026-11-30"),
    zet([*CANVAS, "acties", "a3"], status="klaar"),
    zet([*CANVAS, "coach"], opmerking="Scherper op de beslissers"),
    zet(["contracten", "werkplek-2022"], jaarwaarde=51000),
    zet(["contracten", "scanners-2025"], opzegtermijn={"aantal": 4, "eenheid": "weken"}),
    zet(["contactpersonen", "m-dijkhof"], houding="kritisch"),
    zet([], waarom_klant_blijft="Wij staan in het hoogseizoen op de vloer, en dat weten ze."),
    zet([], ons_aandeel=75),
    zet(["omzet"], **{"2026": 230000}),
    zet(["driehoek"], directie_sponsor=None),
    zet([], doelen_klant=["Vierde centrum op tijd open", "Minder storingen in de piek"]),
    zet(["verwachtingen", "v1"], stand="gehaald"),
    erbij("aannames", id="nieuw", tekst="Het vierde centrum opent in september", wie="yasmina-el-hadri"),
    erbij("concurrenten", naam="Lijnwerk", sterkte=2),
    {"soort": "weg", "bestand": BESTAND, "pad": ["concurrenten", 2], "was": {"naam": "Lijnwerk", "sterkte": 2}},
    gebeurtenis("gesprek", met=["g-ten-have"], kern="Wil voor de piek een tweede beheerder op de vloer"),
    gebeurtenis("belofte", met=["s-ramdin"], belofte="Rooster voor de piek sturen", voor_datum="2026-03-27"),
]
"""What a team changes in a quarter: boxes, goals, actions, contracts, people, sums, lists, and talks."""


@pytest.mark.parametrize("zaad", range(3))
def test_twenty_edits_change_the_meant_lines(tmp_path: Path, zaad: int) -> None:
    """
    With remarks everywhere, odd quotes, braces, folds and line ends, each edit changes a handful of lines.

    The check stays green, and a remark goes only with what was taken away or written anew.
    """
    waarden = yaml12.lees((PROJECT / "accounts" / BESTAND).read_bytes()).waarde
    assert waarden is not None
    vreemd = Schrijver(random.Random(zaad), opmerkingen=0.25).tekst(waarden)  # noqa: S311  the same file each time
    doos = tmp_path / "doos"
    for naam in ("_gedeeld", "_dagboek", "_werving"):
        for pad in (PROJECT / "accounts" / naam).rglob("*.yml"):
            nieuw = doos / "accounts" / pad.relative_to(PROJECT / "accounts")
            nieuw.parent.mkdir(parents=True, exist_ok=True)
            nieuw.write_bytes(pad.read_bytes())
    voorraad(doos, {f"accounts/{BESTAND}": vreemd})
    assert vreemd.count("\n") > 300

    for nummer, een in enumerate(BEWERKINGEN):
        veranderd = maak(tmp_path / str(nummer), doos, {**WIE, "id": str(nummer), **een})
        assert 0 < veranderd <= HOOGSTENS, (een, git(doos, "show", "HEAD"))

    nu = (doos / "accounts" / BESTAND).read_text(encoding="utf-8")
    assert vreemd.count("# opmerking") - nu.count("# opmerking") <= WEG


def maak(werk: Path, doos: Path, een: dict[str, Any]) -> int:
    """Hand one change in, as the browser does; return how many lines of the client's file it took and gave."""
    alle = {pad.relative_to(doos).as_posix(): pad for pad in doos.rglob("accounts/**/*.yml")}
    teksten = {naam.removeprefix("accounts/"): pad.read_bytes().decode() for naam, pad in alle.items()}
    if een["soort"] == "zet":
        een["was"] = {naam: staat_er(teksten[BESTAND], [*een["pad"], naam]) for naam in een["velden"]}
    begin = {"peildatum": "2026-03-16", "vast": True, "teksten": teksten, "klanten": klanten(), "sjablonen": {}}
    brein.begin(begin, str(werk / "accounts"))
    nieuwste = {
        naam: teksten.get(naam.removeprefix("accounts/")) for naam in brein.raakt({"wijzigingen": [een]})["bestanden"]
    }

    uit = brein.indienen({"wijzigingen": [een], "nieuwste": nieuwste, "wie": "Yasmina el Hadri", "op": "2026-03-16"})

    assert {"botsingen": [], "problemen": []} == {naam: uit[naam] for naam in ("botsingen", "problemen")}, een
    for bestand in (bestand for commit in uit["commits"] for bestand in commit["bestanden"]):
        (doos / bestand["pad"]).parent.mkdir(parents=True, exist_ok=True)
        (doos / bestand["pad"]).write_bytes(bestand["tekst"].encode())
    geteld = git(doos, "diff", "--numstat", "--", f"accounts/{BESTAND}").split()
    git(doos, "add", "--all")
    git(doos, "commit", "--quiet", "--message", een["id"])
    return sum(map(int, geteld[:2])) if geteld else 1


def klanten() -> list[str]:
    """Ids of all clients of the example."""
    return [pad.stem for pad in (PROJECT / "accounts").glob("*.yml")]
