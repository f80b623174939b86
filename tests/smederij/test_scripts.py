"""The scripts that run in the browser: their types hold, and what others wrote is as it came."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

BEWERKEN = Path(__file__).resolve().parents[2] / "macros/bewerken"
DERDEN = BEWERKEN / "scherm/derden"
TSC = shutil.which("tsc")
STRENG = ("--strict", "--noImplicitReturns")
OPTIES = ("--noEmit", "--allowJs", "--checkJs", *STRENG, "--target", "es2022", "--module", "es2022")
ZOEKT = ("--moduleResolution", "bundler", "--types", "")


@pytest.mark.skipif(TSC is None, reason="the checker of types is not on this machine: npm install --global typescript")
def test_the_types_of_every_script_hold() -> None:
    """
    Each script is checked strictly, by the types that its comments tell.
    """
    alle = [pad for pad in sorted(BEWERKEN.rglob("*.js")) if not {"derden", "runtime"} & set(pad.parts)]
    alle += [
        BEWERKEN.parents[1] / f"docs/assets/js/{naam}.js"
        for naam in ("aanpassen", "menu", "watals", "zoeken", "zoeker")
    ]
    werkers = [pad for pad in alle if pad.name.startswith("werker")]
    soorten = (("es2022,dom,dom.iterable", [pad for pad in alle if pad not in werkers]), ("es2022,webworker", werkers))

    for bibliotheek, scripts in soorten:
        opdracht = [str(TSC), *OPTIES, *ZOEKT, "--lib", bibliotheek, *map(str, scripts)]
        if scripts:
            assert "" == subprocess.run(opdracht, capture_output=True, text=True, check=False).stdout


def test_what_others_wrote_is_unchanged() -> None:
    """
    Every file from outside has its checksum beside it, with where it came from and under which licence.
    """
    herkomst = (DERDEN / "HERKOMST.txt").read_text(encoding="utf-8")
    sommen = dict(re.findall(r"^([0-9a-f]{64})  (\S+)$", herkomst, re.MULTILINE))
    echt = {hashlib.sha256(pad.read_bytes()).hexdigest(): pad.name for pad in DERDEN.iterdir()}

    assert sommen == {som: naam for som, naam in echt.items() if naam != "HERKOMST.txt"}
