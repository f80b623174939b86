"""A history as `handboek geschiedenis` would write it, made by hand: for tests that need no git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from macros.model.geschiedenis import VERSIE, Geschiedenis, Moment, Verloop, Verteld, Wijziging, Zinsoort
from macros.portefeuille.portefeuille import Portefeuille

LANG = "een zin van het begin tot het eind die op geen enkel vel op één regel past en dus verder loopt"


def zin(tekst: str, *waar: str, soort: Zinsoort = "anders", wordt: date | None = None) -> Verteld:
    """One sentence."""
    return Verteld(tekst, waar, soort, wordt=wordt)


def wijziging(dag: str, *zinnen: Verteld, wie: str | None = "anouk-de-wit", nummer: int = 5) -> Wijziging:
    """What one commit changed; sentences about what follows are told apart by their kind."""
    feiten = [een for een in zinnen if een.soort not in ("datum", "stand", "werk")]
    gevolgen = [een for een in zinnen if een not in feiten]
    return Wijziging(nummer, _tijd(dag), date.fromisoformat(dag), wie, tuple(feiten), tuple(gevolgen))


def verleden(
    klanten: Mapping[str, Iterable[Wijziging]] | None = None,
    gedeeld: Iterable[Wijziging] = (),
    vorige: tuple[int, str] | None = None,
) -> Geschiedenis:
    """A history of these clients by id; `vorige` is the number and day of the last publication."""
    return Geschiedenis(
        VERSIE,
        begin=_moment(1, "2025-01-01"),
        tot=_moment(9, "2026-03-16"),
        vorige=_moment(*vorige) if vorige else None,
        gedeeld=tuple(gedeeld),
        klanten={naam: Verloop(tuple(eigen)) for naam, eigen in (klanten or {}).items()},
    )


def met_verleden(portefeuille: Portefeuille, geschiedenis: Geschiedenis) -> Portefeuille:
    """The same portfolio with a history."""
    gedeeld = replace(portefeuille.gedeeld, geschiedenis=geschiedenis)
    dossiers = {id_: replace(een, gedeeld=gedeeld) for id_, een in portefeuille.dossiers.items()}
    return replace(portefeuille, gedeeld=gedeeld, dossiers=dossiers)


def van_alles(accounts: Path) -> Geschiedenis:
    """A history in which everything on every canvas changed yesterday, and a day of every contract moved."""
    klanten = {}
    for pad in sorted(accounts.glob("*.yml")):
        klant = yaml.safe_load(pad.read_text(encoding="utf-8"))
        zinnen = list(_van_canvassen(klant))
        zinnen += [
            zin(f"De uiterste opzegdag schuift, {LANG}", "contracten", contract["id"], "opzegdeadline", soort="datum")
            for contract in klant["contracten"]
        ]
        klanten[pad.stem] = [wijziging("2026-03-15", *zinnen, nummer=6)]
    return verleden(klanten, [wijziging("2026-03-15", zin(f"Retentiefase: {LANG}", "instellingen"))])


def _van_canvassen(klant: Mapping[str, Any]) -> Iterator[Verteld]:
    for canvas in klant.get("canvassen", ()):
        plek = ("canvassen", canvas["id"])
        for vak in canvas.get("vakken", {}):
            yield zin(f"Conclusie van een vak: “{LANG}” → “{LANG}”", *plek, "vakken", vak, "conclusie")
        for soort in ("doelen", "acties"):
            for een in canvas.get(soort, ()):
                yield zin(f"Tekst van iets: “{LANG}” → “{LANG}”", *plek, soort, een["id"], "tekst")


def _tijd(dag: str) -> datetime:
    return datetime.fromisoformat(f"{dag}T12:00:00").replace(tzinfo=UTC)


def _moment(nummer: int, dag: str) -> Moment:
    return Moment("c" * 40, nummer, _tijd(dag), date.fromisoformat(dag))
