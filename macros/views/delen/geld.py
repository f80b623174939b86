"""What a client is worth a year, as every list of clients shows it: what runs, and under it what is at stake."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.inzet import Inzet, inzet
from macros.portefeuille.prognose import waarde
from macros.views.delen import namen
from macros.views.delen.register import Gegeven, Kolom
from macros.views.delen.stukken import Bij, Zacht
from macros.views.delen.tabel import bedraggegeven
from macros.views.render import Inhoud
from macros.woorden import taal

T = TypeVar("T")
JAARWAARDE = "Jaarwaarde"


def jaarwaardekolom(dossier_van: Callable[[T], Dossier]) -> Kolom[T]:
    """Make the column: yearly value of the running contracts; small, what of it is lost and what is soon decided."""

    def cel(rij: T) -> Inhoud:
        return jaarwaarde(inzet(dossier_van(rij)))

    gegevens: tuple[Gegeven[T], ...] = (
        bedraggegeven(
            "jaarwaarde", lambda rij: inzet(dossier_van(rij)).loopt or None, "waarde per jaar van wat nu loopt"
        ),
        bedraggegeven(
            "te_beslissen", lambda rij: inzet(dossier_van(rij)).te_beslissen or None, "wat daarvan te beslissen is"
        ),
        bedraggegeven(
            "al_verloren", lambda rij: inzet(dossier_van(rij)).verloren or None, "wat daarvan al verloren is"
        ),
    )
    return Kolom(JAARWAARDE, cel, lambda rij: inzet(dossier_van(rij)).loopt or None, getal=True, gegevens=gegevens)


def jaarwaarde(geld: Inzet) -> Inhoud:
    """Return the amount of one client, with what of it is at stake where that is not all of it on one day.

    In words where there is no amount.
    """
    zonder = f"{geld.zonder_waarde} zonder bedrag" if geld.zonder_waarde and geld.loopt else None
    loopt = namen.bedrag(geld.dossier, geld.loopt) if geld.loopt else Zacht(_geen(geld))
    verloren = f"{namen.bedrag(geld.dossier, geld.verloren)} al verloren" if geld.verloren else None
    return loopt, *(Bij(deel) for deel in (verloren, *_deel_te_beslissen(geld), zonder) if deel)


def _deel_te_beslissen(geld: Inzet) -> tuple[str, ...]:
    """Say what is decided when, as the client page does; nothing when all that runs is decided on one day."""
    eerst = min((kans.op for kans in geld.kansen if kans.waarde), default=None)
    if eerst is None:
        return ()
    dan = waarde(kans for kans in geld.kansen if kans.op == eerst)
    bedrag = f"{namen.bedrag(geld.dossier, dan)} te beslissen"
    eerder = _eerder(geld.dossier, eerst)
    if geld.te_beslissen != dan:
        return bedrag, f"op {taal.datum_compact(eerst)}, de rest later", *eerder
    if eerder:
        return bedrag, f"op {taal.datum_compact(eerst)}", *eerder
    return (bedrag,) if dan != geld.loopt else ()


def _eerder(dossier: Dossier, eerst: date) -> tuple[str, ...]:
    """Say why the beslismoment of the client comes before the first amount: a project is no yearly value."""
    dag = dossier.beslismoment.waarde
    if dag is None or dag >= eerst:
        return ()
    soorten = {stand.contract.soort for stand in dossier.contracten.values() if stand.beslismoment.waarde == dag}
    wat = "het project" if soorten == {"project"} else "wat geen bedrag heeft"
    return f"{wat}, van {taal.datum_compact(dag)},", "telt hier niet mee"


def op_het_spel(geld: Inzet) -> tuple[str, ...]:
    """Say what is lost and what comes to a decision, each with its amount; nothing where there is none."""
    delen = ((geld.verloren, "al verloren"), (geld.te_beslissen, "te beslissen"))
    return tuple(f"{namen.bedrag(geld.dossier, waarde)} {woord}" for waarde, woord in delen if waarde)


def _geen(geld: Inzet) -> str:
    return "niet ingevuld" if geld.zonder_waarde else "nog niets"
