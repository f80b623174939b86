"""Segmenten: who is A, B or C and why, whether that still holds, and whether each gets what the segment promises."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille import top as grootste
from macros.portefeuille.klantfeiten import feiten, in_beeld
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.top import Top
from macros.views.delen import namen
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.vragen import Vraagdeel, vraagkeuzes
from macros.views.segmenten.segment_aandacht import segment_aandacht
from macros.views.segmenten.segment_behandeling import Segmentdeel, segmentdelen
from macros.views.segmenten.segment_tabel import Waardetabel, waardetabellen
from macros.views.segmenten.segment_toets import Besluit, Toets, c_besluiten, toetsen
from macros.views.segmenten.waardebeeld import Waardebeeld, waardebeeld
from macros.woorden import labels, taal
from macros.woorden.labels import Label

BEGIN = "Zet in het bestand van je belangrijkste klanten segment_keuze, met een reden en een datum."
"""What to do first on a register that came from elsewhere."""


@dataclass(frozen=True, slots=True)
class Topklant:
    """One of the largest clients."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    omzet: str
    """Revenue of the year."""
    omzet_getal: int
    """The same, to sort by."""
    aandeel: str
    """Share of all revenue: "22,4%"."""
    segment: Label | None
    """Segment; None without one."""
    is_a: bool
    """Whether it is the A that a top client should be."""


@dataclass(frozen=True)
class Segmenten:
    """What `segmenten.html` may use."""

    template: ClassVar[str] = "segmenten.html"
    zin: str
    """The page in one line."""
    keuzes: tuple[Keuze, ...]
    """Filter of what asks attention, by colleague and segment."""
    aandacht: tuple[Vraagdeel, ...]
    """What the segments ask of us, the most urgent first."""
    beeld: Waardebeeld | None
    """The picture of value against risk; None while too little is known."""
    met_scores: bool
    """Whether the team works with scores."""
    delen: tuple[Segmentdeel, ...]
    """Segments that have clients, A first."""
    top_zin: str
    """80/20 in one sentence; what to fill in while no revenue is known."""
    top_noot: str
    """Whose revenue is not known; empty when all is."""
    top: tuple[Topklant, ...]
    """The largest clients, by revenue."""
    jaar: int
    """The year of which revenue counts."""
    tabellen: tuple[Waardetabel, ...]
    """What each client is worth."""
    toetsen: tuple[Toets, ...]
    """Clients that do not simply fit our criteria."""
    juist: int
    """How many do fit."""
    ongetoetst: tuple[tuple[str, str], ...]
    """Id and name of the clients that were never tested, by name."""
    c_besluiten: tuple[Besluit, ...]
    """C clients with what we decided, parked prospects among them."""


@overzicht
def segmenten(portefeuille: Portefeuille) -> Segmenten:
    """Make the register of segments."""
    alle = tuple(portefeuille.dossiers.values())
    klanten = sorted(filter(in_beeld, alle), key=lambda dossier: (dossier.naam, dossier.id))
    top = grootste.top(feiten(portefeuille))
    aandacht = segment_aandacht(klanten, top, portefeuille)
    return Segmenten(
        zin=_zin(klanten),
        keuzes=vraagkeuzes(aandacht, portefeuille),
        aandacht=aandacht,
        beeld=waardebeeld(klanten),
        met_scores=portefeuille.gedeeld.instellingen.onderdelen.scores,
        delen=tuple(segmentdelen(klanten, top, portefeuille)),
        top_zin=_top_zin(top),
        top_noot=_top_noot(top),
        top=tuple(_topklant(portefeuille.dossiers[klant.id], top) for klant in top.klanten),
        jaar=top.peiljaar,
        tabellen=waardetabellen(klanten, top.peiljaar, portefeuille),
        toetsen=toetsen(klanten),
        juist=sum(dossier.juiste_klant_stand.waarde == "juist" for dossier in klanten),
        ongetoetst=tuple((d.id, d.naam) for d in klanten if d.juiste_klant_stand.waarde is None),
        c_besluiten=c_besluiten((*klanten, *(d for d in alle if d.account.kweekvijver and d not in klanten))),
    )


def _zin(dossiers: Sequence[Dossier]) -> str:
    """Say how many clients each segment has."""
    if not dossiers:
        return "Er is nog geen klant met een contract. Een klant is één bestand in de map accounts."
    per = {segment: sum(d.segment.waarde == segment for d in dossiers) for segment in (*labels.SEGMENT, None)}
    zonder = per.pop(None)
    if not any(per.values()):
        return f"Nog geen enkele klant heeft een segment. {BEGIN}"
    tellingen = [
        f"{aantal} {segment}-{'klant' if aantal == 1 else 'klanten'}" for segment, aantal in per.items() if aantal
    ]
    nog = f" {taal.aantal(zonder, 'klant heeft', 'klanten hebben')} nog geen segment." if zonder else ""
    return f"{taal.opsomming(tellingen)}.{nog}"


def _top_zin(top: Top) -> str:
    """Say how much the largest clients bring, or what to fill in to know it."""
    if top.aandeel is None:
        return (
            f"Van geen enkele klant is de omzet over {top.peiljaar} bekend. "
            f"Vul omzet in bij je klanten: dan zie je van wie je afhankelijk bent."
        )
    aantal = taal.aantal(len(top.klanten), "klant brengt", "klanten brengen")
    deel = taal.procent(round(top.aandeel))
    return f"{aantal} {deel} van de omzet over {top.peiljaar}, op {top.lopend} klanten met een lopend contract."


def _top_noot(top: Top) -> str:
    if top.aandeel is None or not top.zonder_omzet:
        return ""
    wie = taal.aantal(top.zonder_omzet, "klant", "klanten")
    return f"Van {wie} is de omzet over {top.peiljaar} niet bekend. Dit aandeel gaat over de rest."


def _topklant(dossier: Dossier, top: Top) -> Topklant:
    omzet, segment = dossier.account.omzet[top.peiljaar], dossier.segment.waarde
    return Topklant(
        id=dossier.id,
        naam=dossier.naam,
        omzet=namen.bedrag(dossier, omzet),
        omzet_getal=omzet,
        aandeel=taal.procent(round(100 * omzet / top.omzet, 1)),
        segment=labels.SEGMENT[segment] if segment else None,
        is_a=segment == "A",
    )
