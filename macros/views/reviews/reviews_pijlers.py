"""What the fresh looks said: the three pillars over the years, and the conclusions of each client.

A reviewer reads the conclusions here before a talk; the printed question sheet has none. The lowest score stands first,
because that is where something must be done; it is a list of clients, never of people.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.blikken import PIJLERS, Collegas, blikken, collegiaal, op_naam, pijler
from macros.model.review import Fresheyes
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal

NAMEN = {"verwachtingen": "Verwachtingen", "relaties": "Relaties", "expertise": "Vakkennis"}
"""The pillars as people say them."""
HOOGSTE = 5
"""The best score."""
STAP, HOOGTE = 14, 3
"""Size of the little line: between two looks, and between two scores."""


@dataclass(frozen=True, slots=True)
class Verloop:
    """One pillar of one client over its looks."""

    tekst: str
    """The scores, the oldest first: "3 → 4"; empty without any."""
    laatste: int | None
    """The latest score, 1 to 5."""
    lijn: str
    """Points of the line of two or more scores; empty otherwise."""
    breedte: int


@dataclass(frozen=True, slots=True)
class Blik:
    """One look that was held."""

    op: date
    bij: str
    conclusies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Klant:
    """One client that somebody looked at."""

    account: str
    klant: str
    laatste: date
    """Day of the latest look."""
    soort: str
    verlopen: tuple[Verloop, ...]
    blikken: tuple[Blik, ...]
    """Every look, the latest first."""


@dataclass(frozen=True, slots=True)
class Jaar:
    """The looks of one calendar year."""

    jaar: int
    van_buiten: int
    collegiaal: int
    gemiddelden: tuple[str, ...]
    """Average score on each pillar with one decimal; empty where nobody gave a score."""


@dataclass(frozen=True)
class ReviewsPijlers:
    """What `reviews_pijlers.html` may use."""

    template: ClassVar[str] = "reviews_pijlers.html"
    pijlers: tuple[str, ...]
    klanten: tuple[Klant, ...]
    """Clients with a look, the lowest latest score first."""
    jaren: tuple[Jaar, ...]
    """The latest year first."""
    zonder: int


def reviews_pijlers(portefeuille: Portefeuille) -> ReviewsPijlers:
    """Make the results on the three pillars; a client that wants no mention counts, but has no row."""
    gehouden = {d.id: blikken(d.account, d.peildatum).gehouden for d in portefeuille.dossiers.values()}
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    dossiers = [d for d in portefeuille.dossiers.values() if gehouden[d.id]]
    klanten = [_klant(dossier, gehouden[dossier.id], collegas) for dossier in dossiers if not dossier.verborgen]
    lopend = (d for d in portefeuille.dossiers.values() if d.fresheyes_vervalt.waarde)
    return ReviewsPijlers(
        pijlers=tuple(NAMEN.values()),
        klanten=tuple(sorted(klanten, key=lambda klant: (_laagste(klant), klant.klant))),
        jaren=_jaren((blik for rij in gehouden.values() for blik in rij), collegas),
        zonder=sum(not gehouden[dossier.id] for dossier in lopend),
    )


def _laagste(klant: Klant) -> int:
    return min((v.laatste for v in klant.verlopen if v.laatste is not None), default=HOOGSTE + 1)


def _klant(dossier: Dossier, gehouden: Sequence[Fresheyes], collegas: Collegas) -> Klant:
    rijen = tuple(_blik(dossier, blik, collegas) for blik in gehouden)
    return Klant(
        account=dossier.id,
        klant=dossier.naam,
        laatste=rijen[0].op,
        soort=_soort(gehouden[0], collegas),
        verlopen=tuple(_verloop([pijler(blik, naam).score for blik in reversed(gehouden)]) for naam in PIJLERS),
        blikken=rijen,
    )


def _soort(blik: Fresheyes, collegas: Collegas) -> str:
    return "van een collega" if collegiaal(blik, collegas) else "van buiten"


def _blik(dossier: Dossier, blik: Fresheyes, collegas: Collegas) -> Blik:
    conclusies = []
    for naam in PIJLERS:
        deel = pijler(blik, naam)
        if deel.score is not None or deel.conclusie:
            score = f" {deel.score} van {HOOGSTE}" if deel.score is not None else ""
            conclusies.append((f"{NAMEN[naam]}{score}", deel.conclusie or "zonder conclusie"))
    bij = ", ".join(filter(None, (blik.door, _soort(blik, collegas))))
    return Blik(blik.uitgevoerd_op or dossier.peildatum, bij, tuple(conclusies))


def _verloop(scores: Iterable[int | None]) -> Verloop:
    """Write the scores that were given; a line needs two."""
    gegeven = [score for score in scores if score is not None]
    punten = " ".join(f"{2 + nr * STAP},{2 + (HOOGSTE - score) * HOOGTE}" for nr, score in enumerate(gegeven))
    return Verloop(
        tekst=" → ".join(map(str, gegeven)),
        laatste=gegeven[-1] if gegeven else None,
        lijn=punten if len(gegeven) > 1 else "",
        breedte=4 + STAP * (len(gegeven) - 1),
    )


def _jaren(gehouden: Iterable[Fresheyes], collegas: Collegas) -> tuple[Jaar, ...]:
    per_jaar: dict[int, list[Fresheyes]] = defaultdict(list)
    for blik in gehouden:
        if blik.uitgevoerd_op:
            per_jaar[blik.uitgevoerd_op.year].append(blik)
    jaren = []
    for jaar, rij in sorted(per_jaar.items(), reverse=True):
        van_ons = sum(collegiaal(blik, collegas) for blik in rij)
        gemiddelden = tuple(_gemiddelde([pijler(blik, naam).score for blik in rij]) for naam in PIJLERS)
        jaren.append(Jaar(jaar, len(rij) - van_ons, van_ons, gemiddelden))
    return tuple(jaren)


def _gemiddelde(scores: Iterable[int | None]) -> str:
    gegeven = [score for score in scores if score is not None]
    return taal.getal(round(sum(gegeven) / len(gegeven), 1)) if gegeven else ""
