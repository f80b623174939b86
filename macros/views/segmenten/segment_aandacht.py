"""What the segments ask of us first: a choice, a decision, a sponsor, or a new look at a judgement that has aged.

With the criteria of a right client: how heavy each counts, who fits them, what we decided about C.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import (
    VOLDOET_NIET,
    c_besluit_gevraagd,
    criteria_onder,
    klantbesluit_gevraagd,
    segment_vervalt,
)
from macros.model.segmentatie import Criterium
from macros.portefeuille.behandeling import CONTACT, SPONSOR, behandeling
from macros.portefeuille.klantfeiten import Top
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Leeg, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, labelkolom, register
from macros.views.delen.stukken import Bij, dag, hoofdletter, klant, of
from macros.views.delen.vragen import Vraag, vraag_over
from macros.views.delen.werklijst import Deel, Werklijst, item, lijst, lijsten
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label


@overzicht
def criteria(portefeuille: Portefeuille) -> Werklijst:
    """List the criteria about the client, and those about the terms."""
    beide = portefeuille.gedeeld.criteria
    return lijsten(
        (
            _lijst(portefeuille, "Past de klant bij ons?", beide.juiste_klanten),
            _lijst(portefeuille, "Passen de voorwaarden?", beide.juiste_voorwaarden),
        )
    )


def _lijst(portefeuille: Portefeuille, titel: str, rijen: list[Criterium]) -> Deel:
    regels = [
        (True, item(rij.tekst, None, labels.ZWAARTE[rij.zwaarte].tekst, _vastgesteld(portefeuille, rij)))
        for rij in rijen
    ]
    return lijst(titel, regels, "Nog geen criteria. De directie stelt ze vast.", "")


def _vastgesteld(portefeuille: Portefeuille, criterium: Criterium) -> str:
    """Say who settled a criterion and when; empty when nobody wrote that down, as with the standard list."""
    door = f" door {portefeuille.naam(criterium.vastgesteld_door)}" if criterium.vastgesteld_door else ""
    op = f" op {taal.datum(criterium.vastgesteld_op)}" if criterium.vastgesteld_op else ""
    return f"vastgesteld{door}{op}" if door or op else ""


BESLUIT_NODIG = Label("Besluit nodig", "!", "te-laat")
ERNST = list(labels.JUISTE_KLANT)
"""Verdicts on a client, the most serious first."""


def juiste_klant(klanten: Sequence[Dossier]) -> Iterator[Inhoud]:
    """Say how many fit, list those that do not simply fit, and name those that were never tested."""
    niet = sorted((d for d in klanten if d.juiste_klant_stand.waarde in {"onjuist", "twijfel"}), key=_rang)
    juist = sum(dossier.juiste_klant_stand.waarde == "juist" for dossier in klanten)
    ongetoetst = [dossier for dossier in klanten if dossier.juiste_klant_stand.waarde is None]
    yield Tussenkop("Juiste klant, juiste voorwaarden", "juiste-klant", "juiste-klant/#juiste-klant")
    if juist or niet:
        passen = taal.aantal(juist, "klant past", "klanten passen")
        is_ = "is" if len(ongetoetst) == 1 else "zijn"
        yield Alinea(
            f"{passen} bij onze afspraken, {len(niet)} niet helemaal, {len(ongetoetst)} {is_} nog niet getoetst."
        )
    else:
        yield Leeg(
            "Nog geen enkele klant is getoetst. Geef bij juiste_klant een oordeel per criterium: dan weet je wie past, "
            "en waar je over moet beslissen."
        )
    yield register("Klanten die niet helemaal passen, de ernstigste bovenaan", TOETSKOLOMMEN, niet, naam="toets")
    if ongetoetst:
        namen = tuple(klant(dossier, "gaten") for dossier in ongetoetst)
        yield Vouw("Nog niet getoetst", Opsomming(namen, kort=True), len(namen))


def c_besluiten(dossiers: Iterable[Dossier], leeg: str) -> Iterator[Inhoud]:
    """List the C clients with what we decided, undecided first."""
    yield Tussenkop("C-klanten: houden of afscheid", "c-besluit", "segmenten/#c-besluit")
    cees = [dossier for dossier in dossiers if dossier.segment.waarde == "C"]
    cees.sort(key=lambda dossier: (dossier.account.c_besluit is not None, dossier.naam))
    yield Opsomming(tuple(map(_c_besluit, cees))) if cees else Leeg(leeg)


def _c_besluit(dossier: Dossier) -> Inhoud:
    besluit = dossier.account.c_besluit
    if besluit is None:
        return klant(dossier), BESLUIT_NODIG
    op = taal.datum(besluit.datum) if besluit.datum else ""
    return klant(dossier), labels.C_BESLUIT[besluit.besluit], Bij(": ".join(filter(None, (op, besluit.reden))))


def _rang(dossier: Dossier) -> tuple[int, bool, str]:
    stand = dossier.juiste_klant_stand.waarde or ""
    return ERNST.index(stand), not klantbesluit_gevraagd(dossier.account), dossier.naam


def _besluit(dossier: Dossier) -> Label | None:
    """What we decided; None where nothing has to be decided."""
    if klantbesluit_gevraagd(dossier.account):
        return BESLUIT_NODIG
    toets = dossier.account.juiste_klant
    return labels.JUISTE_KLANT_BESLUIT[toets.besluit] if toets and toets.besluit else None


def _getoetst_op(dossier: Dossier) -> date | None:
    return dossier.account.juiste_klant.getoetst_op if dossier.account.juiste_klant else None


def _wat_past_niet(dossier: Dossier) -> Inhoud:
    """The criteria that do not simply fit, the most serious first."""
    onder = list(criteria_onder(dossier.account, dossier.gedeeld.criteria))
    onder.sort(key=lambda deel: list(labels.CRITERIUM).index(deel[1]))
    return Opsomming(tuple((criterium.tekst, labels.CRITERIUM[oordeel]) for criterium, oordeel in onder), kort=True)


TOETSKOLOMMEN: tuple[Kolom[Dossier], ...] = (
    Kolom("Klant", lambda d: klant(d, "waarom-juiste-klant-stand"), sorteer=True),
    Kolom("Segment", lambda d: d.segment.waarde, sorteer=True, filter=True),
    labelkolom("Oordeel", lambda d: d.juiste_klant_stand.waarde, labels.JUISTE_KLANT),
    Kolom("Wat past niet", _wat_past_niet),
    Kolom("Besluit", lambda d: of(_besluit(d), "niet nodig"), sorteer=True, filter=True),
    Kolom("Getoetst", lambda d: dag(_getoetst_op(d), "geen datum"), _getoetst_op),
)


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
        yield vraag_over(
            dossier,
            "klantbesluit",
            f"Voldoet niet: {'; '.join(fout)}",
            "waarom-juiste-klant-stand",
            werk="klantbesluit",
        )
    if c_besluit_gevraagd(account, segment):
        vraag = dossier.gedeeld.segmentatie.segmenten["C"].vraag
        yield vraag_over(
            dossier, "c_besluit", vraag or "Houden, afbouwen of netjes afscheid nemen?", "gaten", werk="c_besluit"
        )
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
    elif dossier.stand(vervalt.waarde) != "op_tijd":
        vastgesteld = hoofdletter(vervalt.stappen[0].tekst)
        yield vraag_over(dossier, "nalopen", vastgesteld, "waarom-segment", vervalt.waarde, werk="segmenten")
