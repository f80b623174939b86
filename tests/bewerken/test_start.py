"""Our own Python runs in a browser: it reads, derives and prints what it prints here, byte for byte."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from browserpython import VRAAG_ALLES, WACHT_OP_LADE, Vraag, geserveerd, proefsite, vragen_van_een_bezoek

from macros.bewerken import brein, herkomst, loket
from macros.bewerken.bundel import bundel

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HIER = Path(__file__).parent
IN_NODE = 5
"""Questions that Node answers; the browser answers them all."""


@pytest.fixture(scope="module")
def vragen() -> list[Vraag]:
    """What is asked when somebody opens one canvas after the other and changes nothing."""
    return vragen_van_een_bezoek()


@pytest.fixture(scope="module")
def hier(vragen: list[Vraag], tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What the same questions give here."""
    folder = str(tmp_path_factory.mktemp("hier") / "accounts")
    antwoorden = [brein.begin(vragen[0][1], folder)]
    antwoorden += [loket.VRAGEN[naam](gegevens) for naam, gegevens in vragen[1:]]
    assert any(antwoord.get("html") for antwoord in antwoorden)
    return [{"uit": antwoord} for antwoord in json.loads(json.dumps(antwoorden))]


def test_the_door_says_what_is_wrong() -> None:
    """
    An answer, not the end of Python.
    """
    antwoord = json.loads(loket.roep("weg", "{}"))

    assert {"fout": {"soort": "KeyError", "tekst": "'weg'"}} == antwoord


def in_node(vragen: list[Vraag], folder: Path, *, geheugen: str | None, gelezen: str | None) -> list[Any]:
    """What Python answers in Node; in `folder` it leaves what it compiled, and `gelezen` names what it left before."""
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not on this machine")
    shutil.copyfile(Path(brein.__file__).with_name("motor.js"), folder / "motor.mjs")
    (folder / "bundel.zip").write_bytes(bundel().zip())
    delen = {"pyodide": herkomst.PYODIDE, "asm": herkomst.ASM, "standaard": herkomst.STANDAARD, "geheugen": geheugen}
    soort = {"wiel": herkomst.wiel().naam, "versie": "3.14", "abi": "2026_0", "gelezen": gelezen}
    (folder / "invoer.json").write_text(json.dumps({**delen, **soort, "vragen": vragen}), encoding="utf-8")

    opdracht = [node, str(HIER / "start.mjs"), str(herkomst.RUNTIME)]
    klaar = subprocess.run(opdracht, cwd=folder, capture_output=True, text=True, check=False)

    assert "" == klaar.stderr[-2000:]
    antwoorden: list[Any] = json.loads(klaar.stdout)["antwoorden"]
    return antwoorden


@pytest.mark.site
def test_node_prints_the_same(vragen: list[Vraag], hier: list[Any], tmp_path: Path) -> None:
    """
    With the memory that starts at once; and once more, with what Python compiled the first time.
    """
    for gelezen in (None, "gelezen.zip"):
        antwoorden = in_node(vragen[:IN_NODE], tmp_path, geheugen=herkomst.GEHEUGEN, gelezen=gelezen)

        assert hier[:IN_NODE] == antwoorden
    with ZipFile(tmp_path / "bundel.zip") as bron, ZipFile(tmp_path / "gelezen.zip") as archief:
        gelijk = [geldig(archief.read(naam), bron.read(_bron(naam))) for naam in archief.namelist() if _bron(naam)]
    assert 200 < len(gelijk)
    assert all(gelijk)


def _bron(gecompileerd: str) -> str:
    """The text that was compiled; of pydantic_core, which is no part of the archive, nothing."""
    map_, _, naam = gecompileerd.rpartition("__pycache__/")
    return "" if map_.startswith("pydantic_core") else f"{map_}{naam.split('.')[0]}.py"


def geldig(gecompileerd: bytes, bron: bytes) -> bool:
    """Whether Python takes it for that of this text: it compares the time and the length that it keeps."""
    tijd, lengte = (int.from_bytes(gecompileerd[plek : plek + 4], "little") for plek in (8, 12))
    return (0, len(bron)) == (tijd, lengte)


@pytest.mark.site
def test_node_prints_the_same_without_the_memory(vragen: list[Vraag], hier: list[Any], tmp_path: Path) -> None:
    """
    As in a browser that cannot use it.
    """
    antwoorden = in_node(vragen[:IN_NODE], tmp_path, geheugen=None, gelezen=None)

    assert hier[:IN_NODE] == antwoorden


def test_a_worker_prints_the_same(browser: Browser, vragen: list[Vraag], hier: list[Any], tmp_path: Path) -> None:
    """
    In Chromium under our policy: without a request elsewhere, a refusal or a word on the console.
    """
    proefsite(tmp_path)
    context = browser.new_context()
    gehaald: list[str] = []
    woorden: list[str] = []
    context.on("request", lambda een: gehaald.append(een.url))
    context.on("console", lambda een: woorden.append(een.text))
    context.on("weberror", lambda een: woorden.append(str(een.error)))

    with geserveerd(tmp_path) as adres:
        pagina = context.new_page()
        pagina.goto(adres)
        eerst = pagina.evaluate(VRAAG_ALLES, vragen)
        # At the next visit it starts with what Python compiled at this one.
        pagina.evaluate(WACHT_OP_LADE)
        pagina.reload()
        later = pagina.evaluate(VRAAG_ALLES, vragen[:IN_NODE])
        context.close()

    for bezoek, gegeven in ((eerst, hier), (later, hier[:IN_NODE])):
        assert ["ophalen", "python", "pakketten", "lezer", "klaar"] == bezoek["stappen"]
        assert gegeven == [{naam: waarde for naam, waarde in een.items() if naam != "id"} for een in bezoek["uit"]]
        assert [] == bezoek["geweigerd"]
    assert [] == [een for een in gehaald if not een.startswith(adres)]
    assert [] == woorden
