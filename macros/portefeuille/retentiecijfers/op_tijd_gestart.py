"""Op tijd gestart: canvases begun in time, over contracts that entered the retention phase in the year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from macros.afleidingen.canvas.canvasstand import is_verplicht
from macros.afleidingen.contract import fasen
from macros.afleidingen.contract.looptijd import Periode, jaarwaarde_op, perioden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import uitkomst_in
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling
from macros.woorden import taal

LEEG = "Er is nog geen Retentiecanvas. Begin er een bij een klant in de retentiefase: dan telt de startdag."
INGESTAPT = "; ingestapt tijdens de retentiefase, telt niet mee"


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Count the contracts; while there is no canvas at all, a zero says nothing."""
    canvassen = any(dossier.account.canvassen for dossier in portefeuille.dossiers.values())
    return Retentiecijfer(
        id="op-tijd-gestart",
        titel="Op tijd gestart",
        formule="canvassen die op tijd begonnen, gedeeld door contracten die in dat jaar de retentiefase ingingen",
        maten=(Maat("", op_tijd_gestart(portefeuille, over)),),
        leeg="" if canvassen else LEEG,
    )


def op_tijd_gestart(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Canvases begun on or before the start of the retention phase, over contracts that entered it in the year.

    Left out: contracts that need no canvas, also when one was made, and periods that were over before we kept the
    client, unless they say when a canvas was begun. One that came to us during the phase is shown and does not count,
    unless it says when a canvas was begun before that.
    """
    return tuple(
        telling
        for dossier in portefeuille.dossiers.values()
        for stand in dossier.contracten.values()
        for telling in _starts(dossier, stand)
        if telling.jaar in over
    )


def _starts(dossier: Dossier, stand: Contractstand) -> Iterator[Telling]:
    contract, peildatum = stand.contract, dossier.peildatum
    alle = perioden(contract, peildatum)
    randen = [date.min, *(periode.start for periode in alle[1:]), date.max]
    # Without a period there is one stretch left over, from the beginning to the end of time.
    for periode, (van, tot) in zip(alle, pairwise(randen), strict=bool(alle)):
        start = _start(stand, periode, dossier, laatste=periode is alle[-1])
        if start is None or start > peildatum or (contract.opzegging and contract.opzegging.ontvangen_op < start):
            continue
        # By today's segment and the price of then.
        toen = replace(stand, jaarwaarde=jaarwaarde_op(contract, periode.eind))
        if not is_verplicht(toen, dossier.segment.waarde, dossier.gedeeld.instellingen):
            continue
        begonnen = _begonnen(dossier, stand, van, tot)
        if begonnen is None and _van_voor_ons(dossier, stand, periode):
            continue
        ingestapt = _ingestapt(dossier, start, begonnen)
        yield Telling(
            id=dossier.id,
            jaar=start.year,
            teller=float(not ingestapt and begonnen is not None and begonnen <= start),
            noemer=float(not ingestapt),
            tekst=_startwoorden(begonnen, start) + (INGESTAPT if ingestapt else ""),
            contract=contract.titel,
            anker=f"contract-{contract.id}",
        )


def _ingestapt(dossier: Dossier, start: date, begonnen: date | None) -> bool:
    """Whether the client came to us during the phase, and nobody began before that: then nobody was late."""
    sinds = dossier.account.in_beheer_sinds
    return sinds is not None and sinds > start and (begonnen is None or begonnen >= sinds)


def _start(stand: Contractstand, periode: Periode, dossier: Dossier, *, laatste: bool) -> date | None:
    """First day of the retention phase of a period; one chosen by hand is about the present period."""
    if laatste:
        return stand.start_retentiefase.waarde
    start = fasen.start_retentiefase(stand.contract, periode, dossier.gedeeld.instellingen).waarde
    return start if start is not None and start < periode.grens else None


def _begonnen(dossier: Dossier, stand: Contractstand, van: date, tot: date) -> date | None:
    """First day on which a canvas was begun for this period; the outcome may say so for the time before this site."""
    contract = stand.contract
    dagen = [canvas.gestart_op for canvas in dossier.account.canvassen if contract.id in canvas.contracten]
    dagen += [uitkomst.canvas_gestart_op for uitkomst in contract.uitkomsten if uitkomst.canvas_gestart_op]
    return min((dag for dag in dagen if van <= dag < tot and dag <= dossier.peildatum), default=None)


def _van_voor_ons(dossier: Dossier, stand: Contractstand, periode: Periode) -> bool:
    """Whether a period was over before we kept this client."""
    sinds = dossier.account.in_beheer_sinds
    uitkomst = uitkomst_in(stand.contract, periode.start, periode.grens)
    return sinds is not None and (uitkomst.datum if uitkomst else periode.eind) < sinds


def _startwoorden(begonnen: date | None, start: date) -> str:
    if begonnen is None:
        return f"geen canvas bij de start op {taal.datum_compact(start)}"
    te_laat = (begonnen - start).days
    if te_laat <= 0:
        return f"op tijd, {taal.datum_compact(begonnen)}"
    return f"{taal.aantal(te_laat, 'dag', 'dagen')} later begonnen dan afgesproken"
