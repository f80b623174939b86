"""Names that tell their bytes: what a page loads carries a hash, so that a page never meets the script of another day.

A page that was read just before a new site was put in its place still asks for its own script, style, letter and
picture; `handboek publish` keeps those at hand for a while. A server may let a browser keep such files for ever.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from posixpath import splitext
from typing import Any

from macros.site.pages import Bouw

SCRIPTS = "assets/js/"
"""Scripts name each other, so they share a hash: that of the folder."""
LOS = ("assets/fonts/", "assets/img/")
"""Files with a hash of their own. The schemas keep their names: an editor asks for them by address."""
_SOORTEN = (".woff2", ".png", ".svg")
_LAADT = re.compile(r'(\ssrc="(?:\.\./)*)(assets/[^"]+)')
_COMMENTAAR = re.compile(r"/\*.*?\*/", re.DOTALL)
_INSPRINGING = re.compile(r"\s*\n\s*")
STATUS = "status.json"
"""Which day and data a site is about; `handboek publish` adds where it came from."""


def afdruk(inhoud: bytes) -> str:
    """The hash of a file as its name carries it."""
    return sha256(inhoud).hexdigest()[:10]


def met_afdruk(bestanden: Iterable[Any]) -> dict[str, str]:
    """Give what a page loads its name with a hash; return old name → new name, below the site.

    `bestanden` are those of MkDocs, before it worked out any address of them.
    """
    namen = {}
    op_naam = {str(bestand.src_uri): bestand for bestand in bestanden}
    scripts = sorted(naam for naam in op_naam if naam.startswith(SCRIPTS))
    alle = b"".join(Path(op_naam[naam].abs_src_path).read_bytes() for naam in scripts)
    for naam in scripts:
        namen[naam] = f"{SCRIPTS.rstrip('/')}-{afdruk(alle)}/{naam.removeprefix(SCRIPTS)}"
    for naam, bestand in op_naam.items():
        stam, soort = splitext(naam)
        if naam.startswith(LOS) and soort in _SOORTEN:
            namen[naam] = f"{stam}.{afdruk(Path(bestand.abs_src_path).read_bytes())}{soort}"
    for naam, nieuw in namen.items():
        op_naam[naam].dest_uri = nieuw
    return namen


def noem(tekst: str, namen: Mapping[str, str], vanaf: str = "") -> str:
    """Return a style sheet that stands in the folder `vanaf` with the new names of what it loads."""
    for oud, nieuw in namen.items():
        tekst = tekst.replace(f'url("{oud.removeprefix(vanaf)}")', f'url("{nieuw.removeprefix(vanaf)}")')
    return tekst


def kort(css: str) -> str:
    """Leave out the comments and the indentation of a style sheet: a quarter of what a phone fetches of it.

    No string in our sheets holds either, and a test compares what a browser reads in both.
    """
    return _INSPRINGING.sub("\n", _COMMENTAAR.sub("", css))


def noem_in_pagina(html: str, namen: Mapping[str, str]) -> str:
    """Return a page with the new names of what raw HTML in its Markdown loads; MkDocs does the rest."""
    return _LAADT.sub(lambda deel: f"{deel[1]}{namen.get(deel[2], deel[2])}", html)


def schrijf_status(bouw: Bouw, site: Path) -> None:
    """Write what the data and the day say about a site: the same for the same data and day."""
    portefeuille = bouw.portefeuille
    dossiers = portefeuille.dossiers.values()
    status = {
        "peildatum": portefeuille.peildatum.isoformat(),
        "peildatum_vast": portefeuille.vast,
        "pagina_verouderd_dagen": portefeuille.gedeeld.instellingen.pagina_verouderd_dagen,
        "klanten": len(dossiers),
        "contracten": sum(len(dossier.contracten) for dossier in dossiers),
        "nog_aan_te_vullen": sum(len(dossier.gaten) for dossier in dossiers),
    }
    (site / STATUS).write_text(json.dumps(status, indent=2) + "\n", encoding="utf-8")
