"""How contracts were decided, whether we began in time, and whether our own call was right (domain 1.6, 3.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from macros.afleidingen.canvas.canvasstand import is_verplicht
from macros.afleidingen.contract import retentie
from macros.afleidingen.contract.looptijd import Periode, perioden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import TELT, Beslissing, beslissingen, uitkomst_in
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Telling
from macros.woorden import taal

HOE = {
    "optie": "optie gelicht",
    "stilzwijgend": "vanzelf verlengd",
    "overeenkomst": "verlengd bij overeenkomst",
    "voorlopig": "vanzelf verlengd, nog niet vastgelegd",
    "opgezegd_klant": "opgezegd door de klant",
    "opgezegd_wij": "opgezegd door ons",
    "doorgegaan": "doorgegaan zonder afspraak",
    "geen_uitkomst": "nog geen uitkomst",
    "verlengd": "verlengd",
    "verlengd_beter": "verlengd, voorwaarden beter",
    "verlengd_slechter": "verlengd, voorwaarden slechter",
    "verloren": "verloren",
    "aanbesteed_gewonnen": "aanbesteding gewonnen",
    "aanbesteed_verloren": "aanbesteding verloren",
}
"""The words for how a contract was decided."""
INGESTAPT = "; ingestapt tijdens de retentiefase, telt niet mee"


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision with its client."""

    dossier: Dossier
    beslissing: Beslissing

    @property
    def telt(self) -> bool:
        """Whether this kind of contract can be renewed at all."""
        return self.beslissing.contract.soort in TELT

    @property
    def gelijk(self) -> bool | None:
        """Whether the account manager's own call was right; None without a call before it, or while it was doubt."""
        call = self.beslissing.contract.inschatting
        if not self.met_inschatting or call is None or call.verwachting == "twijfel":
            return None
        return (call.verwachting == "verlengt") == (self.beslissing.afloop == "behouden")

    @property
    def met_inschatting(self) -> bool:
        """Whether there was a dated call up to the day it was decided, and it has been decided."""
        call = self.beslissing.contract.inschatting
        return call is not None and call.op is not None and call.op <= self.beslissing.op and self.is_beslist

    @property
    def is_beslist(self) -> bool:
        """Whether it was really decided; silence and an end without outcome are no answer to a call."""
        return self.beslissing.afloop != "open" and self.beslissing.hoe != "voorlopig"


@dataclass(slots=True)
class _Onthouden:
    """The decisions of the last portfolio asked for: several parts of one page need them all."""

    portefeuille: Portefeuille | None = None
    besluiten: tuple[Besluit, ...] = ()


_LAATSTE = _Onthouden()


def besluiten(portefeuille: Portefeuille) -> tuple[Besluit, ...]:
    """List every decision about every contract, per client and by day; made once per portfolio, which is frozen."""
    if _LAATSTE.portefeuille is not portefeuille:
        _LAATSTE.besluiten = tuple(
            Besluit(dossier, beslissing)
            for dossier in portefeuille.dossiers.values()
            for stand in dossier.contracten.values()
            for beslissing in beslissingen(stand.contract, portefeuille.peildatum)
        )
        _LAATSTE.portefeuille = portefeuille
    return _LAATSTE.besluiten


def getoetst(alle: Sequence[Besluit]) -> tuple[Besluit, ...]:
    """The first decision after each call: what the call was about."""
    eerste: dict[tuple[str, str], Besluit] = {}
    for besluit in alle:
        if besluit.met_inschatting:
            eerste.setdefault((besluit.dossier.id, besluit.beslissing.contract.id), besluit)
    return tuple(eerste.values())


def verlengingsgraad(alle: Sequence[Besluit], over: Sequence[int]) -> tuple[Telling, ...]:
    """Renewed contracts over contracts that were to be decided in the year."""
    return tuple(_telling(besluit, 1) for besluit in alle if besluit.telt and besluit.beslissing.op.year in over)


def verlengde_waarde(alle: Sequence[Besluit], over: Sequence[int]) -> tuple[Telling, ...]:
    """The same by yearly value; a contract without one is left out."""
    return tuple(
        _telling(besluit, besluit.beslissing.contract.jaarwaarde)
        for besluit in alle
        if besluit.telt and besluit.beslissing.op.year in over and besluit.beslissing.contract.jaarwaarde
    )


def _telling(besluit: Besluit, gewicht: float) -> Telling:
    beslissing = besluit.beslissing
    return Telling(
        id=besluit.dossier.id,
        jaar=beslissing.op.year,
        teller=gewicht if beslissing.afloop == "behouden" else 0,
        noemer=gewicht,
        tekst=f"{HOE[beslissing.hoe]}, {taal.datum_compact(beslissing.op)}",
        contract=beslissing.contract.titel,
        anker=f"contract-{beslissing.contract.id}",
    )


def op_tijd_gestart(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Canvases begun on or before the start of the retention phase, over contracts that entered it in the year.

    Left out: contracts that need no canvas and have none, and periods that were over before we kept the client. One
    that came to us during the phase is shown and does not count, unless it says when a canvas was begun before that.
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
        begonnen = _begonnen(dossier, stand, van, tot)
        if begonnen is None and not _gevraagd(dossier, stand, periode):
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
    start = retentie.start_retentiefase(stand.contract, periode, dossier.gedeeld.instellingen).waarde
    return start if start is not None and start < periode.grens else None


def _begonnen(dossier: Dossier, stand: Contractstand, van: date, tot: date) -> date | None:
    """First day on which a canvas was begun for this period; the outcome may say so for the time before this site."""
    contract = stand.contract
    dagen = [canvas.gestart_op for canvas in dossier.account.canvassen if contract.id in canvas.contracten]
    dagen += [uitkomst.canvas_gestart_op for uitkomst in contract.uitkomsten if uitkomst.canvas_gestart_op]
    return min((dag for dag in dagen if van <= dag < tot and dag <= dossier.peildatum), default=None)


def _gevraagd(dossier: Dossier, stand: Contractstand, periode: Periode) -> bool:
    """Whether a canvas was asked, by today's segment, in a period that was not over before we kept this client."""
    sinds = dossier.account.in_beheer_sinds
    uitkomst = uitkomst_in(stand.contract, periode.start, periode.grens)
    klaar = uitkomst.datum if uitkomst else periode.eind
    if sinds is not None and klaar < sinds:
        return False
    return is_verplicht(stand, dossier.segment.waarde, dossier.gedeeld.instellingen)


def _startwoorden(begonnen: date | None, start: date) -> str:
    if begonnen is None:
        return f"geen canvas bij de start op {taal.datum_compact(start)}"
    te_laat = (begonnen - start).days
    if te_laat <= 0:
        return f"op tijd, {taal.datum_compact(begonnen)}"
    return f"{taal.aantal(te_laat, 'dag', 'dagen')} later begonnen dan afgesproken"
