"""What the segments ask of us first: a choice, a decision, a sponsor, or a new look at a judgement that has aged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros import labels
from macros.afleidingen.datums import stand
from macros.afleidingen.segmentkeur import (
    VOLDOET_NIET,
    c_besluit_gevraagd,
    criteria_onder,
    klantbesluit_gevraagd,
    segment_vervalt,
)
from macros.dossier import Dossier
from macros.overzichten.behandeling import CONTACT, SPONSOR, behandeling
from macros.overzichten.top import Top, loopt
from macros.portefeuille import Portefeuille
from macros.views import namen
from macros.views.wanneer import wanneer

EERST = 10
"""Rows of one part that stand open; the rest is folded and counted."""
KOPPEN = {
    "geen_segment": ("Nog geen segment", "segmenten/#segment"),
    "klantbesluit": ("Past niet: besluit nodig", "segmenten/#juiste-klant"),
    "c_besluit": ("C-klant: houden of afscheid?", "segmenten/#c-besluit"),
    "top": ("Grote klant die geen A is", "segmenten/#top"),
    "sponsor": ("A-klant zonder sponsor", "segmenten/#behandeling"),
    "contactregels": ("A-klant zonder contactschema", "segmenten/#behandeling"),
    "nalopen": ("Segment opnieuw nalopen", "segmenten/#nalopen"),
    "ongedateerd": ("Segment zonder datum", "segmenten/#nalopen"),
}
"""Heading and rule of each kind, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Aandacht:
    """One thing that the segment of a client asks."""

    soort: str
    """Key of `KOPPEN`."""
    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    segment: str
    """A, B, C or `geen`."""
    wie: str
    """Id of the account manager."""
    wie_naam: str
    """Name of the account manager."""
    tekst: str
    """What it is about."""
    anker: str
    """Where the client page shows the facts."""
    dag: date | None
    """Day it was due; None when it has no day."""
    wanneer: str
    """How near that is."""


@dataclass(frozen=True, slots=True)
class Aandachtsdeel:
    """All clients of which the same is asked."""

    soort: str
    """Key of `KOPPEN`."""
    kop: str
    """Its heading."""
    handboek: str
    """The rule behind it, below `/handboek/`."""
    rijen: tuple[Aandacht, ...]
    """The first ones: by day, then the largest revenue."""
    rest: tuple[Aandacht, ...]
    """The others."""


def segment_aandacht(dossiers: Iterable[Dossier], top: Top, portefeuille: Portefeuille) -> tuple[Aandachtsdeel, ...]:
    """List what the segments of these clients ask, kind by kind."""
    plaatsen = {dossier.id: nummer for nummer, dossier in enumerate(top.klanten, start=1)}
    per_soort: dict[str, list[Aandacht]] = {soort: [] for soort in KOPPEN}
    for dossier in sorted(dossiers, key=lambda d: (-d.account.omzet.get(top.peiljaar, 0), d.naam)):
        for punt in _punten(dossier, plaatsen.get(dossier.id), top.peiljaar, portefeuille):
            per_soort[punt.soort].append(punt)
    delen = []
    for soort, rijen in per_soort.items():
        if rijen:
            rijen.sort(key=lambda rij: rij.dag or date.max)
            delen.append(Aandachtsdeel(soort, *KOPPEN[soort], tuple(rijen[:EERST]), tuple(rijen[EERST:])))
    return tuple(delen)


def _punten(dossier: Dossier, plaats: int | None, jaar: int, portefeuille: Portefeuille) -> Iterator[Aandacht]:
    """Everything one client asks."""
    for soort, tekst, anker, dag in (*_besluiten(dossier), *_groot(dossier, plaats, jaar), *_leeftijd(dossier)):
        yield Aandacht(
            soort=soort,
            account=dossier.id,
            klant=dossier.naam,
            segment=dossier.segment.waarde or "geen",
            wie=dossier.account.driehoek.accountmanager,
            wie_naam=portefeuille.naam(dossier.account.driehoek.accountmanager),
            tekst=tekst,
            anker=anker,
            dag=dag,
            wanneer=wanneer(dag, dossier.peildatum) if dag else "",
        )


_Vraag = tuple[str, str, str, date | None]


def _besluiten(dossier: Dossier) -> Iterator[_Vraag]:
    """What has to be chosen or decided."""
    account, segment = dossier.account, dossier.segment.waarde
    if segment is None:
        yield "geen_segment", "Kies een segment: dan weet je hoeveel aandacht deze klant krijgt", "gaten", None
    if klantbesluit_gevraagd(account):
        fout = [criterium.tekst for criterium, oordeel in criteria_onder(account, dossier.gedeeld.criteria)
                if oordeel == VOLDOET_NIET]  # fmt: skip
        yield "klantbesluit", f"Voldoet niet: {'; '.join(fout)}", "waarom-juiste-klant-stand", None
    if c_besluit_gevraagd(account, segment):
        vraag = dossier.gedeeld.segmentatie.segmenten["C"].vraag
        yield "c_besluit", vraag or "Houden, afbouwen of netjes afscheid nemen?", "gaten", None
    krijgt = behandeling(dossier)
    if SPONSOR in krijgt.tekort:
        sponsor = namen.collega(dossier, account.driehoek.directie_sponsor)
        tekst = f"{sponsor} is uit dienst: kies een ander" if krijgt.sponsor_weg else "Kies een sponsor in de directie"
        yield "sponsor", tekst, "driehoek", None
    if CONTACT in krijgt.tekort and not krijgt.regels:
        yield "contactregels", "Er zijn geen contactregels: zet er minstens één weer aan", "contact", None


def _groot(dossier: Dossier, plaats: int | None, jaar: int) -> Iterator[_Vraag]:
    if plaats is not None and dossier.segment.waarde not in (None, "A"):
        omzet = namen.bedrag(dossier, dossier.account.omzet[jaar])
        segment = labels.SEGMENT[dossier.segment.waarde or "C"].tekst
        yield "top", f"Nummer {plaats} in omzet over {jaar} ({omzet}), maar een {segment}", "waarom-segment", None


def _leeftijd(dossier: Dossier) -> Iterator[_Vraag]:
    """Whether the segment was settled too long ago, or nobody knows when."""
    vervalt = segment_vervalt(dossier.account, dossier.gedeeld.instellingen, dossier.peildatum)
    if dossier.segment.waarde is None:
        return
    if vervalt.waarde is None:
        yield "ongedateerd", "Zet een datum bij het segment: dan weet je of het nog klopt", "gaten", None
    elif stand(vervalt.waarde, dossier.peildatum, dossier.gedeeld.instellingen) != "op_tijd":
        yield "nalopen", _hoofdletter(vervalt.stappen[0].tekst), "waarom-segment", vervalt.waarde


def _hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]


def in_beeld(dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """The clients that have a segment to care about: a contract now or soon, or quiet after the last one."""
    return tuple(d for d in dossiers if loopt(d) or d.fase.waarde == "nog_niet_gestart" or d.windstilte_sinds.waarde)
