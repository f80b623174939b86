"""Has MkDocs make the site strictly, in a program of its own, and looks at what came of it."""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from macros.load.omgeving import PROJECT, TAK
from macros.publiceren.plek import PubliceerError

ELKE = 10
"""Seconds between two signs of life."""
HOOGSTENS = 30 * 60
"""Seconds that a build may take."""
_PR_SET_PDEATHSIG = 1
"""Of `prctl(2)`: which signal a process gets when its parent ends."""
_FOUT = re.compile(r"^(?:ERROR|WARNING) +-  (.*)", re.MULTILINE)
_TERUG = re.compile(r"(?:^|\n)(\w+(?:Error|Exception|Interrupt): .*)")
_VOL = ("No space left on device", "de schijf is vol", "Disk quota exceeded")
_VOL_ONDER = 2_000_000
"""Bytes: with less the build may have had no room to say why it failed."""
VOL = "de schijf is vol; maak ruimte en probeer het opnieuw"

Meld = Callable[[str], None]
Bouwer = Callable[[Path, Path, str, Meld], None]


def bouw(site: Path, verslag: Path, tak: str, meld: Meld, anders: Mapping[str, str] | None = None) -> None:
    """Make the site in the folder `site`; what MkDocs says goes to the file `verslag`.

    `anders` are variables of the environment that are other ones for this build.

    Raises `PubliceerError` when the build fails, after its own words were reported.
    """
    opdracht = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    omgeving = {**os.environ, "NO_MKDOCS_2_WARNING": "1", TAK: tak, **(anders or {})}
    omgeving["PYTHONPATH"] = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    with verslag.open("wb") as stroom:
        # A group of its own: what it starts itself ends with it.
        loop = subprocess.Popen(  # noqa: S603
            opdracht, cwd=PROJECT, env=omgeving, stdout=stroom, stderr=subprocess.STDOUT, start_new_session=True,
            preexec_fn=_eindig_mee if sys.platform == "linux" else None,  # noqa: PLW1509  no thread runs here yet
        )  # fmt: skip
        try:
            _wacht(loop, meld)
        finally:
            if loop.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(loop.pid, signal.SIGKILL)
                loop.wait()
    if loop.returncode:
        if shutil.disk_usage(verslag.parent).free < _VOL_ONDER:
            raise PubliceerError(VOL)
        raise PubliceerError(_waarom(verslag.read_text(encoding="utf-8", errors="replace"), meld))


def _eindig_mee() -> None:
    """Have the kernel end this process when the one that started it ends, however: nothing builds on without a lock."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _wacht(loop: subprocess.Popen[bytes], meld: Meld) -> None:
    for keer in range(1, HOOGSTENS // ELKE + 1):
        try:
            loop.wait(timeout=ELKE)
        except subprocess.TimeoutExpired:
            meld(f"  nog bezig ({keer * ELKE} seconden)")
        else:
            return
    raise PubliceerError(f"het bouwen duurde langer dan {HOOGSTENS // 60} minuten en is gestopt")


def _waarom(verslag: str, meld: Meld) -> str:
    """The sentence for a build that failed; its own words go to `meld`."""
    if any(teken in verslag for teken in _VOL):
        return VOL
    gezegd = [*_FOUT.findall(verslag), *_TERUG.findall(verslag)] or verslag.strip().splitlines()[-3:]
    for regel in gezegd[:20]:
        meld(f"  {regel}")
    return "de site is niet goed te bouwen; wat eraan mankeert, staat hierboven"


# --- the finished site as a reader would meet it, looked at before anybody does ---
#
# The build itself follows every link (`site/oplevering.py`). This is about the folder as a whole: is it all there, is
# each page finished, did a building block fail, did a mark of ours stay behind.

NODIG = ("index.html", "404.html", "search/search_index.json", "status.json", "bewerken/nu.json")
"""Without one of these a site is not whole."""
_MISLUKT = (
    (b"Macro Rendering Error", "een bouwsteen is mislukt"),
    (b"Macro Syntax Error", "een bouwsteen is verkeerd geschreven"),
    (b"Traceback (most recent call last)", "hier staat een foutmelding van het programma"),
    (b"@@handboek:", "hier bleef een merkteken staan"),
    (b"<!--handboek:", "hier bleef een merkteken staan"),
)
GENOEG = 5
"""So many remarks are enough to see what happened."""


def bezwaren(site: Path) -> list[str]:
    """What keeps a site from being read, in Dutch, one line each and not all of it when there is much."""
    gevonden = [*_ontbreekt(site), *_kapot(site)]
    for pad in sorted(site.rglob("*.html")):
        gevonden += _pagina(pad.relative_to(site).as_posix(), pad.read_bytes())
        if len(gevonden) > GENOEG:
            return [*gevonden[:GENOEG], "en meer"]
    return gevonden


def _ontbreekt(site: Path) -> Iterator[str]:
    for naam in NODIG:
        if not (site / naam).is_file() or not (site / naam).stat().st_size:
            yield f"{naam} ontbreekt of is leeg"


def _kapot(site: Path) -> Iterator[str]:
    for naam in NODIG:
        pad = site / naam
        if naam.endswith(".json") and pad.is_file():
            try:
                inhoud: Any = json.loads(pad.read_bytes())
            except ValueError:
                yield f"{naam} is niet te lezen"
            else:
                if naam.startswith("search/") and not inhoud.get("bladen"):
                    yield f"{naam} bevat niets om te zoeken"


def _pagina(naam: str, html: bytes) -> Iterator[str]:
    if not html.rstrip().endswith(b"</html>"):
        yield f"{naam} is niet af"
    for teken, wat in _MISLUKT:
        if teken in html:
            yield f"{naam}: {wat}"
