"""A lesson that a client looks like, in words: what was seen where, which words matched, and what to do."""

from macros.afleidingen.canvas.lesgelijkenis import GENOTEERD, Gelijkenis, gelijkenissen
from macros.afleidingen.dossier import Dossier
from macros.load.samenhang import VOORBEELD
from macros.model.gedeeld import Actiestap
from macros.views.delen.stukken import Bij, Link, Onder
from macros.views.render import Inhoud
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


def lijkt_op(dossier: Dossier) -> tuple[Gelijkenis, ...]:
    """Every lesson that this client looks like, while there is a client to keep; what one of us recorded first."""
    if dossier.fase.waarde in NIET_MEER:
        return ()
    return tuple(gelijkenissen(dossier.account, dossier.gedeeld, dossier.canvassen, dossier.peildatum))


def les_adres(dossier: Dossier, les: str) -> str:
    """Where a lesson stands; those of the sample client have no place there, so it is the page alone."""
    return "lessen/" if dossier.id == VOORBEELD else f"lessen/#les-{les}"


def gezien(gelijk: Gelijkenis, adres: str) -> Inhoud:
    """Write which lesson it is, what was seen, why it looks like the lesson, and what was agreed or else is to do."""
    zelf = gelijk.bron == GENOTEERD
    op = f" van {taal.datum(gelijk.datum)}" if gelijk.datum else ""
    bron = f"genoteerd op {taal.datum(gelijk.datum)}" if zelf and gelijk.datum else BRONNEN[gelijk.bron] + op
    door = f". Lijkt op “{gelijk.signaal}” door: {taal.opsomming(gelijk.woorden)}" if gelijk.woorden else ""
    stappen = (gelijk.afspraak,) if gelijk.afspraak else map(stap, gelijk.les.actiestappen)
    return (
        GENOTEERD_LABEL if zelf else LIJKT_LABEL,
        Link(gelijk.les.titel, adres),
        Bij(f"“{gelijk.tekst}”, {bron}{door}"),
        *(Onder(f"→ {tekst}") for tekst in stappen),
    )


def stap(actie: Actiestap) -> str:
    """Write a step with who does it and within how many days."""
    binnen = f"binnen {taal.aantal(actie.binnen_dagen, 'dag', 'dagen')}" if actie.binnen_dagen is not None else ""
    bij = ", ".join(filter(None, (actie.wie, binnen)))
    return f"{actie.tekst} ({bij})" if bij else actie.tekst
