"""What changed on one canvas since it was last looked at, box by box, for on the sheet and below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.model.canvas import Canvas
from macros.views.delen.veranderd import (
    TEKEN,
    Gewijzigd,
    Keuze,
    Los,
    Sindskeuze,
    losse,
    merken,
    vanaf,
    week_terug,
)
from macros.woorden import taal


@dataclass(frozen=True, slots=True)
class Veranderd:
    """The marks of one canvas."""

    teken: ClassVar[str] = TEKEN
    sinds: str
    """Since when, in words: "de coach las op 3 nov 2026"."""
    aantal: str
    """How many facts changed, for in the footer of the sheet; empty when none did."""
    bij: dict[str, tuple[Gewijzigd, ...]]
    """By what is marked: the id of a box, `doelen-<id>` or `acties-<id>`; the newest first."""
    verder: tuple[Gewijzigd, ...]
    """What has no place on the sheet: what went, the session, plan B."""
    keuze: Sindskeuze
    jaar: int
    """Of the peildatum: paper leaves it out behind a day."""

    def kort(self, dag: date) -> str:
        """A day as paper has room for it: "7 mrt"."""
        return taal.datum_compact(dag).removesuffix(f" {self.jaar}")

    def dag(self, plek: str) -> date | None:
        """Day of the last change of a place; None when nothing changed there."""
        return max((een.dag for een in self.bij.get(plek, ())), default=None)


def veranderd(dossier: Dossier, canvas: Canvas | None) -> Veranderd | None:
    """The marks of a canvas; None on the empty form, and where there is no history."""
    if canvas is None or not dossier.gedeeld.geschiedenis.is_er:
        return None
    keuzes = _keuzes(dossier, canvas)
    eigen = [los for los in losse(vanaf(dossier, keuzes[0].dag)) if los.zin.waar[:2] == ("canvassen", canvas.id)]
    eigen.sort(key=lambda los: -los.van.nummer)
    plekken = {f"vakken-{naam}" for naam in (vak.id for vak in dossier.gedeeld.canvas.vakken)}
    plekken |= {f"doelen-{doel.id}" for doel in canvas.doelen} | {f"acties-{actie.id}" for actie in canvas.acties}
    bij: dict[str, list[Los]] = {}
    for los in eigen:
        bij.setdefault(_plek(los) if _plek(los) in plekken else "", []).append(los)
    verder = bij.pop("", [])
    return Veranderd(
        sinds=keuzes[0].woorden,
        aantal=taal.aantal(len(eigen), "wijziging", "wijzigingen") if eigen else "",
        bij={plek.removeprefix("vakken-"): _merken(dossier, los) for plek, los in bij.items()},
        verder=_merken(dossier, verder),
        keuze=Sindskeuze(keuzes, dossier.peildatum),
        jaar=dossier.peildatum.year,
    )


def _keuzes(dossier: Dossier, canvas: Canvas) -> tuple[Keuze, ...]:
    """Since the coach read it, else since the last talk; a later one of the two can be chosen as well."""
    gelezen = canvas.coach.datum if canvas.coach else None
    overleg = week_terug(dossier)
    keuzes = []
    if gelezen and gelezen <= dossier.peildatum:
        # What changed on that day itself was read.
        keuzes.append(Keuze(gelezen + timedelta(days=1), f"sinds de coach las op {taal.datum_compact(gelezen)}"))
    if not keuzes or keuzes[0].dag < overleg:
        keuzes.append(Keuze(overleg, f"sinds het vorige overleg op {taal.datum_compact(overleg)}"))
    return tuple(keuzes)


def _plek(los: Los) -> str:
    return "-".join(map(str, los.zin.waar[2:4]))


def _merken(dossier: Dossier, los: Iterable[Los]) -> tuple[Gewijzigd, ...]:
    # The box says what it is of.
    return merken(dossier, los, lambda kop: kop.partition(" van ")[0])
