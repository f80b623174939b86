"""What the segments ask of us first: a choice, a decision, a sponsor, or a new look at a judgement that has aged."""

from collections.abc import Iterable, Iterator

from macros.afleidingen.contract.datums import stand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import (
    VOLDOET_NIET,
    c_besluit_gevraagd,
    criteria_onder,
    klantbesluit_gevraagd,
    segment_vervalt,
)
from macros.portefeuille.behandeling import CONTACT, SPONSOR, behandeling
from macros.portefeuille.top import Top
from macros.views.delen import namen
from macros.views.delen.vragen import Vraag, vraag_over
from macros.views.delen.wanneer import hoofdletter
from macros.woorden import labels

KOPPEN = {
    "geen_segment": ("Nog geen segment", "segmenten/#segment"),
    "klantbesluit": ("Past niet: besluit nodig", "juiste-klant/#juiste-klant"),
    "c_besluit": ("C-klant: houden of afscheid?", "segmenten/#c-besluit"),
    "top": ("Grote klant die geen A is", "segmenten/#top"),
    "sponsor": ("A-klant zonder sponsor", "segmenten/#behandeling"),
    "contactregels": ("A-klant zonder contactschema", "segmenten/#behandeling"),
    "nalopen": ("Segment opnieuw nalopen", "segmenten/#nalopen"),
    "ongedateerd": ("Segment zonder datum", "segmenten/#nalopen"),
}
"""Heading and rule of each kind, the most urgent first."""


def segment_aandacht(dossiers: Iterable[Dossier], top: Top) -> list[Vraag]:
    """List what the segments of these clients ask, kind by kind; of one day the largest client first."""
    plaatsen = {dossier.id: nummer for nummer, dossier in enumerate(top.klanten, start=1)}
    op_omzet = sorted(dossiers, key=lambda dossier: (-dossier.account.omzet.get(top.peiljaar, 0), dossier.naam))
    vragen = []
    for dossier in op_omzet:
        vragen += [*_besluiten(dossier), *_leeftijd(dossier)]
        if dossier.id in plaatsen:
            vragen += _groot(dossier, plaatsen[dossier.id], top.peiljaar)
    return vragen


def _besluiten(dossier: Dossier) -> Iterator[Vraag]:
    """What has to be chosen or decided."""
    account, segment = dossier.account, dossier.segment.waarde
    if segment is None:
        tekst = "Kies een segment: dan weet je hoeveel aandacht deze klant krijgt"
        yield vraag_over(dossier, "geen_segment", tekst, "gaten")
    if klantbesluit_gevraagd(account):
        fout = [
            criterium.tekst
            for criterium, oordeel in criteria_onder(account, dossier.gedeeld.criteria)
            if oordeel == VOLDOET_NIET
        ]
        yield vraag_over(dossier, "klantbesluit", f"Voldoet niet: {'; '.join(fout)}", "waarom-juiste-klant-stand")
    if c_besluit_gevraagd(account, segment):
        vraag = dossier.gedeeld.segmentatie.segmenten["C"].vraag
        yield vraag_over(dossier, "c_besluit", vraag or "Houden, afbouwen of netjes afscheid nemen?", "gaten")
    krijgt = behandeling(dossier)
    if SPONSOR in krijgt.tekort:
        sponsor = namen.collega(dossier, account.driehoek.directie_sponsor)
        tekst = f"{sponsor} is uit dienst: kies een ander" if krijgt.sponsor_weg else "Kies een sponsor in de directie"
        yield vraag_over(dossier, "sponsor", tekst, "driehoek")
    if CONTACT in krijgt.tekort and not krijgt.regels:
        yield vraag_over(
            dossier, "contactregels", "Er zijn geen contactregels: zet er minstens één weer aan", "contact"
        )


def _groot(dossier: Dossier, plaats: int, jaar: int) -> Iterator[Vraag]:
    segment = dossier.segment.waarde
    if segment is not None and segment != "A":
        omzet = namen.bedrag(dossier, dossier.account.omzet[jaar])
        tekst = f"Nummer {plaats} in omzet over {jaar} ({omzet}), maar een {labels.SEGMENT[segment].tekst}"
        yield vraag_over(dossier, "top", tekst, "waarom-segment")


def _leeftijd(dossier: Dossier) -> Iterator[Vraag]:
    """Whether the segment was settled too long ago, or nobody knows when."""
    instellingen = dossier.gedeeld.instellingen
    vervalt = segment_vervalt(dossier.account, instellingen, dossier.peildatum)
    if dossier.segment.waarde is None:
        return
    if vervalt.waarde is None:
        yield vraag_over(dossier, "ongedateerd", "Zet een datum bij het segment: dan weet je of het nog klopt", "gaten")
    elif stand(vervalt.waarde, dossier.peildatum, instellingen) != "op_tijd":
        vastgesteld = hoofdletter(vervalt.stappen[0].tekst)
        yield vraag_over(dossier, "nalopen", vastgesteld, "waarom-segment", vervalt.waarde)
