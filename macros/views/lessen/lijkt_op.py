"""A lesson that a client looks like, in words: what was seen where, which words matched, and what to do."""

from dataclasses import dataclass

from macros.afleidingen.canvas.lesgelijkenis import GENOTEERD, Gelijkenis, gelijkenissen
from macros.afleidingen.dossier import Dossier
from macros.load.samenhang import VOORBEELD
from macros.model.gedeeld import Actiestap
from macros.woorden import taal
from macros.woorden.labels import Label

NIET_MEER = frozenset({None, "beeindigd"})
"""Phases of a client for whom a lesson comes too late, or too early."""
GENOTEERD_LABEL = Label("Zelf gezien", "◆", "risico")
LIJKT_LABEL = Label("Lijkt op", "▲", "let-op")
BRONNEN = {
    GENOTEERD: "genoteerd",
    "contact": "signaal uit het contact",
    "wijziging": "wijziging",
    "probleem": "probleem",
    "canvas": "indicator op het canvas",
    "signaal": "signaal zonder les",
}
"""Where something was recorded, as people say it."""


@dataclass(frozen=True, slots=True)
class LijktOp:
    """One lesson that one client looks like."""

    les: str
    adres: str
    """Address of the lesson below the root of the site."""
    titel: str
    label: Label
    gezien: str
    bron: str
    signaal: str
    """The warning sign it looks like; empty for a recorded one."""
    woorden: str
    """The words that matched; empty for a recorded one."""
    stappen: tuple[str, ...]
    """What to do: what was agreed, else the steps of the lesson."""


def lijkt_op(dossier: Dossier) -> tuple[LijktOp, ...]:
    """Every lesson that this client looks like, while there is a client to keep."""
    if dossier.fase.waarde in NIET_MEER:
        return ()
    gevonden = gelijkenissen(dossier.account, dossier.gedeeld, dossier.canvassen, dossier.peildatum)
    return tuple(_in_woorden(dossier, gelijk) for gelijk in gevonden)


def les_adres(dossier: Dossier, les: str) -> str:
    """Where a lesson stands; those of the sample client have no place there, so it is the page alone."""
    return "lessen/" if dossier.id == VOORBEELD else f"lessen/#les-{les}"


def _in_woorden(dossier: Dossier, gelijk: Gelijkenis) -> LijktOp:
    op = f" van {taal.datum(gelijk.datum)}" if gelijk.datum else ""
    zelf = gelijk.bron == GENOTEERD
    return LijktOp(
        les=gelijk.les.id,
        adres=les_adres(dossier, gelijk.les.id),
        titel=gelijk.les.titel,
        label=GENOTEERD_LABEL if zelf else LIJKT_LABEL,
        gezien=gelijk.tekst,
        bron=f"genoteerd op {taal.datum(gelijk.datum)}" if zelf and gelijk.datum else BRONNEN[gelijk.bron] + op,
        signaal=gelijk.signaal,
        woorden=taal.opsomming(gelijk.woorden),
        stappen=(gelijk.afspraak,) if gelijk.afspraak else tuple(map(stap, gelijk.les.actiestappen)),
    )


def stap(actie: Actiestap) -> str:
    """Write a step with who does it and within how many days."""
    binnen = f"binnen {taal.aantal(actie.binnen_dagen, 'dag', 'dagen')}" if actie.binnen_dagen is not None else ""
    bij = ", ".join(filter(None, (actie.wie, binnen)))
    return f"{actie.tekst} ({bij})" if bij else actie.tekst
