"""What each client is worth to us: its scores, the segment that follows, the segment that counts and since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import bijgesteld, segment_vervalt, waardegroep
from macros.model.segmentatie import Groep
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.wanneer import wanneer
from macros.woorden import labels
from macros.woorden.labels import Label


@dataclass(frozen=True, slots=True)
class Element:
    """One value element: a column of the table."""

    naam: str
    """Its name."""
    gewicht: int
    """How heavy it counts; together 100."""
    uitleg: tuple[tuple[int, str], ...]
    """What each score means, from low to high."""


@dataclass(frozen=True, slots=True)
class Waarderij:
    """One client."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    scores: tuple[int | None, ...]
    """Score per element, in the order of the columns; None where it was not given."""
    score: float | None
    """Sum of weight and score; None while one misses."""
    omzet: int | None
    """Revenue of the year that counts."""
    omzet_tekst: str
    """That amount; empty when it is not known."""
    segment: Label | None
    """The segment that counts."""
    berekend: str
    """The segment that the score gives, where the team chose another: A, B or C."""
    reden: str
    """Why the team chose the segment itself."""
    klantbeeld: Label
    """What the client shows."""
    klantbeeld_rang: int
    """Place of the klantbeeld, the most serious 0."""
    huiswerk: int
    """Number of things we have not done ourselves."""
    vervalt: date | None
    """Last day to settle the segment anew; None without a day."""
    wanneer: str
    """How near that is."""
    laat: bool
    """Whether that day has passed."""


@dataclass(frozen=True, slots=True)
class Waardetabel:
    """The clients of one group, which share their value elements."""

    groep: str
    """Name of the group."""
    elementen: tuple[Element, ...]
    """The columns; empty where the team does not work with scores."""
    rijen: tuple[Waarderij, ...]
    """The highest score first, then the largest revenue."""


def waardetabellen(dossiers: Sequence[Dossier], jaar: int, portefeuille: Portefeuille) -> tuple[Waardetabel, ...]:
    """Make a table for each group that has clients; one for all while the part `scores` is off."""
    segmentatie = portefeuille.gedeeld.segmentatie
    if not portefeuille.gedeeld.instellingen.onderdelen.scores:
        return (_tabel(None, dossiers, jaar),) if dossiers else ()
    per_groep: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        per_groep.setdefault(waardegroep(dossier.account, segmentatie).id, []).append(dossier)
    return tuple(_tabel(groep, per_groep[groep.id], jaar) for groep in segmentatie.groepen if groep.id in per_groep)


def _tabel(groep: Groep | None, dossiers: Iterable[Dossier], jaar: int) -> Waardetabel:
    rijen = [_rij(dossier, groep, jaar) for dossier in dossiers]
    rijen.sort(key=lambda rij: (-(rij.score or 0), -(rij.omzet or 0), rij.naam))
    elementen = groep.elementen if groep else []
    return Waardetabel(
        groep=groep.naam if groep else "",
        elementen=tuple(Element(e.naam, e.gewicht, tuple(sorted(e.uitleg_per_score.items()))) for e in elementen),
        rijen=tuple(rijen),
    )


def _rij(dossier: Dossier, groep: Groep | None, jaar: int) -> Waarderij:
    account, segment, niveau = dossier.account, dossier.segment.waarde, dossier.klantbeeld.niveau
    scores = account.waarde.scores if account.waarde else {}
    vervalt = segment_vervalt(account, dossier.gedeeld.instellingen, dossier.peildatum).waarde
    anders = bijgesteld(account, dossier.segment_berekend)
    omzet = account.omzet.get(jaar)
    return Waarderij(
        id=dossier.id,
        naam=dossier.naam,
        scores=tuple(scores.get(element.id) for element in groep.elementen) if groep else (),
        score=dossier.score.waarde,
        omzet=omzet,
        omzet_tekst=namen.bedrag(dossier, omzet),
        segment=labels.SEGMENT[segment] if segment else None,
        berekend=dossier.segment_berekend or "" if anders else "",
        reden=account.segment_keuze.reden if account.segment_keuze else "",
        klantbeeld=labels.KLANTBEELD[niveau],
        klantbeeld_rang=list(labels.KLANTBEELD).index(niveau),
        huiswerk=len(dossier.huiswerk),
        vervalt=vervalt,
        wanneer=wanneer(vervalt, dossier.peildatum) if vervalt else "",
        laat=vervalt is not None and vervalt < dossier.peildatum,
    )
