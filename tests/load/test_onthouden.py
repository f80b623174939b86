"""What is remembered of the journal makes it quick and never makes it different."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from dagboektijd import dagboektijd, schrijf_dagboek

from macros.load import dagboek, onthouden, yaml12
from macros.load.load import Lader

FOUT = (
    "regels:\n  - {klant: klant-1, datum: 2026-01-01, kern: Goed}\n  - {klant: klant-1, datum: gisteren, kern: Fout}\n"
)


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with 16 weeks of eight colleagues, and a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert 128 == schrijf_dagboek(tmp_path / "accounts", 16)
    (tmp_path / "accounts/_dagboek/2023/w13-rik.yml").write_text(FOUT, encoding="utf-8")
    return tmp_path / "accounts"


def bestand(map_: Path) -> Path:
    """Where the weeks of the folder are remembered."""
    pad = onthouden.geheugen(map_)
    assert pad is not None
    return pad


def gelezen(map_: Path) -> tuple[object, ...]:
    """All that reading gives."""
    lader = Lader(map_)
    return lader.gedeeld.dagboek, lader.problemen, lader.opmerkingen


def test_een_tweede_keer_wordt_niets_gelezen(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A week that did not change is not read again; one that is wrong is, and says the same."""
    eerst = gelezen(map_)
    assert ["w13-rik.yml"] * 2 == [Path(p.bestand).name for p in Lader(map_).problemen]
    lees, geteld = yaml12.lees, list[bytes]()

    def tel(inhoud: bytes) -> yaml12.Lezing:
        geteld.append(inhoud)
        return lees(inhoud)

    monkeypatch.setattr(yaml12, "lees", tel)
    assert eerst == gelezen(map_)
    assert {FOUT.encode()} == {een for een in geteld if een.startswith(b"regels")}
    week = map_ / "_dagboek/2023/w13-collega-a.yml"
    week.write_text("regels: [{klant: klant-2, datum: 2023-03-28, kern: Anders}]\n", encoding="utf-8")
    assert "Anders" in [een.regel.kern for een in gelezen(map_)[0]["klant-2"]]  # type: ignore[index]


@pytest.mark.parametrize(
    "kapot",
    [
        b"",
        b"geen kop",
        b"\xff\n[]",
        None,  # half of it
        b"andere waarde",
    ],
)
def test_een_geheugen_dat_niet_klopt_telt_niet(map_: Path, kapot: bytes | None) -> None:
    """Damaged, cut off or edited: everything is read as the first time, and remembered again."""
    eerst = gelezen(map_)
    pad = bestand(map_)
    goed = pad.read_bytes()
    if kapot is None:
        kapot = goed[: len(goed) // 2]
    elif kapot == b"andere waarde":
        kapot = goed.replace(b"Besprak", b"Verzon")
    pad.write_bytes(kapot)
    assert eerst == gelezen(map_)
    assert goed == pad.read_bytes()


def test_een_andere_versie_leest_opnieuw(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another reader remembered does not count."""
    gelezen(map_)
    monkeypatch.setattr(onthouden, "_versie", lambda: b"ander")
    assert {} == onthouden.herinner(bestand(map_))


def test_zonder_plek_gaat_het_ook(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No home, a file where the folder should be, and a relative folder change nothing."""
    eerst = gelezen(map_)
    in_de_weg = map_.parent / "bestand"
    in_de_weg.write_text("x")
    for plek in (str(in_de_weg), "relatief"):
        monkeypatch.setenv("XDG_CACHE_HOME", plek)
        assert eerst == gelezen(map_)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError))
    assert eerst == gelezen(map_)
    assert not Path("relatief").exists()


def test_wat_weg_is_wordt_vergeten(map_: Path) -> None:
    """A week that is removed is gone from what is remembered too, which only its owner can read."""
    gelezen(map_)
    pad = bestand(map_)
    if os.name == "posix":
        assert 0o600 == pad.stat().st_mode & 0o777
    weg = map_ / "_dagboek/2023/w13-collega-b.yml"
    teken = onthouden.kenmerk(weg.read_bytes()).encode()
    assert teken in pad.read_bytes()
    weg.unlink()
    gelezen(map_)
    assert teken not in pad.read_bytes()


def test_een_proef_onthoudt_niets(map_: Path) -> None:
    """What somebody only tries is kept nowhere, and little is not worth a file."""
    Lader(map_, proef={"_dagboek/2023/w13-collega-a": b"regels: [{klant: klant-2, datum: 2023-03-28, kern: Proef}]\n"})
    assert not bestand(map_).exists()
    for pad in sorted((map_ / "_dagboek/2023").iterdir())[: 129 - onthouden.VANAF + 1]:
        pad.unlink()
    gelezen(map_)
    assert not bestand(map_).exists()


def test_snel_en_langzaam_lezen_hetzelfde(map_: Path) -> None:
    """The quick way and the way that says what is wrong make the same of every file."""
    lader = Lader(map_)
    for naam, pad, _ in dagboek.weekbestanden(map_):
        per_klant, _ = dagboek.lees({naam: pad}, lader._weekblad)  # noqa: SLF001  the slow way
        regels, *_ = lader._weekblad(naam)  # noqa: SLF001
        assert sorted(een.id for een in regels) == sorted(een.id for eigen in per_klant.values() for een in eigen)
        assert {een.id: een for een in regels} == {een.id: een for eigen in per_klant.values() for een in eigen}


def test_drie_jaar_van_acht_collegas(tmp_path: Path) -> None:
    """1,248 weeks: under a fifth of a second when seen before on a quiet machine; here with room for a busy one."""
    assert 1248 == schrijf_dagboek(tmp_path / "accounts")
    tijden = dagboektijd(tmp_path / "accounts", tmp_path / "onthouden", 3)
    assert tijden["warm"] < tijden["koud"]
    assert tijden["warm"] < 2, tijden
