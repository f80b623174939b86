"""A reader sees the old site or the new one, whatever happens to a publication."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands import hoofd
from macros.load.schrijven import alleen
from macros.publiceren.bouwen import Meld
from macros.publiceren.plek import Plek, PubliceerError
from macros.publiceren.publicatie import Opdracht, haal_weg, publiceer, zet_terug

Maak = Callable[..., Opdracht]


def stil(_regel: str) -> None:
    """Say nothing."""


def gelezen(map_: Path, pad: str = "huidig/index.html") -> str:
    """Return what a reader gets."""
    return re.sub("<.*?>", "", (map_ / pad).read_text(encoding="utf-8"))


def test_the_last_five_stay_and_one_goes_back(tmp_path: Path, opdracht: Maak) -> None:
    """
    Of seven publications five are kept. Going back leads to the one before, and once more to the one before that.
    """
    publiek = tmp_path / "publiek"
    for versie in range(1, 8):
        publiceer(opdracht(f"v{versie}"), stil)

    assert "v7" == gelezen(publiek)
    assert ["0003", "0004", "0005", "0006", "0007"] == sorted(pad.name[:4] for pad in publiek.glob("releases/0*"))
    assert "lezers zien weer de versie van 16 maart 2026" in zet_terug(Plek(publiek), stil)
    zet_terug(Plek(publiek), stil)
    assert "v5" == gelezen(publiek)


def test_what_was_taken_back_does_not_return_by_night(tmp_path: Path, opdracht: Maak) -> None:
    """
    The nightly run does not publish again what a person took away; who says so does.
    """
    publiceer(opdracht("v1"), stil)
    publiceer(opdracht("v2"), stil)
    zet_terug(Plek(tmp_path / "publiek"), stil)

    with pytest.raises(PubliceerError, match=r"deze versie .* is teruggezet"):
        publiceer(opdracht("v2"), stil)
    assert "v1" == gelezen(tmp_path / "publiek")

    publiceer(opdracht("v3", toch=True), stil)
    publiceer(opdracht("v4"), stil)
    assert "v4" == gelezen(tmp_path / "publiek")


def test_a_reader_of_the_old_page_still_gets_its_script(tmp_path: Path, opdracht: Maak) -> None:
    """
    The page of one version and the script of another never meet: the name of a script tells its bytes, and it stays.

    It goes with the publication it came with.
    """
    publiek = tmp_path / "publiek"
    publiceer(opdracht("v1", bewaar=2), stil)
    [script] = re.findall('src="(.*?)"', (publiek / "huidig/index.html").read_text(encoding="utf-8"))
    publiceer(opdracht("v2", bewaar=2), stil)

    assert "v1" in (publiek / "huidig" / script).read_text(encoding="utf-8")
    publiceer(opdracht("v3", bewaar=2), stil)
    publiceer(opdracht("v4", bewaar=2), stil)
    assert not (publiek / "huidig" / script).exists()


@pytest.mark.parametrize(
    ("bederf", "waarom"),
    [
        (lambda site: (site / "404.html").unlink(), "404.html ontbreekt of is leeg"),
        (
            lambda site: (site / "search/search_index.json").write_text('{"bladen": ['),
            "search/search_index.json is niet",
        ),
        (lambda site: (site / "p0/index.html").write_text("<html>half"), "p0/index.html is niet af"),
        (
            lambda site: (site / "p0/index.html").write_text("<p>Macro Rendering Error</p></html>"),
            "p0/index.html: een bouwsteen is mislukt",
        ),
    ],
)
def test_a_site_that_is_not_whole_is_not_shown(
    tmp_path: Path, opdracht: Maak, bederf: Callable[[Path], object], waarom: str
) -> None:
    """
    What was built is looked at as a reader would meet it.
    """
    publiceer(opdracht("v1"), stil)
    tweede, gezegd = opdracht("v2"), list[str]()

    def bouw(site: Path, verslag: Path, tak: str, meld: Meld) -> None:
        tweede.bouw(site, verslag, tak, meld)
        bederf(site)

    with pytest.raises(PubliceerError, match="de site die gebouwd is, deugt niet"):
        publiceer(Opdracht(tweede.plek, bouw=bouw), gezegd.append)

    assert any(regel.strip().startswith(waarom) for regel in gezegd), gezegd
    assert "v1" == gelezen(tmp_path / "publiek")
    assert ["0001"] == [pad.name[:4] for pad in (tmp_path / "publiek/releases").glob("*/")]


def test_bad_data_is_said_and_not_shown(tmp_path: Path, opdracht: Maak, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Every problem with its place, and then one sentence.
    """
    publiceer(opdracht("v1"), stil)
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts/acme.yml").write_text("id: acme\nnaam: [kapot\n", encoding="utf-8")
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(tmp_path / "accounts"))

    gedaan = CliRunner().invoke(hoofd, ["publish", "--to", str(tmp_path / "publiek")])

    assert 1 == gedaan.exit_code
    assert "accounts/acme.yml:2:" in gedaan.output
    laatste = gedaan.output.splitlines()[-1]
    assert re.fullmatch(r"Er verandert niets: er sta(at 1 fout|an \d+ fouten) in de gegevens; .*", laatste)
    assert "v1" == gelezen(tmp_path / "publiek")


def test_previews_come_and_go(tmp_path: Path, opdracht: Maak) -> None:
    """
    A branch has its own address beside the site; with the branch everything of it goes.
    """
    publiek = tmp_path / "publiek"
    publiceer(opdracht("v1"), stil)
    publiceer(opdracht("a", tak="voorstel/bakkerij"), stil)
    publiceer(opdracht("b", tak="voorstel/molen"), stil)

    assert ("v1", "a", "b") == tuple(
        gelezen(publiek, f"{waar}/index.html")
        for waar in ("huidig", "voorbeeld/voorstel/bakkerij", "voorbeeld/voorstel/molen")
    )
    haal_weg(opdracht("", tak="voorstel/bakkerij").plek, stil)
    assert ["molen"] == [pad.name for pad in (publiek / "voorbeeld/voorstel").iterdir()]
    haal_weg(opdracht("", tak="voorstel/molen").plek, stil)
    assert [[], []] == [list((publiek / naam).iterdir()) for naam in ("voorbeeld", "voorbeelden")]


@pytest.mark.parametrize("tak", ["../huidig", "a b", ".verborgen", "a//b", "é", "-x", "a/../b"])
def test_a_branch_that_is_no_address_has_no_preview(tmp_path: Path, tak: str) -> None:
    """
    Least of all one that leads out of its folder.
    """
    with pytest.raises(PubliceerError, match="komt geen voorbeeld"):
        Plek(tmp_path, tak)


def test_the_second_of_two_publications_waits(tmp_path: Path, opdracht: Maak) -> None:
    """
    It says so, and then does its work.
    """
    publiek, gezegd = tmp_path / "publiek", list[str]()
    publiek.mkdir()
    with ThreadPoolExecutor() as draden:
        with alleen(publiek):
            tweede = draden.submit(publiceer, opdracht("v2"), gezegd.append)
            while not gezegd:
                time.sleep(0.01)
            assert not (publiek / "huidig").exists()
        tweede.result(20)

    assert "Er is al een publicatie bezig; deze wacht" == gezegd[0]
    assert "v2" == gelezen(publiek)


def test_kills_leave_the_old_site(tmp_path: Path, opdracht: Maak) -> None:
    """
    A publication that is killed at any moment leaves a whole site, and the next one clears away what it made.
    """
    publiek, kans = tmp_path / "publiek", random.Random(5)  # noqa: S311
    publiceer(opdracht("v0"), stil)
    for keer in range(12):
        loop = multiprocessing.get_context("fork").Process(target=publiceer, args=(opdracht(f"k{keer}"), stil))
        loop.start()
        time.sleep(kans.uniform(0, 0.12))
        os.kill(loop.pid or 0, signal.SIGKILL)
        loop.join()
        versie = gelezen(publiek)
        assert versie == gelezen(publiek, "huidig/p0/index.html")
        assert "peildatum" in json.loads((publiek / "huidig/status.json").read_bytes())

    publiceer(opdracht("af"), stil)
    assert "af" == gelezen(publiek)
    assert [] == list(publiek.glob("releases/.bezig-*"))


def test_what_changed_is_looked_up_before_the_build(opdracht: Maak, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The build finds it there. It is told what readers had: the last publication of another commit, not that of a night.
    """
    gevraagd: list[str] = []

    def vooraf(vorige: str) -> str:
        gevraagd.append(vorige)
        return "3 wijzigingen van 2 klanten"

    gezegd: list[str] = []
    for commit in ("a" * 40, "b" * 40, "b" * 40):
        monkeypatch.setattr("macros.publiceren.herkomst.commit", lambda commit=commit: commit)
        publiceer(opdracht("v1", vooraf=vooraf), gezegd.append)

    assert ["", "a" * 40, "a" * 40] == gevraagd
    opgezocht = gezegd.index("  3 wijzigingen van 2 klanten")
    assert gezegd[opgezocht - 1 : opgezocht + 2 : 2] == ["Opzoeken wat er veranderde", "Site bouwen"]
