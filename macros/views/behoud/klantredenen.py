"""Waarom klanten blijven en vertrekken: reasons as written, what looks back taught us, how contracts were decided."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.verlengingen import HOE, Besluit, besluiten
from macros.portefeuille.vertrek import Vertrek, aflopen, pijlers, vertrekken
from macros.views.delen.wanneer import hoofdletter
from macros.woorden import labels

PIJLERS = {"verwachtingen": "Verwachtingen", "web_of_influence": "Relaties", "expertise": "Vakkennis"}
"""The pillars of a look back, in the words of the handbook."""
HOOGSTENS = 10
"""Reasons to stay that are written out; the table of the retention factor has them all."""


@dataclass(frozen=True, slots=True)
class Blijver:
    """Why one client stays."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    waarom: str
    """The reason."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One contract that was lost."""

    dag: date
    """Day we knew."""
    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    titel: str
    """Title of the contract."""
    contract: str
    """Id of the contract."""
    hoe: str
    """How it was decided."""
    reden: str
    """The reason as it was given; empty when nobody wrote it down."""
    terugblik: bool
    """Whether we looked back at it."""
    lessen: tuple[tuple[str, str], ...]
    """Id and title of the lessons that came from it."""


@dataclass(frozen=True, slots=True)
class Pijler:
    """Where it went wrong, by pillar of the looks back."""

    naam: str
    """What the pillar is called."""
    regels: tuple[tuple[str, str, str], ...]
    """Id and name of each client, and what its look back says."""


@dataclass(frozen=True, slots=True)
class Afloop:
    """One way in which contracts were decided."""

    tekst: str
    """What that way is called."""
    aantallen: tuple[int, ...]
    """How often in each year."""


@dataclass(frozen=True)
class Klantredenen:
    """What `klantredenen.html` may use."""

    template: ClassVar[str] = "klantredenen.html"
    blijvers: tuple[Blijver, ...]
    """Clients with a running contract of which we know why they stay, A first, then by name; only the first few."""
    meer: int
    """How many more there are."""
    zonder: tuple[tuple[str, str], ...]
    """Id and name of the others, by name."""
    vertrekken: tuple[Regel, ...]
    """Contracts that were lost in the years shown, the latest first."""
    pijlers: tuple[Pijler, ...]
    """Where it went wrong, in the order of the method; empty without a look back."""
    jaren: tuple[int, ...]
    """Heads of the table of outcomes."""
    aflopen: tuple[Afloop, ...]
    """How contracts were decided in those years, in the order of the labels."""


def klantredenen(portefeuille: Portefeuille) -> Klantredenen:
    """Collect why clients stay and why they leave."""
    alle, over = besluiten(portefeuille), jaren(portefeuille)
    klanten = sorted(filter(loopt, portefeuille.dossiers.values()), key=_rang)
    blijvers = [Blijver(d.id, d.naam, d.account.waarom_klant_blijft) for d in klanten if d.account.waarom_klant_blijft]
    mis = pijlers(portefeuille)
    return Klantredenen(
        blijvers=tuple(blijvers[:HOOGSTENS]),
        meer=max(0, len(blijvers) - HOOGSTENS),
        zonder=tuple((d.id, d.naam) for d in klanten if not d.account.waarom_klant_blijft),
        vertrekken=tuple(_regel(vertrek, portefeuille) for vertrek in vertrekken(alle) if vertrek.op.year in over),
        pijlers=tuple(_pijlers(mis)) if any(mis.values()) else (),
        jaren=over,
        aflopen=tuple(_aflopen(alle, over)),
    )


def _rang(dossier: Dossier) -> tuple[int, str]:
    """A first, a client without a segment last, then by name."""
    segmenten = list(labels.SEGMENT)
    segment = dossier.segment.waarde
    return segmenten.index(segment) if segment else len(segmenten), dossier.naam


def _regel(vertrek: Vertrek, portefeuille: Portefeuille) -> Regel:
    titels = {les.id: les.titel for les in portefeuille.gedeeld.lessen.lessen}
    lessen = vertrek.verslag.lessen if vertrek.verslag else []
    return Regel(
        dag=vertrek.op,
        id=vertrek.dossier.id,
        naam=vertrek.dossier.naam,
        titel=vertrek.contract.titel,
        contract=vertrek.contract.id,
        hoe=HOE[vertrek.hoe],
        reden=vertrek.reden,
        terugblik=vertrek.verslag is not None,
        lessen=tuple((les, titels[les]) for les in lessen if les in titels),
    )


def _pijlers(gevonden: dict[str, tuple[tuple[Dossier, str], ...]]) -> Iterator[Pijler]:
    for pijler, regels in gevonden.items():
        yield Pijler(PIJLERS[pijler], tuple((d.id, d.naam, tekst) for d, tekst in regels))


def _aflopen(alle: Sequence[Besluit], over: Sequence[int]) -> Iterator[Afloop]:
    """Count each way in the years shown; one that does not occur in them is left out."""
    tellingen = aflopen(alle)
    for hoe, tekst in HOE.items():
        per_jaar = tellingen.get(hoe, Counter())
        aantallen = tuple(per_jaar[jaar] for jaar in over)
        if any(aantallen):
            yield Afloop(hoofdletter(tekst), aantallen)
