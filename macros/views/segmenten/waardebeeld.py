"""Value against risk: every client as a point, further right the more it is worth, higher the more it worries us.

Across stands the score, or the revenue where the team does not score; down the klantbeeld, which is what the client
shows. Our own unfinished work is never mixed into a place (it stands in the words of the point). Points never overlap:
each takes the first row of its band where it fits, with its name beside it while there are few, as a bare dot when
there are many; of hundreds the dots are no links. All sizes are in units of the SVG.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantfeiten import peiljaar
from macros.woorden import labels, taal
from macros.woorden.labels import Label

BREEDTE, LINKS, STROOK, RAND = 960, 92, 150, 14
"""Width of the picture; of the names of the bands; of the strip for clients without a value; of the margins."""
TEKEN = 7.2
"""Mean width of one character of a name."""
MET_NAAM = 40
"""Up to so many points have their name beside them."""
LAAGSTE, HOOGSTE = 20, 100
"""The lowest and the highest score there can be."""


@dataclass(frozen=True, slots=True)
class Maat:
    """How large the points are."""

    straal: float
    """Radius of a point."""
    rij: float
    """Height of a row of points."""
    naam: bool
    """Whether the name stands beside it."""


RUIM, GEWOON, DICHT = Maat(9, 25, naam=True), Maat(6, 15, naam=False), Maat(4, 10, naam=False)
GEWOON_TOT = 200
"""Up to so many points are of ordinary size."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One client."""

    id: str
    x: float
    """Centre of the point, as `y`."""
    y: float
    segment: str
    """A, B, C or `geen`."""
    naam: str
    """Beside the point; empty where there are many."""
    naam_x: float
    """Where the name begins, or ends when `links`."""
    links: bool
    """Whether the name stands left of the point, at the right edge of the picture."""
    tekst: str
    """Everything the place says, in words."""


@dataclass(frozen=True, slots=True)
class Band:
    """The clients with one klantbeeld."""

    label: Label
    y: float
    """Upper edge."""
    hoogte: float
    aantal: int


@dataclass(frozen=True, slots=True)
class Lijn:
    """A mark on the axis of value, with the words under it."""

    x: float
    tekst: str


@dataclass(frozen=True)
class Waardebeeld:
    """What `waardebeeld.html` may use."""

    template: ClassVar[str] = "waardebeeld.html"
    breedte: int
    hoogte: float
    straal: float
    """Radius of the points."""
    banden: tuple[Band, ...]
    """The most serious on top."""
    lijnen: tuple[Lijn, ...]
    strook: float
    """Left edge of the strip of clients without a value; 0 when there are none."""
    punten: tuple[Punt, ...]
    """In reading order: band by band, the least worth first; none where there are too many for a link each."""
    stippen: tuple[tuple[str, str], ...]
    """Segment and path of all its points, where there are that many."""
    as_tekst: str
    """What stands across."""
    titel: str
    """The picture in one sentence."""


@dataclass(frozen=True, slots=True)
class _As:
    """How a value becomes a place."""

    waarde: Callable[[Dossier], float | None]
    plaats: Callable[[float], float]
    """Value to a number from 0 to 1."""
    lijnen: tuple[tuple[float, str], ...]
    tekst: str
    zeg: Callable[[Dossier], str]
    """The value of a client in words."""


def waardebeeld(dossiers: Sequence[Dossier]) -> Waardebeeld | None:
    """Draw these clients; None while nothing is known of their value or of what they show."""
    maatlat = _as(dossiers)
    if maatlat is None or all(dossier.klantbeeld.niveau == "onbekend" for dossier in dossiers):
        return None
    maat = RUIM if len(dossiers) <= MET_NAAM else GEWOON if len(dossiers) <= GEWOON_TOT else DICHT
    leeg = any(maatlat.waarde(dossier) is None for dossier in dossiers)
    begin = LINKS + (STROOK if leeg else 0) + RAND
    banden, punten, y = [], [], 4.0
    for niveau, label in labels.KLANTBEELD.items():
        in_band = [dossier for dossier in dossiers if dossier.klantbeeld.niveau == niveau]
        if in_band:
            gezet = list(_zet(in_band, maatlat, maat, begin, y))
            hoogte = max(max(punt.y for punt in gezet) - y + maat.rij / 2 + 6, 34)
            banden.append(Band(label, y, hoogte, len(in_band)))
            punten += gezet
            y += hoogte + 4
    return Waardebeeld(
        breedte=BREEDTE,
        hoogte=y + 38,
        straal=maat.straal,
        banden=tuple(banden),
        lijnen=tuple(Lijn(_x(deel, begin), tekst) for deel, tekst in maatlat.lijnen),
        strook=LINKS if leeg else 0,
        punten=() if maat is DICHT else tuple(punten),
        stippen=tuple(_stippen(punten)) if maat is DICHT else (),
        as_tekst=maatlat.tekst,
        titel=f"{taal.aantal(len(dossiers), 'klant', 'klanten')} naar waarde en klantbeeld",
    )


def _stippen(punten: Iterable[Punt]) -> Iterator[tuple[str, str]]:
    """Draw the points of each segment as one path: a thousand links with their words are four thousand elements."""
    straal, breed = DICHT.straal, 2 * DICHT.straal
    rond = f"a{straal:g} {straal:g} 0 1 0 {breed:g} 0a{straal:g} {straal:g} 0 1 0-{breed:g} 0"
    per_segment: dict[str, list[str]] = {}
    for punt in punten:
        per_segment.setdefault(punt.segment, []).append(f"M{punt.x - straal:g} {punt.y:g}{rond}")
    yield from ((segment, "".join(paden)) for segment, paden in per_segment.items())


def _x(deel: float, begin: float) -> float:
    """Place on the axis of a number from 0 to 1."""
    return round(begin + deel * (BREEDTE - RAND - begin), 1)


def _zet(dossiers: Iterable[Dossier], maatlat: _As, maat: Maat, begin: float, y: float) -> Iterator[Punt]:
    """Give each client the first row in which it stands free; a client without a value goes in the strip."""
    kolommen = 1 if maat.naam else int((STROOK - 2 * maat.straal) // (2 * maat.straal + 2))
    geplaatst, zonder = [], 0
    for dossier in dossiers:
        waarde = maatlat.waarde(dossier)
        if waarde is None:
            x = LINKS + RAND + maat.straal + (zonder % kolommen) * (2 * maat.straal + 2)
            zonder += 1
        else:
            x = _x(min(max(maatlat.plaats(waarde), 0), 1), begin)
        geplaatst.append((_ruimte(x, dossier.naam, maat), x, dossier))
    rijen: list[float] = []
    for (links, rechts), x, dossier in sorted(geplaatst, key=lambda plek: (plek[0][0], plek[2].naam)):
        rij = next((nummer for nummer, vrij in enumerate(rijen) if vrij <= links), len(rijen))
        rijen[rij : rij + 1] = [rechts + 2]
        midden = round(y + 6 + maat.rij * (rij + 0.5), 1)
        yield _punt(dossier, (x, midden), maat, maatlat, naam_links=links < x - maat.straal - 1)


def _ruimte(x: float, naam: str, maat: Maat) -> tuple[float, float]:
    """What a point takes from left to right; its name stands on the side where it fits."""
    lengte = 5 + TEKEN * len(naam) if maat.naam else 0
    if x + maat.straal + lengte > BREEDTE:
        return x - maat.straal - lengte, x + maat.straal
    return x - maat.straal, x + maat.straal + lengte


def _punt(dossier: Dossier, plek: tuple[float, float], maat: Maat, maatlat: _As, *, naam_links: bool) -> Punt:
    x, y = plek
    segment = dossier.segment.waarde
    zegt = (
        maatlat.zeg(dossier),
        labels.SEGMENT[segment].tekst if segment else "nog geen segment",
        f"klantbeeld {labels.KLANTBEELD[dossier.klantbeeld.niveau].tekst.lower()}",
        taal.aantal(len(dossier.huiswerk), "punt huiswerk", "punten huiswerk"),
    )
    return Punt(
        id=dossier.id,
        x=x,
        y=y,
        segment=segment or "geen",
        naam=dossier.naam if maat.naam else "",
        naam_x=x - maat.straal - 4 if naam_links else x + maat.straal + 4,
        links=naam_links,
        tekst=f"{dossier.naam}: {', '.join(zegt)}",
    )


def _as(dossiers: Sequence[Dossier]) -> _As | None:
    """The score where anybody has one, else the revenue; None when neither is known."""
    if any(dossier.score.waarde is not None for dossier in dossiers):
        return _score_as(dossiers[0])
    bedragen = [omzet for dossier in dossiers if (omzet := _omzet(dossier)) is not None]
    return _omzet_as(bedragen, dossiers[0]) if bedragen else None


def _score_as(een: Dossier) -> _As:
    drempels = een.gedeeld.segmentatie.drempels

    def plaats(score: float) -> float:
        return (score - LAAGSTE) / (HOOGSTE - LAAGSTE)

    def zeg(dossier: Dossier) -> str:
        score = dossier.score.waarde
        return "nog geen score" if score is None else f"score {taal.getal(score)}"

    lijnen = tuple((plaats(getattr(drempels, s)), f"{s} vanaf {taal.getal(getattr(drempels, s))}") for s in ("B", "A"))
    return _As(lambda dossier: dossier.score.waarde, plaats, lijnen, "Waarde: score van 20 tot en met 100", zeg)


def _omzet_as(bedragen: Sequence[int], een: Dossier) -> _As:
    """Revenue differs a hundredfold, so each step across is ten times more."""
    valuta = een.gedeeld.instellingen.valuta
    jaar = peiljaar(een.gedeeld.instellingen, een.peildatum)
    laag, hoog = floor(log10(min(bedragen))), ceil(log10(max(bedragen)))
    hoog = max(hoog, laag + 1)

    def zeg(dossier: Dossier) -> str:
        omzet = _omzet(dossier)
        return f"geen omzet over {jaar}" if omzet is None else f"omzet {taal.bedrag(omzet, valuta)}"

    machten = range(laag, hoog + 1)
    lijnen = tuple(((macht - laag) / (hoog - laag), taal.bedrag(10**macht, valuta)) for macht in machten)
    return _As(_omzet, lambda omzet: (log10(omzet) - laag) / (hoog - laag), lijnen, f"Waarde: omzet over {jaar}", zeg)


def _omzet(dossier: Dossier) -> int | None:
    """Revenue of the year that counts; None where it is not known or nothing came in."""
    omzet = dossier.account.omzet.get(peiljaar(dossier.gedeeld.instellingen, dossier.peildatum))
    return omzet if omzet is not None and omzet > 0 else None
