"""What each segment promises its clients beside what really happens, and who gets less."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.afleidingen.dossier import Dossier
from macros.model.segmentatie import Tevredenheid
from macros.portefeuille.behandeling import BERICHT, CIJFER, CONTACT, ONDERDELEN, SPONSOR, Behandeling, behandeling
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.top import Top
from macros.woorden import labels, taal
from macros.woorden.labels import Label

BELOFTE = {
    CONTACT: "Contactschema op tijd",
    SPONSOR: "Sponsor in de directie",
    CIJFER: "Cijfer op tijd gevraagd",
    BERICHT: "Berichten op tijd",
}
"""Words of the parts of a treatment."""
ANKER = {CONTACT: "contact", SPONSOR: "driehoek", CIJFER: "tevredenheid", BERICHT: "contact"}
"""Where the client page has the facts of each part."""
VORM = {"gesprek": "in een gesprek", "belafspraak": "aan de telefoon", "formulier": "met een formulier"}
"""How marks are asked, in words."""


@dataclass(frozen=True, slots=True)
class Belofte:
    """One part of the treatment, over all clients of the segment."""

    tekst: str
    """What is promised."""
    gehaald: int
    """Clients with whom it happens."""
    beloofd: int
    """Clients to whom it is promised."""


@dataclass(frozen=True, slots=True)
class Tekort:
    """One client that gets less than promised."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    tekst: str
    """What does not happen: "4 van 4 contactregels te laat"."""
    anker: str
    """Part of the client page with the facts."""


@dataclass(frozen=True, slots=True)
class Segmentdeel:
    """One segment: what it promises and what happens."""

    segment: Label
    """A, B or C."""
    klanten: tuple[tuple[str, str], ...]
    """Id and name of each client, by name."""
    omzet: str
    """Share of the revenue: "62% van de omzet over 2025"; empty when no revenue is known."""
    behandeling: str
    """The treatment in words of the team."""
    vraag: str
    """The question of the segment."""
    tevredenheid: str
    """How and how often marks are asked."""
    beloften: tuple[Belofte, ...]
    """The parts that at least one client is promised."""
    tekorten: tuple[Tekort, ...]
    """Who gets less, by name."""


def segmentdelen(dossiers: Sequence[Dossier], top: Top, portefeuille: Portefeuille) -> Iterator[Segmentdeel]:
    """Describe each segment that has clients; these come by name."""
    for segment, afspraken in sorted(portefeuille.gedeeld.segmentatie.segmenten.items()):
        klanten = [dossier for dossier in dossiers if dossier.segment.waarde == segment]
        if not klanten:
            continue
        krijgen = [(dossier, behandeling(dossier)) for dossier in klanten]
        yield Segmentdeel(
            segment=labels.SEGMENT[segment],
            klanten=tuple((dossier.id, dossier.naam) for dossier in klanten),
            omzet=_omzet(klanten, top),
            behandeling=afspraken.behandeling or "",
            vraag=afspraken.vraag or "",
            tevredenheid=_tevredenheid(afspraken.tevredenheid),
            beloften=tuple(_beloften([krijgt for _, krijgt in krijgen])),
            tekorten=tuple(_tekort(dossier, krijgt) for dossier, krijgt in krijgen if krijgt.tekort),
        )


def _omzet(dossiers: Sequence[Dossier], top: Top) -> str:
    """Share of the revenue of all clients with a running contract."""
    if top.omzet <= 0:
        return ""
    eigen = sum(max(dossier.account.omzet.get(top.peiljaar, 0), 0) for dossier in dossiers if loopt(dossier))
    return f"{taal.procent(round(100 * eigen / top.omzet))} van de omzet over {top.peiljaar}"


def _tevredenheid(afspraak: Tevredenheid | None) -> str:
    """Say how and how often marks are asked; empty when nothing was agreed."""
    if afspraak is None:
        return ""
    wanneer = f"elke {afspraak.elke_maanden} maanden" if afspraak.elke_maanden else "na een opdracht"
    return f"Cijfers vragen we {VORM[afspraak.vorm]}, {wanneer}"


def _beloften(krijgen: Sequence[Behandeling]) -> Iterator[Belofte]:
    for deel in ONDERDELEN:
        beloofd = [krijgt for krijgt in krijgen if deel in krijgt.gevraagd]
        if beloofd:
            yield Belofte(BELOFTE[deel], sum(deel not in krijgt.tekort for krijgt in beloofd), len(beloofd))


def _tekort(dossier: Dossier, krijgt: Behandeling) -> Tekort:
    return Tekort(
        id=dossier.id,
        naam=dossier.naam,
        tekst=taal.opsomming([_wat_mist(deel, dossier, krijgt) for deel in krijgt.tekort]),
        anker=ANKER[krijgt.tekort[0]],
    )


def _wat_mist(deel: str, dossier: Dossier, krijgt: Behandeling) -> str:
    """Say what does not happen as promised."""
    if deel == CONTACT:
        regels = taal.aantal(krijgt.regels, "contactregel", "contactregels")
        return f"{krijgt.te_laat} van {regels} te laat" if krijgt.regels else "geen contactregels"
    if deel == SPONSOR:
        return "sponsor uit dienst" if krijgt.sponsor_weg else "geen sponsor"
    if deel == CIJFER and krijgt.cijfer_uiterlijk.waarde:
        return f"cijfer te laat (uiterlijk {taal.datum(krijgt.cijfer_uiterlijk.waarde)})"
    bericht = dossier.bericht_volgende.waarde
    return f"bericht te laat (uiterlijk {taal.datum(bericht)})" if bericht else "bericht te laat"
