"""What changed at one client since the last weekly talk: in place in each part, and together with what follows."""

from __future__ import annotations

from itertools import groupby

from macros.afleidingen.dossier import Dossier
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Opsomming, Vouw
from macros.views.delen.stukken import Bij, Dag, Link
from macros.views.delen.veranderd import (
    TEKEN,
    Gewijzigd,
    Keuze,
    Los,
    Sindskeuze,
    door,
    in_delen,
    losse,
    merken,
    vanaf,
    week_terug,
)
from macros.views.render import Inhoud
from macros.woorden import taal

VERANDERD = "veranderd"
"""Id of the part; a client page has it only with a history."""
FEITEN = ("weg", "anders", "erbij", "volgorde")
"""Sentences that are marked in place; a line of the journal is a fact of its own, and what follows stands together."""


def _nieuw(dossier: Dossier) -> list[Los]:
    return losse(vanaf(dossier, week_terug(dossier)))


def gewijzigd_per_deel(dossier: Dossier) -> dict[str, tuple[Gewijzigd, ...]]:
    """The marks of facts that changed since the last talk, by the part of the page where they stand."""
    feiten = [los for los in _nieuw(dossier) if los.zin.soort in FEITEN and los.zin.waar]
    return {deel: merken(dossier, los) for deel, los in in_delen(feiten).items()}


def veranderd_in_woorden(dossier: Dossier) -> str:
    """Count what changed, for on the fold; without a change say so, for the part stands there as long as it can."""
    aantal = len(_nieuw(dossier))
    sinds = f"sinds het vorige overleg op {taal.datum_compact(week_terug(dossier))}"
    return f"{taal.aantal(aantal, 'wijziging', 'wijzigingen') if aantal else 'niets'} {sinds}"


def account_veranderd(dossier: Dossier) -> Blad:
    """List what changed since the last talk, what follows first, and fold what changed before that."""
    dag = week_terug(dossier)
    nieuw, alles = _nieuw(dossier), dossier.gedeeld.geschiedenis.van(dossier.id, dossier.peildatum)
    keuze = Sindskeuze((Keuze(dag, f"sinds het vorige overleg op {taal.datum_compact(dag)}"),), dossier.peildatum)
    eerder = [een for een in reversed(alles) if een.dag < dag]
    return Blad(
        "account-veranderd",
        (
            keuze if nieuw else None,
            merken(dossier, nieuw) if nieuw else Leeg("Sinds het vorige overleg is hier niets veranderd."),
            Vouw("Eerder", tuple(_eerder(dossier, losse(eerder))), len(eerder)) if eerder else None,
            Alinea(Link("Wat er bij andere klanten veranderde", "veranderd/"), zacht=True),
        ),
    )


def _eerder(dossier: Dossier, los: list[Los]) -> list[Inhoud]:
    """What changed before, by day with the newest first."""
    op_dag = sorted(los, key=lambda een: -een.van.dag.toordinal())
    return [
        Feiten(
            tuple(
                (
                    Dag(dag),
                    Opsomming(tuple((een.zin.tekst, Bij(f"door {door(dossier.gedeeld, een.van)}")) for een in groep)),
                )
                for dag, groep in groupby(op_dag, key=lambda een: een.van.dag)
            )
        )
    ]


def kort(dossier: Dossier) -> Link | None:
    """Say on the first screen that something changed, with the way to it; nothing when nothing did."""
    nieuw = _nieuw(dossier)
    if not nieuw:
        return None
    woorden = f"{TEKEN} {taal.aantal(len(nieuw), 'wijziging', 'wijzigingen')} sinds het vorige overleg"
    return Link(woorden, f"accounts/{dossier.id}/#{VERANDERD}")
