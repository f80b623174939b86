"""What the trials of publishing share: versions of a real site that tell themselves apart, and who reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import dirname, join, normpath

import webserver as ws
from gebouwd import Bouwplaats, schone_omgeving
from gitdoos import voorraad

from macros.model.instellingen import Voorstellen
from macros.publiceren import inrichting

ROOT = Path(__file__).resolve().parents[2]
PAGINAS = ("", "accounts/", "accounts/meerdal-zorggroep/", "kalender/", "bijdragen/")
_BLADEN = ("index.md", "accounts/index.md", "kalender/index.md", "bijdragen/index.md", "accounts/_account.md")
_LAADT = re.compile(r'<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"#:]+\.(?:css|js|png|svg|woff2))"')
_URL = re.compile(r'url\("?([^")#:]+\.woff2)"?\)')
_VERSIE = re.compile(rb"Versie (\d+)\.")


def regel(wat: str, hoe: str, goed: bool) -> bool:  # noqa: FBT001
    """Print the outcome of one trial."""
    print(f"{'ok ' if goed else 'NOT'}  {wat:<34} {hoe}", flush=True)
    return goed


def maak_project(folder: Path) -> Path:
    """Copy what a build needs into a repository of its own, with few clients."""
    project = folder / "project"
    Bouwplaats(folder).kopie(project)
    for naam in ("requirements-site.lock", ".gitignore"):
        shutil.copy(ROOT / naam, project)
    voorraad(project)
    return project


def schrijf_versie(project: Path, versie: int) -> None:
    """Make of the project another version: in pages, a style, a script and a picture; none before 1."""
    for pad, erbij in (
        *((f"docs/{blad}", f"\nVersie {versie}.\n") for blad in _BLADEN),
        ("docs/assets/js/tijd.js", f"// {versie}\n"),
        ("docs/assets/img/aanpassen-potlood.png", str(versie)),
        ("macros/views/delen/tijd.css", f"/* {versie} */\n"),
    ):
        with (project / pad).open("ab") as stroom:
            stroom.write(erbij.encode())


def opdracht(publiek: Path, *opties: str) -> list[str]:
    """The words of `handboek publish` for a folder."""
    return [sys.executable, "-m", "macros", "publish", "--to", str(publiek), *opties]


def publish(project: Path, publiek: Path, *opties: str) -> subprocess.CompletedProcess[str]:
    """Run `handboek publish` to its end."""
    return subprocess.run(
        opdracht(publiek, *opties),
        cwd=project, env=schone_omgeving() | {"PYTHONPATH": str(project)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@contextmanager
def geserveerd(folder: Path) -> Iterator[ws.Webserver]:
    """Run nginx with our sample over the publications in `site` of a folder."""
    ws.certificaat(folder / "server")
    waarden = inrichting.waarden(str(folder), f"https://{ws.NAAM}/", "handboek", Voorstellen())
    with ws.webserver("nginx", folder, inrichting.ingevuld("nginx.conf", waarden)) as server:
        yield server


def versie_van(html: bytes) -> int:
    """Which version a page is of, the last one it names; 0 for something else."""
    return max(map(int, _VERSIE.findall(html)), default=0)


def geladen(pad: str, tekst: str) -> Iterator[str]:
    """What a page or a style sheet loads, below the site."""
    for adres in {*_LAADT.findall(tekst), *(_URL.findall(tekst) if pad.endswith(".css") else ())}:
        yield normpath(join(dirname(pad), adres))


def heel(publiek: Path, verwacht: int) -> bool:
    """Whether readers get a whole site of one version."""
    site = publiek / "huidig"
    versies = {versie_van((site / f"{pagina}index.html").read_bytes()) for pagina in PAGINAS}
    return (
        len(versies) == 1
        and 0 not in versies
        and len(list(site.rglob("*.html"))) == verwacht
        and (site / "status.json").is_file()
    )
