"""What `serve` remembers is what a fresh build makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gebouwd import Bouwplaats, schone_omgeving

from macros.site import serveren

TWEE_KEER = """
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

def bouw(naam):
    instellingen = load_config("mkdocs.yml", site_dir=naam)
    if naam == "eerst":
        instellingen.plugins.on_startup(command="serve", dirty=False)
    build(instellingen)

def verander(naam, oud, nieuw):
    tekst = Path(naam).read_text(encoding="utf-8")
    assert oud in tekst, naam
    Path(naam).write_text(tekst.replace(oud, nieuw), encoding="utf-8")

bouw("eerst")
verander("accounts/meerdal-zorggroep.yml", "naam: Meerdal Zorggroep", "naam: Meerdal Nieuw")
verander("docs/kalender/index.md", "Verlengingskalender", "Kalender, nieuw")
verander("mkdocs.yml", "- Kalender:", "- Nieuwe kalender:")
verander("macros/views/delen/basis.css", "}", "} /* nieuw */")
verander("macros/site/thema/partials/copyright.html", "<", "<!-- nieuw --><")
verander("mkdocs.yml", "site_name: ", "site_name: Nieuw ")
bouw("onthouden")
"""


def test_a_second_build_is_a_fresh_build(bouwplaats: Bouwplaats, tmp_path: Path) -> None:
    """
    After a change in an account, a page, the menu, a style, the theme and a setting: byte for byte.
    """
    bouwplaats.kopie(tmp_path)
    omgeving = schone_omgeving() | {"PYTHONPATH": str(tmp_path)}

    for script in (["-c", TWEE_KEER], ["-m", "mkdocs", "build", "--quiet", "--site-dir", "vers"]):
        subprocess.run([sys.executable, *script], cwd=tmp_path, env=omgeving, check=True, timeout=300)

    onthouden, vers = (inhoud(tmp_path / naam) for naam in ("onthouden", "vers"))
    assert vers.keys() == onthouden.keys()
    assert [] == [naam for naam, bytes_ in vers.items() if bytes_ != onthouden[naam]]
    assert b"Meerdal Nieuw" in vers["accounts/meerdal-zorggroep/index.html"]
    assert b"Nieuwe kalender" in vers["handboek/nazorg/index.html"]


def inhoud(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    return {pad.relative_to(site).as_posix(): pad.read_bytes() for pad in site.rglob("*") if pad.is_file()}


def test_bytecode_is_no_change(tmp_path: Path) -> None:
    """
    Python writes it during a build: looking at it would ask for another one.
    """
    for naam in ("macros.py", "__pycache__/macros.pyc", "sub/blad.html"):
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        pad.touch()

    gezien = {deel.name for deel in serveren._bestanden_en_mappen(str(tmp_path))}  # noqa: SLF001

    assert {"macros.py", "sub"} == gezien
