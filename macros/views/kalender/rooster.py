"""Which contracts run, whose turn it is, and who has a calendar: sorted out once for all calendars of a portfolio."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from macros.portefeuille.beurt import Beurt, aan_zet
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Dag, Link
from macros.views.kalender import kalenderregels, tijdlijn
from macros.views.kalender.kalenderregels import Deel, Regel

OP_EEN_BLAD = 100
"""Most contracts on one page: with their dates about 4,000 elements."""


@dataclass(frozen=True, slots=True)
class Lopend:
    """A contract that has not ended."""

    deel: Deel
    dag: date
    """The first day on which somebody must act; the last day there is when nobody must."""
    eerst: Beurt
    """Who that is."""


@dataclass(frozen=True)
class Rooster:
    """What all calendars share."""

    lopend: tuple[Lopend, ...]
    """By the first day on which somebody must act."""
    beeindigd: tuple[Regel, ...]
    """Contracts that have ended since the first year in view, the last one first."""
    opleveringen: tuple[Regel, ...]
    """Of projects, by day."""
    beeld: tijdlijn.Venster
    dubbel: frozenset[tuple[str, str]]
    """Client and title of contracts that are not told apart by these."""
    per_persoon: Mapping[str, tuple[Lopend, ...]]
    """By colleague the contracts on which that one has work; of everyone with a calendar, in the order of the team."""
    beeindigd_van: Mapping[str, list[Regel]]
    opleveringen_van: Mapping[str, list[Regel]]


@per_portefeuille
def rooster(portefeuille: Portefeuille) -> Rooster:
    """Sort them out."""
    delen = [(dossier, stand) for dossier in portefeuille.dossiers.values() for stand in dossier.contracten.values()]
    beeld = tijdlijn.venster((stand for _, stand in delen), portefeuille.peildatum)
    lopend = [Lopend(deel, *aan_zet(*deel)) for deel in delen if deel[1].fase.waarde != "beeindigd"]
    lopend.sort(key=lambda een: (een.dag, een.deel[0].naam))
    voorbij = [d for d in delen if d[1].fase.waarde == "beeindigd" and tijdlijn.in_beeld(d[1], beeld)]
    beeindigd = kalenderregels.beeindigd(voorbij)
    projecten = kalenderregels.op_dag(kalenderregels.opleveringen(portefeuille.dossiers.values()))
    per_persoon: dict[str, list[Lopend]] = defaultdict(list)
    for een in lopend:
        for wie in tijdlijn.betrokken(*een.deel, een.eerst).split():
            per_persoon[wie].append(een)
    beeindigd_van, projecten_van = _van(beeindigd), _van(projecten)
    met_kalender = per_persoon.keys() | beeindigd_van.keys() | projecten_van.keys()
    namen = Counter((een.deel[0].id, een.deel[1].contract.titel) for een in lopend)
    return Rooster(
        lopend=tuple(lopend),
        beeindigd=tuple(beeindigd),
        opleveringen=tuple(projecten),
        beeld=beeld,
        dubbel=frozenset(naam for naam, aantal in namen.items() if aantal > 1),
        per_persoon={wie: tuple(per_persoon[wie]) for wie in portefeuille.gedeeld.personen if wie in met_kalender},
        beeindigd_van=beeindigd_van,
        opleveringen_van=projecten_van,
    )


def _van(regels: Iterable[Regel]) -> dict[str, list[Regel]]:
    """Sort entries by who must act."""
    per_persoon: dict[str, list[Regel]] = defaultdict(list)
    for regel in regels:
        for wie in regel.wie.split():
            per_persoon[wie].append(regel)
    return per_persoon


def bladen(portefeuille: Portefeuille) -> Iterator[tuple[str, int]]:
    """Yield for everyone with a calendar the parts it has, counted from 1."""
    for wie, contracten in rooster(portefeuille).per_persoon.items():
        yield from ((wie, deel) for deel in range(1, aantal_delen(contracten) + 1))


def pad(wie: str, deel: int = 1) -> str:
    """Give the path of a calendar below the root of the site; an id has no underscore, so no two are the same."""
    return f"kalender/{wie}/" if deel == 1 else f"kalender/{wie}_{deel}/"


def aantal_delen(contracten: Sequence[Lopend]) -> int:
    """Count the parts of a calendar with these contracts."""
    return max(1, ceil(len(contracten) / OP_EEN_BLAD))


# --- who has a calendar: the list that stands in the place of the bars when there are too many for one page ---


@dataclass(frozen=True)
class Collega:
    """One colleague in the list of calendars."""

    wie: str
    contracten: int
    """On which this one has work."""
    aan_zet: int
    """On which this one acts first: over all colleagues as many as there are contracts."""
    voorbij: int
    te_laat: int
    eerst: Regel | None
    """The first day still to come on which this one must act."""


def collegas(portefeuille: Portefeuille) -> Register:
    """List everyone with a calendar, by name."""
    alles = rooster(portefeuille)
    te_laat, komend = kalenderregels.regels((een.deel for een in alles.lopend), portefeuille.peildatum)
    komend = kalenderregels.op_dag((*komend, *alles.opleveringen))
    laat = Counter(wie for regel in te_laat if regel.fase != "verlopen" for wie in regel.wie.split())
    voorbij = Counter(wie for regel in te_laat if regel.fase == "verlopen" for wie in regel.wie.split())
    eerst: dict[str, Regel] = {}
    for regel in komend:
        for wie in regel.wie.split():
            eerst.setdefault(wie, regel)
    zet = Counter(een.eerst.door for een in alles.lopend)
    rijen = [
        Collega(wie, len(eigen), zet[wie], voorbij[wie], laat[wie], eerst.get(wie))
        for wie, eigen in alles.per_persoon.items()
    ]
    rijen.sort(key=lambda rij: (portefeuille.naam(rij.wie), rij.wie))
    return register(
        "Kies een collega: elk heeft een eigen kalender",
        (
            Kolom("Collega", lambda rij: Link(portefeuille.naam_nu(rij.wie), pad(rij.wie)), sorteer=True),
            Kolom("Contracten", lambda rij: rij.contracten or None, sorteer=lambda rij: rij.contracten, getal=True),
            Kolom("Nu aan zet", lambda rij: rij.aan_zet or None, sorteer=lambda rij: rij.aan_zet, getal=True),
            Kolom("Datum voorbij", lambda rij: rij.voorbij or None, sorteer=lambda rij: rij.voorbij, getal=True),
            Kolom("Te laat", lambda rij: rij.te_laat or None, sorteer=lambda rij: rij.te_laat, getal=True),
            Kolom(
                "Eerst",
                lambda rij: (Dag(rij.eerst.dag, rij.eerst.doel), rij.eerst.wat) if rij.eerst else None,
                sorteer=lambda rij: rij.eerst.dag if rij.eerst else None,
            ),
        ),
        rijen,
        naam="collegas",
        zoek="Zoek een collega",
    )
