"""What the counts over all clients ask of each one: few facts, small enough to hand from process to process.

`handboek check` derives its accounts in shares; only these facts of them come together again.
Made of them: 80/20, the clients that bring the most revenue (domain 1.4, 2.11: over the `peiljaar`, the top is
`top_deel` of the clients with a running contract, rounded up; a tie at the edge goes by id), and the load of each
colleague against what was agreed (1.5, `belasting`: a client counts for its account manager while a contract of it
runs, a contract for its contract manager until it has ended; work that is looked after for who left or is away is
counted apart).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from macros.afleidingen.contact.bezetting import waarnemer
from macros.afleidingen.contact.driehoek import SOORTNAAM, Driehoekstand, contractmanager_van, driehoek
from macros.afleidingen.contract.perioden import lopend
from macros.afleidingen.dossier import Dossier
from macros.model.basis import Segment
from macros.model.gedeeld import Gedeeld
from macros.model.instellingen import Instellingen
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille


@dataclass(frozen=True, slots=True)
class Klantfeiten:
    """One client."""

    id: str
    segment: Segment | None
    loopt: bool
    omzet: dict[int, int]
    """Revenue in euros, by year."""
    accountmanager: str
    contractmanagers: tuple[str, ...]
    """For each contract that runs or is to start, who manages it; one without is nobody's load."""
    contractmanager: tuple[str | None, str | None]
    """Who guards the contracts of this client by default, and as what kind."""


@dataclass(frozen=True, slots=True)
class Feiten:
    """All clients of a portfolio, by id, with what judges them."""

    klanten: tuple[Klantfeiten, ...]
    gedeeld: Gedeeld
    peildatum: date


def feiten(portefeuille: Portefeuille) -> Feiten:
    """The facts of a portfolio."""
    klanten = tuple(map(klantfeiten, portefeuille.dossiers.values()))
    return Feiten(klanten, portefeuille.gedeeld, portefeuille.peildatum)


def klantfeiten(dossier: Dossier) -> Klantfeiten:
    """The facts of one client."""
    return Klantfeiten(
        id=dossier.id,
        segment=dossier.segment.waarde,
        loopt=loopt(dossier),
        omzet=dossier.account.omzet,
        accountmanager=dossier.account.driehoek.accountmanager,
        contractmanagers=tuple(_contractmanagers(dossier)),
        contractmanager=(dossier.account.driehoek.contractmanager, dossier.account.driehoek.contractmanager_soort),
    )


def loopt(dossier: Dossier) -> bool:
    """Whether a contract of this client runs: not ended, and not still to start."""
    return bool(lopend(list(dossier.contracten.values())))


def driehoek_van(dossier: Dossier) -> Driehoekstand:
    """Judge who fills which role at this client."""
    personen, segment = dossier.gedeeld.personen, dossier.segment.waarde
    return driehoek(dossier.account, dossier.contracten, personen, segment, dossier.peildatum)


def in_beeld(dossier: Dossier) -> bool:
    """Whether attention goes to this client: a contract now or soon, or quiet after the last one."""
    return dossier.fase.waarde not in (None, "beeindigd") or dossier.windstilte_sinds.waarde is not None


def _contractmanagers(dossier: Dossier) -> Iterator[str]:
    for stand in dossier.contracten.values():
        manager = contractmanager_van(stand, dossier.account)
        if manager and stand.fase.waarde != "beeindigd":
            yield manager


@dataclass(frozen=True, slots=True)
class Top:
    """The largest clients by revenue."""

    peiljaar: int
    klanten: tuple[Klantfeiten, ...]
    """`top20_omzet`: the largest first; fewer than the share asks where revenue is not known."""
    lopend: int
    """Clients with a running contract."""
    zonder_omzet: int
    """How many of those have no revenue in the year."""
    omzet: int
    """Revenue of all of them together."""
    omzet_top: int
    """Revenue of the top."""

    @property
    def aandeel(self) -> float | None:
        """`pareto_aandeel`: percentage of the revenue that the top brings; None when there is no revenue to divide."""
        return 100 * self.omzet_top / self.omzet if self.omzet > 0 else None

    @property
    def geen_a(self) -> tuple[Klantfeiten, ...]:
        """The top clients that are not A."""
        return tuple(klant for klant in self.klanten if klant.segment != "A")


def peiljaar(instellingen: Instellingen, peildatum: date) -> int:
    """The year of which revenue counts: as set, else the last full calendar year."""
    return instellingen.peiljaar or peildatum.year - 1


def top(feiten: Feiten) -> Top:
    """Find the clients that bring the most revenue."""
    instellingen = feiten.gedeeld.instellingen
    jaar = peiljaar(instellingen, feiten.peildatum)
    lopend = [klant for klant in feiten.klanten if klant.loopt]
    met_omzet = [klant for klant in lopend if klant.omzet.get(jaar, 0) > 0]
    met_omzet.sort(key=lambda klant: (-klant.omzet[jaar], klant.id))
    # As a fraction: 0.07 of 100 is 7, where floating point makes it a little more and rounds up to 8.
    gekozen = tuple(met_omzet[: ceil(Fraction(str(instellingen.top_deel)) * len(lopend))])
    return Top(
        peiljaar=jaar,
        klanten=gekozen,
        lopend=len(lopend),
        zonder_omzet=len(lopend) - len(met_omzet),
        omzet=sum(klant.omzet[jaar] for klant in met_omzet),
        omzet_top=sum(klant.omzet[jaar] for klant in gekozen),
    )


@per_portefeuille
def teamtop(team: Portefeuille) -> Top:
    """Find them among all clients."""
    return top(feiten(team))


def twee_soorten(feiten: Feiten) -> dict[str, tuple[str, ...]]:
    """The kinds of contract manager that one colleague is written down as, where clients differ (domain 1.5)."""
    soorten: dict[str, set[str]] = {}
    for wie, soort in (klant.contractmanager for klant in feiten.klanten):
        if wie and soort:
            soorten.setdefault(wie, set()).add(soort)
    return {
        wie: tuple(naam for soort, naam in SOORTNAAM.items() if soort in eigen)
        for wie, eigen in soorten.items()
        if len(eigen) > 1
    }


@per_portefeuille
def soorten_van(team: Portefeuille) -> dict[str, tuple[str, ...]]:
    """Give the same of a portfolio."""
    return twee_soorten(feiten(team))


@dataclass(frozen=True, slots=True)
class Last:
    """Clients, or contracts, of one colleague."""

    eigen: dict[str, int]
    """How many per client, in the colleague's own name; a client counts 1 for its account manager."""
    waargenomen: dict[str, int]
    """The same, looked after for somebody else."""
    maximum: int | None
    """What was agreed; None when nothing was."""

    @property
    def klanten(self) -> set[str]:
        """Of which clients they are."""
        return {*self.eigen, *self.waargenomen}

    @property
    def aantal(self) -> int:
        """How many in the own name."""
        return sum(self.eigen.values())

    @property
    def erbij(self) -> int:
        """How many for somebody else."""
        return sum(self.waargenomen.values())

    @property
    def stand(self) -> str:
        """`niet_afgesproken` (never a false ok), `boven`, `boven_met_waarneming` or `binnen`."""
        if self.maximum is None:
            return "niet_afgesproken"
        if self.aantal > self.maximum:
            return "boven"
        return "boven_met_waarneming" if self.aantal + self.erbij > self.maximum else "binnen"


@dataclass(frozen=True, slots=True)
class Belasting:
    """The load of one colleague."""

    persoon: Persoon
    accounts: Last
    contracten: Last


def belasting(feiten: Feiten) -> tuple[Belasting, ...]:
    """The load of everyone who has clients or contracts, looks after some, or agreed on a maximum; by name."""
    accounts = _Teller(feiten)
    contracten = _Teller(feiten)
    for klant in feiten.klanten:
        if klant.loopt:
            accounts.tel(klant.accountmanager, klant.id)
        for manager in klant.contractmanagers:
            contracten.tel(manager, klant.id)
    lasten = (
        Belasting(wie, accounts.last(wie.id, wie.max_accounts), contracten.last(wie.id, wie.max_contracten))
        for wie in sorted(feiten.gedeeld.personen.values(), key=lambda persoon: (persoon.naam, persoon.id))
    )
    return tuple(last for last in lasten if _telt(last.accounts) or _telt(last.contracten))


def lasten(portefeuille: Portefeuille) -> tuple[Belasting, ...]:
    """The load of everyone, or of those who have a part in it of these clients: always counted over all clients."""
    alle = _alle_lasten(portefeuille.team)
    if portefeuille.geheel is None:
        return alle
    hier = portefeuille.dossiers.keys()
    return tuple(last for last in alle if any(hier & deel.klanten for deel in (last.accounts, last.contracten)))


@per_portefeuille
def _alle_lasten(team: Portefeuille) -> tuple[Belasting, ...]:
    return belasting(feiten(team))


class _Teller:
    """Counts per colleague and client, in the own name and for somebody else."""

    def __init__(self, feiten: Feiten) -> None:
        personen, dag = feiten.gedeeld.personen, feiten.peildatum
        self._doet = {wie: waarnemer(wie, personen, dag) for wie in personen}
        self._eigen: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._voor_ander: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))

    def tel(self, wie: str, klant: str) -> None:
        self._eigen[wie][klant] += 1
        door = self._doet.get(wie)
        if door is not None and door != wie:
            self._voor_ander[door][klant] += 1

    def last(self, wie: str, maximum: int | None) -> Last:
        return Last(dict(self._eigen[wie]), dict(self._voor_ander[wie]), maximum)


def _telt(last: Last) -> bool:
    return bool(last.eigen or last.waargenomen or last.maximum is not None)
