"""One publication: check, build, look, and only then let readers see it. Whatever fails, they keep the old one."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.controles.nakijken import Nagekeken, kijk_na
from macros.load import clock, omgeving
from macros.load.bestanden import reden
from macros.load.load import Lader
from macros.load.schrijven import MapNietVrijError, alleen
from macros.publiceren import herkomst, overnemen
from macros.publiceren.bouwen import Bouwer, Meld, bezwaren, bouw
from macros.publiceren.plek import BEZIG, EIGEN, STATUS, Plek, PubliceerError
from macros.woorden import taal

WACHT = 45 * 60
"""Seconds to wait for another publication."""
TERUGGEZET = "teruggezet"
"""File beside the link: the commit that a person took away from the readers."""
VERSLAG = "bouw.log"
VOLGENDE_KEER = "Verbeter wat er staat; de volgende wijziging of nacht probeert het opnieuw."


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What is asked."""

    plek: Plek
    bewaar: int = 5
    """How many publications stay."""
    als_nodig: bool = False
    """Leave it when this commit stands there already, for this day."""
    toch: bool = False
    """Also publish what was taken away from the readers."""
    bouw: Bouwer = bouw
    """Makes the site: in this folder, with its report in that file, of this branch."""
    vooraf: Callable[[str], str] | None = None
    """Makes what the build reads beside the accounts, from the commit that readers had before; says how that went."""


def publiceer(opdracht: Opdracht, meld: Meld) -> str:
    """Publish what is checked out here; return a Dutch sentence about what readers see now.

    Raises `PubliceerError`; the site is then what it was.
    """
    with _alleen(opdracht.plek, meld):
        try:
            zin = _publiceer(opdracht, meld)
        except PubliceerError as fout:
            opdracht.plek.noteer(str(fout))
            raise
        opdracht.plek.noteer("")
        return zin


def _publiceer(opdracht: Opdracht, meld: Meld) -> str:
    begin = time.monotonic()
    accounts = omgeving.accountsmap()
    commit = herkomst.commit()
    lader = Lader(accounts)
    peildatum = omgeving.peildatum(lader.gedeeld.instellingen)
    if opdracht.als_nodig and herkomst.ongewijzigd(accounts) and _staat_er(opdracht.plek, commit, str(peildatum)):
        return f"de site van {taal.datum(peildatum)} stond er al met deze gegevens"
    _weiger_teruggezet(opdracht, commit)
    meld("Gegevens nakijken")
    nagekeken = kijk_na(lader, peildatum)
    if nagekeken.fouten:
        for fout in nagekeken.fouten[:20]:
            meld(f"  {fout}")
        aantal = len(nagekeken.fouten)
        staat = "er staat 1 fout" if aantal == 1 else f"er staan {aantal} fouten"
        raise PubliceerError(f"{staat} in de gegevens; verbeter eerst wat handboek check daarover zegt")
    if opdracht.vooraf:
        meld("Opzoeken wat er veranderde")
        meld(f"  {opdracht.vooraf(_vorige(opdracht.plek, commit))}")
    status = _maak(opdracht, commit, nagekeken, begin, meld)
    _teruggezet(opdracht.plek).unlink(missing_ok=True)
    wat = f"het voorbeeld van {opdracht.plek.tak}" if opdracht.plek.tak else "de site"
    return f"{wat} is vernieuwd in {taal.aantal(round(status['duur_seconden']), 'seconde', 'seconden')}"


def zet_terug(plek: Plek, meld: Meld) -> str:
    """Let readers see the publication before the one they see now; return a sentence that says which that is."""
    with _alleen(plek, meld):
        huidige, alle = plek.huidige(), plek.alle()
        eerder = alle[: alle.index(huidige)] if huidige in alle else alle
        if not huidige or not eerder:
            raise PubliceerError("er is geen eerdere versie om naar terug te gaan")
        commit = lees_status(huidige).get("commit") or ""
        plek.wijs(eerder[-1])
        # Without a commit nothing can be recognised as the same again.
        if commit:
            _teruggezet(plek).write_text(f"{commit}\n", encoding="utf-8")
        dag = taal.datum(omgeving.lees_peildatum(lees_status(eerder[-1])["peildatum"]))
        return (
            f"lezers zien weer de versie van {dag} ({eerder[-1].name}); wat je terugzette, wordt pas weer gepubliceerd "
            "als er iets aan veranderd is, of met --toch"
        )


def haal_weg(plek: Plek, meld: Meld) -> str:
    """Take a preview away."""
    with _alleen(plek, meld):
        plek.haal_weg()
    return f"het voorbeeld van {plek.tak} is weg"


def lees_status(release: Path) -> dict[str, Any]:
    """What a publication says of itself."""
    status: dict[str, Any] = json.loads((release / "site" / STATUS).read_bytes())
    return status


@contextmanager
def _alleen(plek: Plek, meld: Meld) -> Iterator[None]:
    """Hold the folder: two publications never meet. Whatever the system refuses is a `PubliceerError`."""
    try:
        with alleen(plek.map, WACHT, lambda: meld("Er is al een publicatie bezig; deze wacht")):
            yield
    except (MapNietVrijError, omgeving.OngeldigeOmgevingError) as fout:
        raise PubliceerError(str(fout)) from fout
    except OSError as fout:
        raise PubliceerError(f"in {plek.map} lukt het niet: {reden(fout)}") from fout


def _maak(opdracht: Opdracht, commit: str, nagekeken: Nagekeken, begin: float, meld: Meld) -> dict[str, Any]:
    """Make the site in a folder of its own, and let readers see it when it is good; return its status."""
    plek, vorige = opdracht.plek, opdracht.plek.huidige()
    plek.releases.mkdir(parents=True, exist_ok=True)
    plek.ruim_op(max(opdracht.bewaar, 1))
    bezig = Path(tempfile.mkdtemp(prefix=BEZIG, dir=plek.releases))
    try:
        bezig.chmod(0o755)
        site = bezig / "site"
        if vorige:
            _neem_programma(vorige / "site", site)
        meld("Site bouwen")
        opdracht.bouw(site, bezig / VERSLAG, plek.tak, meld)
        meld("Resultaat nakijken")
        if gevonden := bezwaren(site):
            for bezwaar in gevonden:
                meld(f"  {bezwaar}")
            raise PubliceerError("de site die gebouwd is, deugt niet; wat eraan mankeert, staat hierboven")
        eigen = overnemen.neem_over(site, plek.alle())
        (bezig / EIGEN).write_text("".join(f"{naam}\n" for naam in eigen), encoding="utf-8")
        overnemen.maak_klein(site, vorige / "site" if vorige else None)
        status = _status(site, commit, plek.tak, nagekeken, begin)
        overnemen.dateer(site, vorige / "site" if vorige else None)
        # What readers are led to must be on the disk, whatever happens to the machine a moment later.
        os.sync()
        release = plek.nieuwe(status["peildatum"], commit)
        bezig.rename(release)
        plek.wijs(release)
    finally:
        shutil.rmtree(bezig, ignore_errors=True)
    plek.ruim_op(max(opdracht.bewaar, 1))
    return status


def _neem_programma(vorige: Path, site: Path) -> None:
    """Lay the program of the browser where the build takes over what did not change: it is most of the bytes."""
    for naam in overnemen.vaste(vorige):
        if naam.startswith("bewerken/"):
            overnemen.nog_een_naam(vorige / naam, site / naam)


def _status(site: Path, commit: str, tak: str, nagekeken: Nagekeken, begin: float) -> dict[str, Any]:
    """Add to what the build wrote where this site came from, and return all of it."""
    pad = site / STATUS
    status: dict[str, Any] = json.loads(pad.read_bytes())
    status |= {
        "waarschuwingen": len(nagekeken.waarschuwingen),
        "commit": commit or None,
        "tak": tak or None,
        "gemaakt_op": clock.nu("Europe/Amsterdam").isoformat(),
        "duur_seconden": round(time.monotonic() - begin, 1),
    }
    pad.write_text(json.dumps(status, indent=2) + "\n", encoding="utf-8")
    return status


def _staat_er(plek: Plek, commit: str, peildatum: str) -> bool:
    huidige = plek.huidige()
    if not huidige:
        return False
    status = lees_status(huidige)
    return (commit, peildatum) == (status.get("commit"), status.get("peildatum"))


def _vorige(plek: Plek, commit: str) -> str:
    """The commit that readers had before this one; empty when nobody knows. Of each night the same data counts once."""
    eerder = (_commit_van(een) for een in reversed(plek.alle()))
    return next((een for een in eerder if een and een != commit), "")


def _commit_van(release: Path) -> str:
    """Of which commit a publication is; empty where it does not say, as one that an older program made."""
    try:
        return lees_status(release).get("commit") or ""
    except (OSError, ValueError):
        return ""


def _teruggezet(plek: Plek) -> Path:
    return plek.releases / TERUGGEZET


def _weiger_teruggezet(opdracht: Opdracht, commit: str) -> None:
    pad = _teruggezet(opdracht.plek)
    if commit and not opdracht.toch and pad.is_file() and pad.read_text(encoding="utf-8").strip() == commit:
        raise PubliceerError(
            f"deze versie ({commit[:12]}) is teruggezet; verander wat eraan mankeert, of publiceer met --toch"
        )
