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
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.top import Top
from macros.views.delen import namen
from macros.views.delen.vragen import Vraag, Vraagdeel, Vrager, vraagdelen
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


def segment_aandacht(dossiers: Iterable[Dossier], top: Top, portefeuille: Portefeuille) -> tuple[Vraagdeel, ...]:
    """List what the segments of these clients ask, kind by kind; of one day the largest client first."""
    plaatsen = {dossier.id: nummer for nummer, dossier in enumerate(top.klanten, start=1)}
    op_omzet = sorted(dossiers, key=lambda dossier: (-dossier.account.omzet.get(top.peiljaar, 0), dossier.naam))
    vragen = []
    for dossier in op_omzet:
        vrager = Vrager(dossier, portefeuille)
        vragen += [*_besluiten(vrager), *_leeftijd(vrager)]
        if dossier.id in plaatsen:
            vragen += _groot(vrager, plaatsen[dossier.id], top.peiljaar)
    return vraagdelen(vragen, KOPPEN)


def _besluiten(vrager: Vrager) -> Iterator[Vraag]:
    """What has to be chosen or decided."""
    dossier = vrager.dossier
    account, segment = dossier.account, dossier.segment.waarde
    if segment is None:
        yield vrager.vraag("geen_segment", "Kies een segment: dan weet je hoeveel aandacht deze klant krijgt", "gaten")
    if klantbesluit_gevraagd(account):
        fout = [
            criterium.tekst
            for criterium, oordeel in criteria_onder(account, dossier.gedeeld.criteria)
            if oordeel == VOLDOET_NIET
        ]
        yield vrager.vraag("klantbesluit", f"Voldoet niet: {'; '.join(fout)}", "waarom-juiste-klant-stand")
    if c_besluit_gevraagd(account, segment):
        vraag = dossier.gedeeld.segmentatie.segmenten["C"].vraag
        yield vrager.vraag("c_besluit", vraag or "Houden, afbouwen of netjes afscheid nemen?", "gaten")
    krijgt = behandeling(dossier)
    if SPONSOR in krijgt.tekort:
        sponsor = namen.collega(dossier, account.driehoek.directie_sponsor)
        tekst = f"{sponsor} is uit dienst: kies een ander" if krijgt.sponsor_weg else "Kies een sponsor in de directie"
        yield vrager.vraag("sponsor", tekst, "driehoek")
    if CONTACT in krijgt.tekort and not krijgt.regels:
        yield vrager.vraag("contactregels", "Er zijn geen contactregels: zet er minstens één weer aan", "contact")


def _groot(vrager: Vrager, plaats: int, jaar: int) -> Iterator[Vraag]:
    dossier = vrager.dossier
    segment = dossier.segment.waarde
    if segment is not None and segment != "A":
        omzet = namen.bedrag(dossier, dossier.account.omzet[jaar])
        tekst = f"Nummer {plaats} in omzet over {jaar} ({omzet}), maar een {labels.SEGMENT[segment].tekst}"
        yield vrager.vraag("top", tekst, "waarom-segment")


def _leeftijd(vrager: Vrager) -> Iterator[Vraag]:
    """Whether the segment was settled too long ago, or nobody knows when."""
    dossier = vrager.dossier
    instellingen = dossier.gedeeld.instellingen
    vervalt = segment_vervalt(dossier.account, instellingen, dossier.peildatum)
    if dossier.segment.waarde is None:
        return
    if vervalt.waarde is None:
        yield vrager.vraag("ongedateerd", "Zet een datum bij het segment: dan weet je of het nog klopt", "gaten")
    elif stand(vervalt.waarde, dossier.peildatum, instellingen) != "op_tijd":
        vastgesteld = hoofdletter(vervalt.stappen[0].tekst)
        yield vrager.vraag("nalopen", vastgesteld, "waarom-segment", vervalt.waarde)
