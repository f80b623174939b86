"""Overleg: the weekly talk with one colleague on one A4, and that colleague's own overview.

By client, and never a comparison of colleagues. What the client shows stands beside the account manager's own call.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from macros import taal
from macros.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille import Portefeuille
from macros.views.bespreken import Bespreek, bespreek, is_rustig, loopt_niet
from macros.views.gebeurd import Gebeurtenis, gebeurd
from macros.views.punten import Rij, alle_punten, rijen

ERNST = {"zorg": 0, "let_op": 1}
"""Which klantbeeld comes first in the talk; the others run by their next decision."""
REGELS_OP_PAPIER = 46
"""Lines of clients that fit on the A4 beside the other parts; the rest stays on the screen, counted."""
LIJST_OP_PAPIER = 5
"""Lines of the look back, and of the conversations, that fit on the A4."""
RUSTIG_OP_PAPIER = 24
"""Names of quiet clients that fit on the A4."""
CONTACT = frozenset({"contact", "kennismaking"})


@dataclass(frozen=True)
class Overleg:
    """What `overleg.html` may use."""

    template: ClassVar[str] = "overleg.html"
    stand: str
    """Why this is no ordinary talk: the colleague left, is away, or leads no client; empty otherwise."""
    sinds: date
    """First day of the look back: a week ago."""
    gebeurd: tuple[Gebeurtenis, ...]
    """What happened since, the newest first."""
    klanten: tuple[Bespreek, ...]
    """Clients to talk about: worries first, then by next decision."""
    op_papier: int
    """How many of those are printed."""
    rustig: tuple[tuple[str, str], ...]
    """Id and name of the other clients, by name."""
    week: tuple[Rij, ...]
    """Conversations that are late or due this week."""
    lijst_op_papier: int
    """How many lines of the look back, and of the conversations, are printed."""
    rustig_op_papier: int
    """How many names of quiet clients are printed."""
    werk: tuple[Rij, ...]
    """Everything else in this colleague's name that is late or due within a month."""


def overleg(portefeuille: Portefeuille, persoon: Persoon) -> Overleg:
    """Make the talk with `persoon`."""
    eigen = [d for d in portefeuille.dossiers.values() if d.account.driehoek.accountmanager == persoon.id]
    punten = [punt for punt in alle_punten(portefeuille) if punt.wie == persoon.id]
    sinds = portefeuille.peildatum - timedelta(days=portefeuille.gedeeld.instellingen.stand_week_dagen)
    terug = [feit for dossier in eigen for feit in gebeurd(dossier, sinds)]
    klanten, rustig = _klanten(eigen)
    week = [punt for punt in punten if punt.soort in CONTACT and punt.stand != "deze_maand"]
    return Overleg(
        stand=_stand(portefeuille, persoon, len(eigen)),
        sinds=sinds,
        gebeurd=tuple(sorted(terug, key=lambda feit: (-feit.dag.toordinal(), feit.klant))),
        klanten=klanten,
        op_papier=_op_papier(klanten),
        rustig=rustig,
        week=rijen(week, portefeuille),
        lijst_op_papier=LIJST_OP_PAPIER,
        rustig_op_papier=RUSTIG_OP_PAPIER,
        werk=rijen((punt for punt in punten if punt not in week), portefeuille),
    )


def _klanten(eigen: list[Dossier]) -> tuple[tuple[Bespreek, ...], tuple[tuple[str, str], ...]]:
    """Part the clients in those to talk about and the quiet ones; a quiet one without a contract is in neither."""
    paren = [(dossier, bespreek(dossier)) for dossier in eigen]
    paren.sort(
        key=lambda paar: (ERNST.get(paar[0].klantbeeld.niveau, 2), paar[1].beslissing or date.max, paar[1].klant)
    )
    stil = [(d.id, d.naam) for d, klant in paren if is_rustig(d, klant) and not loopt_niet(d)]
    return (
        tuple(klant for d, klant in paren if not is_rustig(d, klant)),
        tuple(sorted(stil, key=lambda paar: paar[1])),
    )


def _op_papier(klanten: tuple[Bespreek, ...]) -> int:
    """Count the clients that fit on the sheet; always at least one."""
    regels = 0
    for aantal, klant in enumerate(klanten):
        regels += klant.regels
        if regels > REGELS_OP_PAPIER and aantal:
            return aantal
    return len(klanten)


def _stand(portefeuille: Portefeuille, persoon: Persoon, klanten: int) -> str:
    """Say why there is no ordinary talk with this colleague."""
    hoeveel = taal.aantal(klanten, "klant", "klanten")
    if persoon.uit_dienst_op is not None and persoon.uit_dienst_op < portefeuille.peildatum:
        weg = f"{persoon.naam} werkt hier sinds {taal.datum(persoon.uit_dienst_op)} niet meer."
        if not klanten:
            return f"{weg} Er staan geen klanten meer op deze naam."
        over = f" {portefeuille.naam(persoon.vervanger)} neemt waar." if persoon.vervanger else ""
        staan = "staat" if klanten == 1 else "staan"
        return f"{weg} {hoeveel} {staan} nog op deze naam: kies een nieuwe accountmanager.{over}"
    for afwezig in persoon.afwezig:
        if afwezig.van <= portefeuille.peildatum <= afwezig.tot:
            inval = afwezig.vervanger or persoon.vervanger
            over = f" {portefeuille.naam(inval)} neemt waar." if inval else " Niemand neemt waar."
            return f"{persoon.naam} is afwezig tot en met {taal.datum(afwezig.tot)}.{over}"
    if klanten:
        return ""
    return f"{persoon.naam} is van geen enkele klant accountmanager. Wat wel op deze naam staat, vind je hieronder."
