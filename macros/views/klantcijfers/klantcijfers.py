"""Klantcijfers: what clients think of our work, whether we keep the guarantee, what repair costs, who was not asked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import ERNST, GEHAALD, GESCHONDEN, HERSTEL, evaluatiestanden, nooit_gevraagd
from macros.portefeuille.cijferjaren import Cijferjaar, Herstelkosten, herstelkosten, jaren_van
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.vragen import Vraagdeel, vraagkeuzes
from macros.views.klantcijfers.cijfer_aandacht import cijfer_aandacht
from macros.views.klantcijfers.cijferbeeld import Cijferbeeld, afgerond, cijferbeeld
from macros.views.klantcijfers.cijfertabel import Cijferrij, Planrij, cijferrij, garantielabel, planrij
from macros.woorden import taal
from macros.woorden.labels import Label

ZIN = {
    GEHAALD: "op een {} of hoger",
    HERSTEL: "onder de {} met een herstelplan",
    GESCHONDEN: "onder de {} zonder plan",
}
"""States of the guarantee in the sentence at the top."""
GEEN_CIJFERS = Label("Geen cijfer in deze periode", "?", "stil")


@dataclass(frozen=True, slots=True)
class Garantietelling:
    """How many clients are in one state of the guarantee."""

    label: Label
    """The state."""
    aantal: int
    """Clients in it."""
    klanten: tuple[tuple[str, str], ...]
    """Id and name of each, by name."""


@dataclass(frozen=True, slots=True)
class Jaarrij:
    """The marks of one year."""

    jaar: int
    """The year."""
    nog_bezig: bool
    """Whether this is the year of the peildatum."""
    aantal: int
    """How many marks."""
    mediaan: str
    """The middle mark; "n.v.t." without marks."""
    gemiddelde: str
    """The average; "n.v.t." without marks."""
    spreiding: str
    """Lowest and highest: "6,5 tot 9"."""
    aandeel: str
    """Share at or above the norm: "5 van 6 (83%)"."""


@dataclass(frozen=True)
class Klantcijfers:
    """What `klantcijfers.html` may use."""

    template: ClassVar[str] = "klantcijfers.html"
    zin: str
    """The page in one line."""
    norm: str
    """The mark we guarantee: "8"."""
    maanden: int
    """Marks of so many months count for the guarantee."""
    keuzes: tuple[Keuze, ...]
    """Filter of what asks attention, by colleague and segment."""
    aandacht: tuple[Vraagdeel, ...]
    """What the marks ask of us, the most urgent first."""
    garantie: tuple[Garantietelling, ...]
    """Clients with a running contract by state, the worst first; states without clients left out."""
    beeld: Cijferbeeld | None
    """The picture of the years; None without marks."""
    jaren: tuple[Jaarrij, ...]
    """The marks per year, the latest first."""
    kosten_zin: str
    """What repair cost us, in one sentence."""
    plannen: tuple[Planrij, ...]
    """Repair plans, the latest first."""
    cijfers: tuple[Cijferrij, ...]
    """Every evaluation, the latest first."""


@overzicht
def klantcijfers(portefeuille: Portefeuille) -> Klantcijfers:
    """Make the register of marks."""
    instellingen = portefeuille.gedeeld.instellingen
    jaren = jaren_van(portefeuille)
    aandacht = cijfer_aandacht(portefeuille)
    standen = [
        (dossier, gegeven)
        for dossier in portefeuille.dossiers.values()
        for gegeven in evaluatiestanden(dossier.account.evaluaties, instellingen, portefeuille.peildatum)
    ]
    standen.sort(key=lambda paar: (-paar[1].evaluatie.datum.toordinal(), paar[0].naam))
    norm = taal.getal(instellingen.cijfer_norm)
    lopend = sorted(filter(loopt, portefeuille.dossiers.values()), key=lambda dossier: (dossier.naam, dossier.id))
    return Klantcijfers(
        zin=_zin(lopend, norm),
        norm=norm,
        maanden=instellingen.garantie_maanden,
        keuzes=vraagkeuzes(aandacht, portefeuille),
        aandacht=aandacht,
        garantie=tuple(_garantie(lopend, norm)),
        beeld=cijferbeeld(jaren, instellingen.cijfer_norm),
        jaren=tuple(_jaar(jaar, portefeuille.peildatum.year) for jaar in jaren),
        kosten_zin=_kosten_zin(herstelkosten(portefeuille), instellingen.valuta),
        plannen=tuple(
            planrij(dossier, gegeven, gegeven.evaluatie.herstelplan, norm)
            for dossier, gegeven in standen
            if gegeven.evaluatie.herstelplan
        ),
        cijfers=tuple(cijferrij(dossier, gegeven, norm) for dossier, gegeven in standen),
    )


def _zin(lopend: Sequence[Dossier], norm: str) -> str:
    """Say how the guarantee stands; or that nobody was asked yet."""
    if not lopend:
        return "Er loopt geen contract, dus er is niemand om een cijfer te vragen."
    nooit = sum(nooit_gevraagd(dossier.account.evaluaties, dossier.peildatum) for dossier in lopend)
    if nooit == len(lopend):
        return "Er is nog nooit een cijfer gevraagd. Vraag er een na de volgende opdracht: dan weet je wat beter moet."
    standen = Counter(dossier.garantie.waarde for dossier in lopend)
    delen = [f"{standen[stand]} {woorden.format(norm)}" for stand, woorden in ZIN.items() if standen[stand]]
    gevraagd = f" Aan {taal.aantal(nooit, 'klant', 'klanten')} is nog nooit een cijfer gevraagd." if nooit else ""
    kop = f"Van {taal.aantal(len(lopend), 'klant', 'klanten')} met een lopend contract"
    return (
        f"{kop} zitten er {taal.opsomming(delen)}.{gevraagd}" if delen else f"{kop} gaf niemand een cijfer.{gevraagd}"
    )


def _garantie(lopend: Sequence[Dossier], norm: str) -> Iterator[Garantietelling]:
    """Count the clients in each state; those without a mark in the period come last."""
    for stand in (*ERNST, None):
        klanten = [dossier for dossier in lopend if dossier.garantie.waarde == stand]
        if klanten:
            label = garantielabel(stand, norm) if stand else GEEN_CIJFERS
            yield Garantietelling(label, len(klanten), tuple((d.id, d.naam) for d in klanten))


def _jaar(jaar: Cijferjaar, dit_jaar: int) -> Jaarrij:
    aantal = len(jaar.cijfers)
    laag, hoog = (taal.getal(jaar.cijfers[0]), taal.getal(jaar.cijfers[-1])) if aantal else ("", "")
    return Jaarrij(
        jaar=jaar.jaar,
        nog_bezig=jaar.jaar == dit_jaar,
        aantal=aantal,
        mediaan=afgerond(jaar.mediaan),
        gemiddelde=afgerond(jaar.gemiddelde),
        spreiding=laag if laag == hoog else f"{laag} tot {hoog}",
        aandeel="n.v.t."
        if jaar.aandeel is None
        else f"{jaar.op_norm} van {aantal} ({taal.procent(round(jaar.aandeel))})",
    )


def _kosten_zin(kosten: Herstelkosten, valuta: str) -> str:
    if not kosten.plannen:
        return "Er is nog geen herstelplan gemaakt."
    plannen = taal.aantal(kosten.plannen, "herstelplan", "herstelplannen")
    if kosten.zonder_bedrag == kosten.plannen:
        return f"{plannen}; wat ze ons kostten, is nog niet ingevuld."
    zonder = f" Van {kosten.zonder_bedrag} is het bedrag niet ingevuld." if kosten.zonder_bedrag else ""
    return f"{plannen}, samen {taal.bedrag(kosten.bedrag, valuta)} op onze kosten.{zonder}"
