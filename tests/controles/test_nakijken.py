"""What the check found the last time is used only where it would find the same again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.controles import nakijken
from macros.controles.nakijken import PLEK, Nagekeken, Stuk, kijk_na
from macros.load.load import Lader
from macros.load.omgeving import PROJECT, bewaarplek

DAG = date(2026, 3, 16)
MEERDAL = "meerdal-zorggroep"


class Map:
    """A copy of the example, with which accounts were really read."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.gelezen = folder / "accounts", list[str]()
        shutil.copytree(PROJECT / "accounts", self.folder)
        self.alle = {pad.stem for pad in self.folder.glob("*.yml")}
        gewoon = nakijken._stuk  # noqa: SLF001

        def stuk(lader: Lader, naam: str, peildatum: date) -> Stuk:
            self.gelezen.append(naam)
            return gewoon(lader, naam, peildatum)

        monkeypatch.setattr(nakijken, "_stuk", stuk)

    def kijk(self, dag: date = DAG) -> tuple[Nagekeken, set[str]]:
        """Check as the command does."""
        self.gelezen.clear()
        return kijk_na(Lader(self.folder), dag, onthoud=True), set(self.gelezen)

    def verander(self, bestand: str, oud: str, nieuw: str) -> None:
        """Put another text in a file, once."""
        pad = self.folder / bestand
        tekst = pad.read_text(encoding="utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")

    def koud(self, dag: date = DAG) -> Nagekeken:
        """What the check says when nothing was kept."""
        bewaarplek(self.folder, PLEK).unlink(missing_ok=True)
        gevonden, gelezen = self.kijk(dag)
        assert self.alle | {pad.stem for pad in self.folder.glob("*.yml")} >= gelezen
        return gevonden


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Map:
    """The example, checked once."""
    plek = Map(tmp_path, monkeypatch)
    assert plek.alle == plek.kijk()[1]
    return plek


def test_who_changed_nothing_is_not_read_again(map_: Map) -> None:
    """
    And what is said is the same: nothing of it is lost on the way to the disk and back.
    """
    gevonden, gelezen = map_.kijk()

    assert set() == gelezen
    assert gevonden.waarschuwingen
    assert gevonden == map_.koud()


def test_only_what_changed_is_read(map_: Map) -> None:
    """
    A client with another value, and one line in the journal about another.
    """
    map_.verander(f"{MEERDAL}.yml", "naam: Meerdal Zorggroep", "naam: Meerdal en meer")
    [pad, *_] = sorted((map_.folder / "_dagboek").rglob("*.yml"))
    regel = "  - {klant: bouwbedrijf-hoenderveen, datum: 2026-03-02, vorm: bezoek, kern: Even langs}\n"
    pad.write_text(pad.read_text(encoding="utf-8") + regel, encoding="utf-8")

    gevonden, gelezen = map_.kijk()

    assert {MEERDAL, "bouwbedrijf-hoenderveen"} == gelezen
    assert gevonden == map_.koud()


def een_nieuwe(map_: Map) -> None:
    """Another account: a name that a file may mention is there now."""
    tekst = (map_.folder / f"{MEERDAL}.yml").read_text(encoding="utf-8")
    (map_.folder / "nieuwe-klant.yml").write_text(tekst.replace(f"id: {MEERDAL}", "id: nieuwe-klant"), encoding="utf-8")


@pytest.mark.parametrize(
    "anders",
    [
        lambda map_: map_.verander("_gedeeld/team.yml", "Anouk de Wit", "Anouk Witteman"),
        lambda map_: map_.verander(
            "_gedeeld/instellingen.yml", "peildatum_vast: ", "onderdelen: {scores: true}\npeildatum_vast: "
        ),
        een_nieuwe,
    ],
    ids=["team", "instelling", "nieuwe klant"],
)
def test_what_is_shared_concerns_all(map_: Map, anders: Callable[[Map], None]) -> None:
    """
    A colleague, a setting, which accounts there are.
    """
    anders(map_)

    gevonden, gelezen = map_.kijk()

    assert map_.alle <= gelezen
    assert gevonden == map_.koud()


def test_another_day_is_another_check(map_: Map) -> None:
    """
    A warning may be about today.
    """
    gevonden, gelezen = map_.kijk(date(2026, 9, 1))

    assert map_.alle == gelezen
    assert gevonden == map_.koud(date(2026, 9, 1))


def test_other_code_finds_other_things(map_: Map, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Nothing is kept over a change of a rule.
    """
    monkeypatch.setattr("macros.load.geheugenbestand.van_onze_code", lambda: "andere code")

    assert map_.alle == map_.kijk()[1]


def test_a_wrong_file_is_told_each_time(map_: Map) -> None:
    """
    An error is never kept; once it is gone, so is what was said.
    """
    map_.verander(f"{MEERDAL}.yml", f"id: {MEERDAL}", f"id: {MEERDAL}\nonzin: 3")
    fout, _ = map_.kijk()
    weer, gelezen = map_.kijk()
    map_.verander(f"{MEERDAL}.yml", f"id: {MEERDAL}\nonzin: 3", f"id: {MEERDAL}")

    assert fout.fouten
    assert fout == weer
    assert {MEERDAL} == gelezen
    assert () == map_.kijk()[0].fouten


def test_a_damaged_memory_is_none(map_: Map) -> None:
    """
    Half a file is thrown away.
    """
    pad = bewaarplek(map_.folder, PLEK)
    pad.write_bytes(pad.read_bytes()[:-9])

    assert map_.alle == map_.kijk()[1]


def test_what_is_said_is_about_the_bytes_of_the_key(map_: Map) -> None:
    """
    A file that changes after its key was taken is checked as it was.
    """
    lader = Lader(map_.folder)
    geheugen = nakijken.Geheugen(lader, DAG)
    geheugen.sleutel(MEERDAL)
    map_.verander(f"{MEERDAL}.yml", f"id: {MEERDAL}", f"id: {MEERDAL}\nonzin: 3")

    assert [] == lader.account(MEERDAL)[1]
