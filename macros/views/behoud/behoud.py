"""Behoud in één oogopslag: every figure as a tile with its years as bars; each leads to its formula and its rows.

Below them why clients stay and leave, as written, and how contracts were decided.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.load.velden import velden_van
from macros.model.instellingen import Onderdelen
from macros.portefeuille.besluiten import HOE, Vertrek, aflopen, besluiten, pijlers, vertrekken
from macros.portefeuille.klantfeiten import feiten, loopt, top
from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.behoud.antwoord import antwoord
from macros.views.behoud.behoud_cijfers import Blok, Getal, blokken, jaarkoppen
from macros.views.behoud.retentiefactor import vraagt_waarom
from macros.views.behoud.rijm import rijm
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Naast, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Aaneen, Bij, Dag, Link, hoofdletter, klant
from macros.views.render import Inhoud
from macros.woorden import labels, taal

PIJLERS = {"verwachtingen": "Verwachtingen", "web_of_influence": "Relaties", "expertise": "Vakkennis"}
"""The pillars of a look back, in the words of the handbook."""
HOOGSTENS = 10
"""Reasons to stay that are written out; the table of the retention factor has them all."""


@overzicht
def klantredenen(portefeuille: Portefeuille) -> Blad:
    """Collect why clients stay and why they leave."""
    over = jaren(portefeuille)
    verloren = [vertrek for vertrek in vertrekken(besluiten(portefeuille)) if vertrek.op.year in over]
    mis = pijlers(portefeuille)
    titels = {les.id: les.titel for les in portefeuille.gedeeld.lessen.lessen}
    return Blad(
        "klantredenen",
        (
            Tussenkop("Waarom klanten blijven", "blijven", niveau=3),
            *_blijvers(sorted(filter(loopt, portefeuille.dossiers.values()), key=_rang)),
            Tussenkop("Waarom klanten vertrekken", "vertrekken", niveau=3),
            Opsomming(tuple(_vertrek(vertrek, titels) for vertrek in verloren))
            if verloren
            else Leeg("In deze jaren is geen opzegging of verloren aanbesteding vastgelegd."),
            Tussenkop("Waar het misging, volgens de terugblikken", "pijlers", "terugblik/#terugblik", niveau=3),
            Naast(tuple(_pijler(PIJLERS[pijler], regels) for pijler, regels in mis.items()))
            if any(mis.values())
            else Leeg("Er is nog geen terugblik gehouden. Na een opzegging vraag je de klant waar het misging."),
            Vouw("Hoe contracten afliepen", _aflopen(portefeuille, over), anker="afloop"),
        ),
    )


def _rang(dossier: Dossier) -> tuple[int, str]:
    """A first, a client without a segment last, then by name."""
    segmenten = list(labels.SEGMENT)
    segment = dossier.segment.waarde
    return segmenten.index(segment) if segment else len(segmenten), dossier.naam


def _blijvers(klanten: Sequence[Dossier]) -> Iterator[Inhoud]:
    """Why clients with a running contract stay; those who were never asked are counted behind them."""
    redenen = [(klant(d), d.account.waarom_klant_blijft) for d in klanten if d.account.waarom_klant_blijft]
    zonder = [klant(dossier) for dossier in klanten if vraagt_waarom(dossier)]
    if not redenen:
        yield Leeg(
            "Bij geen enkele klant staat waarom die blijft. Vraag het eerst aan je A-klanten, "
            "en schrijf het bij de klant op."
        )
        return
    yield Feiten(tuple(redenen[:HOOGSTENS]))
    if meer := len(redenen[HOOGSTENS:]):
        zin = (f"Nog {meer} redenen staan bij de ", Link("retentiefactor", "behoud/formules/#retentiefactor"), ".")
        yield Alinea(Aaneen(zin), zacht=True)
    if zonder:
        yield Vouw("Nog vragen waarom", Opsomming(tuple(zonder), kort=True), len(zonder))


def _vertrek(vertrek: Vertrek, titels: dict[str, str]) -> Inhoud:
    """One contract that was lost, with the reason as it was given and the lessons that came from it."""
    lessen = vertrek.verslag.lessen if vertrek.verslag else []
    return (
        Dag(vertrek.op),
        klant(vertrek.dossier, f"contract-{vertrek.contract.id}"),
        f"{vertrek.contract.titel}: {HOE[vertrek.hoe]}",
        Bij(
            taal.met_punten(
                vertrek.reden or "geen reden vastgelegd",
                "terugblik gehouden" if vertrek.verslag else None,
                *(f"les: {titels[les]}" for les in lessen if les in titels),
            )
        ),
    )


def _pijler(naam: str, regels: Sequence[tuple[Dossier, str]]) -> Inhoud:
    return (
        Tussenkop(naam, bij=str(len(regels)), niveau=4),
        Opsomming(tuple((tekst, Bij(klant(dossier, "tevredenheid"))) for dossier, tekst in regels))
        if regels
        else Leeg("Nooit genoemd."),
    )


def _aflopen(portefeuille: Portefeuille, over: Sequence[int]) -> Inhoud:
    """Count each way in the years shown; one that does not occur in them is left out."""
    tellingen = aflopen(besluiten(portefeuille))
    rijen = [(tekst, tellingen.get(hoe, Counter())) for hoe, tekst in HOE.items()]
    return register(
        Aaneen(
            (
                "Aantal contracten per afloop; de contracten staan bij ",
                Link("Verlengingsgraad", "behoud/formules/#verlengingsgraad"),
            )
        ),
        (Kolom("Afloop", lambda rij: hoofdletter(rij[0])), *(_afloopkolom(jaar) for jaar in over)),
        [rij for rij in rijen if any(rij[1][jaar] for jaar in over)],
        leeg="In deze jaren is geen contract beslist.",
        kaarten=False,
        passend=True,
    )


def _afloopkolom(jaar: int) -> Kolom[tuple[str, Counter[int]]]:
    return Kolom(str(jaar), lambda rij: rij[1][jaar] or "–", getal=True)


HOOGTE, BOVEN, STAP = 46, 12, 36
"""Height of the highest bar, the room above it for its value, and the width of one year in the picture."""
HOOGST = 150
"""A share above this percentage is drawn as if it were this; the table has the figure."""


@dataclass(frozen=True, slots=True)
class Staaf:
    """One year in the picture of a tile."""

    x: int
    y: float
    """Top; the foot is at the bottom."""
    hoogte: float
    waarde: str
    """The percentage; empty when the year has no figure, which is no zero."""
    jaar: str
    """Its last two digits."""
    gekozen: bool
    """Whether it is the year of the tile."""


@dataclass(frozen=True, slots=True)
class Tegel:
    """One figure."""

    id: str
    doel: str
    """Where its formula stands; of a part that may be off only the page, for an example may have it on."""
    titel: str
    formule: str
    """What it counts, in one line."""
    jaar: str
    """The year of the figures; the present one says up to when."""
    getallen: tuple[Getal, ...]
    """Empty while nothing is kept."""
    leeg: str
    """What to write down first; empty when there are figures."""
    staven: tuple[Staaf, ...]
    """The first figure over the years."""
    beeld: str
    """The bars in words."""
    lijn: float
    """Height at which a hundred percent lies."""
    breedte: int
    hoogte: int


@dataclass(frozen=True)
class Behoud:
    """What `behoud.html` may use."""

    template: ClassVar[str] = "behoud.html"
    antwoord: str
    """Whether we keep our clients; empty while nothing is kept."""
    tegels: tuple[Tegel, ...]
    """In the order of the handbook."""
    rijm: str
    """How revenue retention and renewal rate go together; empty while no revenue is known."""
    top: str
    """How much the largest clients bring; empty while no revenue is known."""


@overzicht
def behoud(portefeuille: Portefeuille) -> Behoud:
    """Make the tiles of all figures."""
    koppen = jaarkoppen(portefeuille)
    tegels = tuple(_tegel(blok, koppen) for blok in blokken(portefeuille))
    return Behoud(antwoord(portefeuille), tegels, rijm(portefeuille), _top(portefeuille))


def _tegel(blok: Blok, koppen: tuple[str, ...]) -> Tegel:
    procenten = [getallen[0].procent for getallen in blok.groepen[0].jaren] if blok.groepen else []
    schaal = min(max(100, *(procent or 0 for procent in procenten), 0), HOOGST)

    def boven(procent: float) -> float:
        return round(BOVEN + HOOGTE * (1 - min(procent, schaal) / schaal), 1)

    staven = []
    for nummer, procent in enumerate(procenten):
        y = boven(procent or 0)
        waarde = "" if procent is None else taal.procent(round(procent))
        hoogte = round(BOVEN + HOOGTE - y, 1)
        staven.append(Staaf(STAP * nummer, y, hoogte, waarde, koppen[nummer][2:4], nummer == blok.jaar))
    return Tegel(
        id=blok.cijfer.id,
        doel="behoud/formules/" + ("" if blok.cijfer.id in velden_van(Onderdelen) else f"#{blok.cijfer.id}"),
        titel=blok.cijfer.titel,
        formule=blok.cijfer.formule,
        jaar=koppen[blok.jaar],
        getallen=blok.groepen[0].jaren[blok.jaar] if blok.groepen else (),
        leeg=blok.cijfer.leeg,
        staven=tuple(staven),
        beeld=", ".join(f"{kop}: {staaf.waarde or 'geen cijfer'}" for kop, staaf in zip(koppen, staven, strict=False)),
        lijn=boven(100),
        breedte=STAP * len(koppen),
        hoogte=BOVEN + HOOGTE,
    )


def _top(portefeuille: Portefeuille) -> str:
    """Say how dependent we are on the largest clients."""
    grootste = top(feiten(portefeuille))
    if grootste.aandeel is None:
        return ""
    wie = taal.aantal(len(grootste.klanten), "grootste klant brengt", "grootste klanten brengen")
    return f"{wie} {taal.procent(round(grootste.aandeel))} van de omzet over {grootste.peiljaar}."
