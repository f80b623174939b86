"""A site in a moment: what a publication needs beside the pages is tried without making them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.publiceren.bouwen import Bouwer, Meld
from macros.publiceren.plek import Plek
from macros.publiceren.publicatie import Opdracht

ACCOUNTS = Path(__file__).resolve().parents[1] / "data/meerdal"


def site(map_: Path, versie: str, paginas: int = 1) -> None:
    """Write a small whole site: pages that load a script whose name tells its bytes."""
    script = f'document.title = "{versie}";\n'
    naam = f"assets/js/tijd.{abs(hash(versie)):010x}.js"[:40]
    bestanden = {
        "404.html": "<html>weg</html>",
        "search/search_index.json": json.dumps({"bladen": [versie]}),
        "status.json": json.dumps({"peildatum": "2026-03-16", "klanten": 1}),
        "bewerken/nu.json": json.dumps({"scherm": versie}),
        naam: script,
        "index.html": f'<html><script src="{naam}"></script>{versie}</html>',
    }
    bestanden |= {f"p{nummer}/index.html": f"<html>{versie}</html>" for nummer in range(paginas)}
    for pad, tekst in bestanden.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_text(tekst, encoding="utf-8")


def bouwer(versie: str, paginas: int = 1) -> Bouwer:
    """Return what makes such a site in the place of MkDocs."""

    def bouw(map_: Path, verslag: Path, _tak: str, _meld: Meld) -> None:
        verslag.write_text("gebouwd\n", encoding="utf-8")
        site(map_, versie, paginas)

    return bouw


@pytest.fixture
def opdracht(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Opdracht]:
    """Return how a version is published in the folder `publiek`, of one client."""
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(ACCOUNTS))

    def maak(versie: str, tak: str = "", bewaar: int = 5, **rest: Any) -> Opdracht:
        return Opdracht(Plek(tmp_path / "publiek", tak), bewaar=bewaar, bouw=bouwer(versie), **rest)

    return maak
