"""Files are written whole, by one command at a time, and only over what that command had read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.load import schrijven
from macros.load.bestanden import reden
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf, schrijf_alles


def test_two_commands_do_not_write_at_once(tmp_path: Path) -> None:
    """
    The second waits, and says so in one sentence when it takes too long.
    """
    bezet = pytest.raises(MapNietVrijError, match="een andere opdracht schrijft in")
    with alleen(tmp_path), bezet, alleen(tmp_path, wacht=0.1):
        pytest.fail("two at once")
    with alleen(tmp_path, wacht=0):
        pass


def test_a_killed_command_lets_go(tmp_path: Path) -> None:
    """
    The lock ends with its process; what it left half written is taken away, and nothing else is.
    """
    opdracht = (
        "import os, sys; from pathlib import Path; from macros.load import schrijven\n"
        "schrijven.os.fsync = lambda nummer: os._exit(9)\n"
        "map_ = Path(sys.argv[1])\n"
        "with schrijven.alleen(map_): schrijven.schrijf(map_ / '_gedeeld/team.yml', 'x', None)"
    )
    (tmp_path / ".eigen.tmp").write_text("of somebody else")

    assert 9 == subprocess.run([sys.executable, "-c", opdracht, str(tmp_path)], check=False).returncode

    assert 2 == len(list(tmp_path.iterdir()))
    with alleen(tmp_path, wacht=0):
        assert [".eigen.tmp"] == [pad.name for pad in tmp_path.iterdir()]


@pytest.mark.parametrize("windows", [False, True])
def test_the_lock_of_either_system_keeps_others_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, windows: bool
) -> None:
    """
    Windows cannot lock a folder: there a hidden file in it is locked, by another call.
    """
    bezet: set[int] = set()

    def locking(nummer: int, _hoe: int, _lengte: int) -> None:
        inode = os.fstat(nummer).st_ino
        if inode in bezet:
            raise PermissionError(13, "Permission denied")
        bezet.add(inode)

    if windows:
        monkeypatch.setattr(schrijven, "fcntl", None)
        monkeypatch.setattr(schrijven, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))

    with alleen(tmp_path), pytest.raises(MapNietVrijError), alleen(tmp_path, wacht=0):
        pytest.fail("two at once")
    assert windows == (tmp_path / ".slot").exists()


def test_a_file_that_changed_since_it_was_read_stays(tmp_path: Path) -> None:
    """
    An editor knows no lock: what it saved meanwhile is not overwritten, and nothing else is written either.
    """
    een, twee = tmp_path / "een.yml", tmp_path / "twee.yml"
    een.write_text("oud")
    twee.write_text("van een collega")

    with pytest.raises(SchrijvenMisluktError, match=r"twee.yml is intussen veranderd") as fout:
        schrijf_alles({een: "nieuw", twee: "nieuw"}, {een: "oud", twee: "oud"})

    assert ("oud", "van een collega") == (een.read_text(), twee.read_text())
    assert ((), (een, twee)) == (fout.value.geschreven, fout.value.ongemoeid)
    assert [een, twee] == sorted(tmp_path.iterdir())


def test_a_file_goes_in_its_turn(tmp_path: Path) -> None:
    """
    None takes a file away, after what stands before it; one that changed since it was read stays.
    """
    eerst, weg = tmp_path / "a.yml", tmp_path / "b.yml"
    weg.write_text("oud")
    with pytest.raises(SchrijvenMisluktError, match="intussen veranderd"):
        schrijf_alles({eerst: "nieuw", weg: None}, {weg: "ouder"})
    assert ["b.yml"] == [pad.name for pad in tmp_path.iterdir()]
    schrijf_alles({eerst: "nieuw", weg: None}, {weg: "oud"})
    assert ["a.yml"] == [pad.name for pad in tmp_path.iterdir()]


@pytest.mark.parametrize("soort", ["bestand", "map", "weg"])
def test_what_came_or_went_meanwhile_is_left_alone(tmp_path: Path, soort: str) -> None:
    """
    A new file does not take the place of one that is there by now, nor an old one that of one that was removed.
    """
    pad = tmp_path / "een.yml"
    if soort == "map":
        pad.mkdir()
    elif soort == "bestand":
        pad.write_text("van een collega")

    with pytest.raises(SchrijvenMisluktError):
        schrijf(pad, "nieuw", "oud" if soort == "weg" else None)

    assert soort != "bestand" or "van een collega" == pad.read_text()
    assert pad.exists() == (soort != "weg")


def test_a_folder_that_got_nothing_goes_again(tmp_path: Path) -> None:
    """
    A command that refuses leaves no empty folder; one that writes keeps it.
    """
    with alleen(tmp_path / "leeg" / "proef"):
        pass
    assert not (tmp_path / "leeg" / "proef").exists()

    with alleen(tmp_path / "proef"):
        schrijf(tmp_path / "proef" / "_gedeeld" / "team.yml", "x", None)
    assert "x" == (tmp_path / "proef" / "_gedeeld" / "team.yml").read_text()


@pytest.mark.parametrize(
    ("nummer", "zin"),
    [(13, "je hebt er geen rechten voor"), (28, "de schijf is vol"), (9999, "zoals het systeem het zegt")],
)
def test_the_system_refuses_in_dutch(nummer: int, zin: str) -> None:
    """
    What it rarely says stays in its own words.
    """
    assert zin == reden(OSError(nummer, "zoals het systeem het zegt"))
    assert "intussen veranderd" == reden(OSError("intussen veranderd"))
