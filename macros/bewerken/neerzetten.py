"""Puts the Python of the browser in a site, where only who changes something asks for it.

`/bewerken/runtime-<kenmerk>/` is the runtime, which changes a few times a year; `/bewerken/<kenmerk>/` the Worker and
our own code. A name says which bytes stand there, so a browser may keep them for ever.
"""

from __future__ import annotations

import os
import re
import shutil
from hashlib import sha256
from pathlib import Path

from macros.bewerken.bundel import Bundel, bundel
from macros.bewerken.herkomst import GEHEUGEN, RUNTIME, STANDAARD, bestanden, kenmerk, wiel
from macros.bewerken.uitgave import MAP

HIER = Path(__file__).parent
SCRIPTS = ("werker.js", "motor.js")
_WIEL = re.compile(r"-cp(?P<groot>\d)(?P<klein>\d+)-.*_(?P<abi>\d+_\d+)_wasm32\.whl$")
_ONTHOUDEN: list[tuple[Bundel, str]] = []
"""The archive of the last build and its name: under `serve` it is mostly the same."""


def zet_neer(site: Path, vorige: Path | None = None) -> str:
    """Put the runtime, the Worker and the archive in `site`; what has the same name in `vorige` is taken from there.

    Returns the folder of `werker.js`, below `bewerken/`. Raises `OSError` where nothing can be written.
    """
    pakket, naam = _van_nu()
    runtime = f"{MAP}/runtime-{kenmerk()}"
    for bestand in bestanden().values():
        # Not every server knows that `.mjs` is JavaScript, and a browser runs nothing else.
        doel = f"{runtime}/{bestand.naam.removesuffix('.mjs')}{'.js' * bestand.naam.endswith('.mjs')}"
        if not _overgenomen(doel, site, vorige):
            shutil.copyfile(bestand.pad, _klaar(site / doel))
    for licentie in RUNTIME.glob("LICENSE*"):
        shutil.copyfile(licentie, _klaar(site / runtime / licentie.name))
    archief = f"{MAP}/{naam}/bundel.zip"
    if not _overgenomen(archief, site, vorige):
        _klaar(site / archief).write_bytes(pakket.zip())
    for script, tekst in _scripts().items():
        _klaar(site / MAP / naam / script).write_bytes(tekst)
    return naam


def _van_nu() -> tuple[Bundel, str]:
    """The archive as the files are now, and the name of its folder."""
    nu = bundel()
    if not _ONTHOUDEN or _ONTHOUDEN[0][0].inhoud != nu.inhoud:
        delen = b"".join(_scripts().values())
        _ONTHOUDEN[:] = [(nu, sha256(nu.kenmerk.encode() + delen).hexdigest()[:12])]
    return _ONTHOUDEN[0]


def _scripts() -> dict[str, bytes]:
    """The scripts of the Worker, and what they must know of this site."""
    soort = _WIEL.search(wiel().naam)
    assert soort is not None  # noqa: S101  a test of the runtime says so
    weten = {
        "RUNTIME": f"../runtime-{kenmerk()}/",
        "STANDAARD": STANDAARD,
        "GEHEUGEN": GEHEUGEN,
        "WIEL": wiel().naam,
        "VERSIE": f"{soort['groot']}.{soort['klein']}",
        "ABI": soort["abi"],
    }
    delen = "".join(f'export const {naam} = "{waarde}";\n' for naam, waarde in weten.items())
    return {"delen.js": delen.encode(), **{naam: (HIER / naam).read_bytes() for naam in SCRIPTS}}


def _overgenomen(naam: str, site: Path, vorige: Path | None) -> bool:
    """Take a file over from the site before, where it has that name: one more name for it, or else a copy."""
    oud = vorige / naam if vorige else None
    if oud is None or not oud.is_file():
        return False
    nieuw = _klaar(site / naam)
    try:
        os.link(oud, nieuw)
    except OSError:  # a disk without such names
        shutil.copyfile(oud, nieuw)
    return True


def _klaar(pad: Path) -> Path:
    pad.parent.mkdir(parents=True, exist_ok=True)
    return pad
