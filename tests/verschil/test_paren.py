"""Three hundred pairs of files, made by random facts and by every event: all that changed is told, and nothing else."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from modelwandel import andere, met, plekken, waarde_op
from spelen import SPELEN, getypt, schrijf, speelmap
from vijandig import is_vrije_tekst
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.commands.diff import vergelijk
from macros.commands.meld import meld
from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.load.load import Lader
from macros.load.omgeving import ACCOUNTS as MAP
from macros.load.omgeving import PEILDATUM as DAG
from macros.load.problem import Loc, ProblemenGevonden
from macros.model.account import Account
from macros.outputs.show import show
from macros.verschil import Zin, gevolgen, zinnen
from macros.verschil.uitkomst import STANDEN
from macros.verschil.voorstel import als_json
from macros.views.handboek.veldvoorbeeld import hints_van
from macros.woorden.dagnamen import CONTRACTDAGEN, KLANTDAGEN

ALLES = [(naam, nummer) for naam, spelen in SPELEN.items() for nummer in range(len(spelen))]
WILLEKEURIG = range(300 - len(ALLES))
NOEMEN = {"titel", "naam", "tekst", "onderwerp", "functie", "id"}
"""Fields by which sentences about others call a thing."""
KLANTEN = sorted(pad.stem for pad in ACCOUNTS.glob("*.yml") if "\nanoniem: true" not in pad.read_text(encoding="utf-8"))


@cache
def lader() -> Lader:
    """The example as it is."""
    return Lader(ACCOUNTS)


@cache
def klant(naam: str) -> tuple[dict[Any, Any], Dossier]:
    """The values of its file, and what follows from them."""
    waarden = yaml12.lees((ACCOUNTS / f"{naam}.yml").read_bytes()).waarde
    dossier = afgeleid(waarden or {})
    assert waarden
    assert dossier
    return waarden, dossier


def afgeleid(waarden: dict[Any, Any]) -> Dossier | None:
    """The client that these values make, without its journal; None when they cannot stand in a file."""
    gekeurd = Gekeurd(Account, waarden)
    if gekeurd.bevindingen or gekeurd.object is None:
        return None
    try:
        return dossier_van(gekeurd.object, replace(lader().gedeeld, dagboek={}), lader().plaats, PEILDATUM)
    except ProblemenGevonden:
        return None


def wijzigingen(waarden: dict[Any, Any], kans: random.Random) -> Iterator[tuple[tuple[str | int, ...], Any, Dossier]]:
    """Facts of a file in random order, each changed alone: where, into what, and the client it makes."""
    alle = list(plekken(Account, waarden))
    kans.shuffle(alle)
    for klasse, naam, pad in alle:
        waarde = waarde_op(waarden, pad)
        teksten = [f"{waarde or 'iets'} anders"] if is_vrije_tekst(hints_van(klasse)[naam]) else []
        keuzes = [ander for ander in (*teksten, *andere(klasse, naam, waarde)) if ander != waarde]
        if keuzes and (ander := kans.choice(keuzes)) != waarde:
            dossier = afgeleid(met(waarden, pad, ander))
            if dossier and dossier.account != klant(str(waarden["id"]))[1].account:
                yield pad, ander, dossier


def plek(zin: Zin) -> tuple[Loc, str]:
    """What a sentence is about, whatever things are called in it."""
    return zin.waar, zin.soort


@pytest.mark.parametrize("zaad", WILLEKEURIG)
def test_facts_that_change_together(zaad: int) -> None:
    """
    Changed together they are told exactly as each of them alone, and what follows is what `show` says otherwise.
    """
    kans = random.Random(zaad)  # noqa: S311
    waarden, voor = klant(kans.choice(KLANTEN))
    samen, noemt = waarden, False
    apart: list[Zin] = []
    delen: set[str | int] = set()
    for pad, ander, dossier in wijzigingen(waarden, kans):
        if pad[0] in delen:  # one fact a section: beside another it may be told in the same sentence
            continue
        los, beide = zinnen(voor, dossier), met(samen, pad, ander)
        assert los, pad
        if afgeleid(beide) is None:  # alone they can stand, together not
            continue
        samen, apart, noemt = beide, [*apart, *los], noemt or pad[-1] in NOEMEN
        delen.add(pad[0])
        if len(delen) == 3:
            break

    na = afgeleid(samen)

    assert na
    gezegd = zinnen(voor, na)
    assert 3 == len(delen)
    assert Counter(map(plek, apart)) == Counter(map(plek, gezegd))
    if not noemt:
        assert Counter(zin.tekst for zin in apart) == Counter(zin.tekst for zin in gezegd)
    assert {zin.waar[0] for zin in gezegd} == delen
    keur_gevolgen(voor, na)


def keur_gevolgen(voor: Dossier, na: Dossier) -> None:
    """What follows, beside the two outputs of `show`: every value that is another is told, and no other."""
    oud, nieuw = show(voor), show(na)
    gezegd = gevolgen(voor, na)
    verwacht: set[Loc] = {
        (naam,)
        for naam in (*STANDEN, *KLANTDAGEN, "canvas_stand", "canvas_volledigheid")
        if (oud[naam] or 0) != (nieuw[naam] or 0)
    }
    for id_, waarden in nieuw["contracten"].items():
        was = oud["contracten"].get(id_, {})
        velden = [veld for veld in waarden if veld in CONTRACTDAGEN or veld == "fase"]
        verwacht |= {("contracten", id_, veld) for veld in velden if was and was.get(veld) != waarden[veld]}
    ritmes = [{een["regel"]: een["volgende"] for een in kant["contact"]} for kant in (oud, nieuw)]
    verwacht |= {
        ("contact", regel) for regel in {*ritmes[0], *ritmes[1]} if ritmes[0].get(regel) != ritmes[1].get(regel)
    }
    eerst, nu = oud["kennismaking"], nieuw["kennismaking"]
    verwacht |= {("kennismaking", wie) for wie in {*eerst, *nu} if eerst.get(wie) != nu.get(wie)}
    # Two days of a contract are no part of `show`, and a new contract is told by its first days.
    elders = {("contracten", id_) for id_ in nieuw["contracten"] if id_ not in oud["contracten"]}
    verteld = {
        zin.waar
        for zin in gezegd
        if zin.waar[0] in {deel[0] for deel in verwacht} | {*STANDEN, *KLANTDAGEN, "contracten", "contact"}
        and zin.waar[:2] not in elders
        and zin.waar[-1] not in ("laatste_dag", "indexering_op")
    }
    assert verwacht == verteld
    beeld = oud["klantbeeld"]["niveau"] != nieuw["klantbeeld"]["niveau"]
    assert beeld == any(zin.tekst.startswith("Klantbeeld: ") for zin in gezegd)
    gemist = [{een["tekst"] for een in (*kant["gaten"], *kant["web_gaten"])} for kant in (oud, nieuw)]
    for tekst in gemist[0] ^ gemist[1]:
        assert any(tekst in zin.tekst for zin in gezegd), tekst


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which events happen, without a client."""
    return speelmap(tmp_path_factory.mktemp("paren") / "accounts/_gedeeld", ACCOUNTS)


@pytest.mark.parametrize(("naam", "nummer"), ALLES)
def test_an_event_is_told(naam: str, nummer: int, team: Path, tmp_path: Path) -> None:
    """
    Every word that was typed comes back in the sentences, and no other client is in them.
    """
    spel = SPELEN[naam][nummer]
    voor, na = tmp_path / "voor", tmp_path / "na"
    shutil.copytree(team, voor)
    schrijf(voor, naam, spel)
    for buur in ("gesprek-0", "gesprek-1"):
        tekst = f"id: {buur}\nnaam: {buur}\ndriehoek: {{accountmanager: rik-smeets}}\ncontracten: []\n"
        (voor / f"{buur}.yml").write_text(tekst, encoding="utf-8")
    shutil.copytree(voor, na)
    woorden, nieuw = getypt(spel, count())

    uit = CliRunner().invoke(meld, [naam, naam, "--wie", "anouk-de-wit", *woorden], env={MAP: str(na), DAG: spel.op})
    gezegd = vergelijk(voor, na, spel.op)

    assert 0 == uit.exit_code, uit.output
    tekst = als_json(gezegd)
    anders = [een for een in gezegd.klanten if een.aangeraakt]
    assert not [een.fouten for een in gezegd.klanten if een.fouten]
    if gezegd.gedeeld:  # the event of all clients together: a message, lessons gone over
        assert [] == anders
    else:
        assert [naam] == [een.id for een in gezegd.klanten if not een.leeg]
        assert anders[0].zinnen
    assert [] == [woord for woord in nieuw if woord not in tekst]
    assert vergelijk(na, na, spel.op).leeg
