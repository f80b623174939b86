"""What a register asks of us, kind by kind: a heading that links its rule, the first rows open, the rest counted.

Printed by `_vragen.html`; several registers share it, so that a question looks the same everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.wanneer import wanneer

EERST = 10
"""Rows of one kind that stand open."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """One thing that is asked about one client."""

    soort: str
    """Kind: key of the headings of the register."""
    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    segment: str
    """A, B, C or `geen`."""
    wie: str
    """Id of the colleague who should act."""
    wie_naam: str
    """Name of that colleague."""
    tekst: str
    """What it is about."""
    anker: str
    """Where the client page shows the facts."""
    dag: date | None
    """Day it is or was due; None when it has no day."""
    wanneer: str
    """How near that is."""
    laat: bool
    """Whether that day has passed."""


@dataclass(frozen=True, slots=True)
class Vraagdeel:
    """All questions of one kind."""

    kop: str
    """Its heading."""
    handboek: str
    """The rule behind it, below `/handboek/`."""
    aantal: int
    """How many there are."""
    rijen: tuple[Vraag, ...]
    """The first ones, by day."""
    rest: tuple[Vraag, ...]
    """The others."""


@dataclass(frozen=True)
class Vragen:
    """What `vragen.html` may use."""

    template: ClassVar[str] = "vragen.html"
    delen: tuple[Vraagdeel, ...]
    keuzes: tuple[Keuze, ...]
    doel: str
    """Id of the whole, which the selects filter."""
    leeg: str
    """What stands there when nothing is asked."""


@dataclass(frozen=True, slots=True)
class Vrager:
    """Makes the questions about one client."""

    dossier: Dossier
    """The client."""
    portefeuille: Portefeuille
    """Where the names of colleagues are."""

    def vraag(self, soort: str, tekst: str, anker: str, dag: date | None = None, wie: str | None = None) -> Vraag:
        """Ask something; of the account manager unless `wie` says of whom."""
        dossier, peildatum = self.dossier, self.dossier.peildatum
        wie = wie or dossier.account.driehoek.accountmanager
        return Vraag(
            soort=soort,
            account=dossier.id,
            klant=dossier.naam,
            segment=dossier.segment.waarde or "geen",
            wie=wie,
            wie_naam=self.portefeuille.naam(wie),
            tekst=tekst,
            anker=anker,
            dag=dag,
            wanneer=wanneer(dag, peildatum) if dag else "",
            laat=dag is not None and dag < peildatum,
        )


def vraagdelen(vragen: Iterable[Vraag], koppen: Mapping[str, tuple[str, str]]) -> tuple[Vraagdeel, ...]:
    """Sort questions under their headings, in the order of `koppen`; of one day the order given stays."""
    per_soort: dict[str, list[Vraag]] = {soort: [] for soort in koppen}
    for vraag in vragen:
        per_soort[vraag.soort].append(vraag)
    delen = []
    for soort, rijen in per_soort.items():
        if rijen:
            rijen.sort(key=lambda rij: rij.dag or date.max)
            kop, handboek = koppen[soort]
            delen.append(Vraagdeel(kop, handboek, len(rijen), tuple(rijen[:EERST]), tuple(rijen[EERST:])))
    return tuple(delen)


def vraagkeuzes(delen: Iterable[Vraagdeel], portefeuille: Portefeuille) -> tuple[Keuze, ...]:
    """The selects above the questions: whose they are, and the segment of the client."""
    rijen = [rij for deel in delen for rij in (*deel.rijen, *deel.rest)]
    return (
        keuzes.personen(portefeuille, (rij.wie for rij in rijen)),
        keuzes.segmenten(None if rij.segment == "geen" else rij.segment for rij in rijen),
    )
