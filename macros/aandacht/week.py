"""The week of each colleague: what must be done, what may wait, what was put off, and the rounds of the team apart.

In front stands what costs most when it stays lying (setting `vandaag_volgorde`). Where the team changes nothing the
segment comes first, so an A client stands before a C client whatever they ask.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.aandacht import alle_aandacht
from macros.aandacht.punt import SEGMENTEN, UITGESTELD, Aandachtspunt
from macros.afleidingen.contact.bezetting import in_dienst
from macros.afleidingen.dossier import Dossier
from macros.model.instellingen import Instellingen
from macros.model.werk import SOORTEN
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.portefeuille.prognose import KLANTBEELDEN
from macros.woorden import labels

FASEN = (*labels.FASE, None)
"""The phases, the most urgent first; last who has no contract."""
NOOIT = 1_000_000
"""The step of a client that has nothing to decide."""
HET_CONTRACT = 1
"""Key of PIJN: the contract slips away or runs on without us."""


@dataclass(frozen=True, slots=True)
class Ding:
    """One thing of a week: a point, or everything of one client that is late."""

    punten: tuple[Aandachtspunt, ...]
    """What to begin with in front; never empty."""

    @property
    def eerste(self) -> Aandachtspunt:
        """What to begin with."""
        return self.punten[0]

    @property
    def te_laat(self) -> bool:
        """Whether its day has passed."""
        return self.eerste.stand == "te_laat"


@dataclass(frozen=True, slots=True)
class Week:
    """What one colleague has to do, for itself and for whom it stands in."""

    wie: str
    moet: tuple[Ding, ...] = ()
    """Late, for this week, or what a client waits for; what costs most in front."""
    mag: tuple[Ding, ...] = ()
    """For later this month, in the same order."""
    uitgesteld: tuple[Aandachtspunt, ...] = ()
    """Put off or planned, by the day until which it waits."""
    ritme: tuple[Aandachtspunt, ...] = ()
    """The rounds of the team, about no one client, by day."""

    @property
    def leeg(self) -> bool:
        """Whether nothing at all stands here."""
        return not (self.moet or self.mag or self.uitgesteld or self.ritme)

    @property
    def nu(self) -> tuple[Aandachtspunt, ...]:
        """All that asks for attention, in the order of the week: what must, what may wait, the rounds of the team."""
        return (*(punt for ding in (*self.moet, *self.mag) for punt in ding.punten), *self.ritme)

    @property
    def klanten(self) -> frozenset[str]:
        """The clients for which something must be done this week."""
        return frozenset(ding.eerste.id for ding in self.moet)

    @property
    def klanten_te_laat(self) -> frozenset[str]:
        """Those of which something is late."""
        return frozenset(ding.eerste.id for ding in self.moet if ding.te_laat)


class Groep(NamedTuple):
    """One heading of a week, with what shows below it and what stands folded behind that."""

    kop: str
    stand: str
    """The standing that its heading stands for; empty for what was put off."""
    getoond: tuple[Ding, ...]
    rest: tuple[Ding, ...]


def groepen(week: Week, instellingen: Instellingen) -> Iterator[Groep]:
    """Part a week as everybody reads it, wherever that is: at most `vandaag_hoogstens` things show, empty parts go."""
    wacht = tuple(Ding((punt,)) for punt in week.uitgesteld)
    for kop, stand, dingen, toon in zip(
        ("Moet deze week", "Mag wachten", "Uitgesteld"),
        ("te_laat", "deze_maand", ""),
        (week.moet, week.mag, wacht),
        _plekken(week, instellingen),
        strict=True,
    ):
        if dingen:
            yield Groep(kop, stand, dingen[:toon], dingen[toon:])


def _plekken(week: Week, instellingen: Instellingen) -> tuple[int, int, int]:
    """How many things of each group show: what must first; of the others one that was put off, and what may wait."""
    moet = min(len(week.moet), instellingen.vandaag_per_persoon_per_week, instellingen.vandaag_hoogstens)
    plek = instellingen.vandaag_hoogstens - moet
    mag = min(len(week.mag), plek - min(plek, len(week.uitgesteld), 1))
    return moet, mag, min(len(week.uitgesteld), plek - mag)


class Kosten:
    """What it costs when something stays lying, as a key to sort by; of each client it is worked out once."""

    def __init__(self, portefeuille: Portefeuille) -> None:
        self._dossiers = portefeuille.dossiers
        self._instellingen = portefeuille.gedeeld.instellingen
        self._bekend: dict[str, dict[str, int]] = {}

    def __call__(self, ding: Ding) -> tuple[object, ...]:
        """What costs most sorts first; of one client, what hurts most and then what comes first."""
        punt, weegt = ding.eerste, self._van(ding.eerste.id)
        zwaarder = self._instellingen.vandaag_contract_zwaarder and SOORTEN[punt.soort].pijn == HET_CONTRACT
        rang = [weegt[een] - (zwaarder and een == "segment") for een in self._instellingen.vandaag_volgorde]
        return *rang, punt.id, *_eerst(punt)

    def _van(self, klant: str) -> dict[str, int]:
        if klant not in self._bekend:
            self._bekend[klant] = weging(self._dossiers[klant], self._instellingen)
        return self._bekend[klant]


def weging(dossier: Dossier, instellingen: Instellingen) -> dict[str, int]:
    """Weigh a client by each word of `vandaag_volgorde`; the lowest number costs most."""
    dagen, segment = dossier.dagen_tot_beslismoment, SEGMENTEN.index(dossier.segment.waarde)
    return {
        "segment": segment,
        "klantbeeld": KLANTBEELDEN.index(dossier.klantbeeld.niveau),
        "besluit": NOOIT if dagen is None else dagen // instellingen.vandaag_besluit_dagen,
        "jaarwaarde": -jaarwaarde(dossier),
        "fase": FASEN.index(dossier.fase.waarde),
    }


def jaarwaarde(dossier: Dossier) -> int:
    """What the contracts that have not ended bring in a year; those without an amount count for nothing."""
    standen = dossier.contracten.values()
    return sum(stand.jaarwaarde or 0 for stand in standen if stand.fase.waarde != "beeindigd")


@per_portefeuille
def weken(portefeuille: Portefeuille) -> dict[str, Week]:
    """Give the week of every colleague in service, and of whose work nobody took over; by name."""
    van: dict[str, list[Aandachtspunt]] = defaultdict(list)
    for punt in alle_aandacht(portefeuille):
        van[punt.wie].append(punt)
    team = portefeuille.gedeeld.personen.values()
    iedereen = {persoon.id for persoon in team if in_dienst(persoon, portefeuille.peildatum)} | set(van)
    kosten = Kosten(portefeuille)
    namen = sorted(iedereen, key=lambda wie: (portefeuille.naam(wie), wie))
    return {wie: _week(wie, van.get(wie, ()), kosten) for wie in namen}


def _week(wie: str, punten: Iterable[Aandachtspunt], kosten: Kosten) -> Week:
    punten = list(punten)
    wacht = [punt for punt in punten if punt.stand == UITGESTELD]
    nu = [punt for punt in punten if punt.stand != UITGESTELD]
    ritme = [punt for punt in nu if not punt.id]
    klant = [punt for punt in nu if punt.id]
    moet = [punt for punt in klant if moet_nu(punt)]
    return Week(
        wie,
        tuple(sorted(_dingen(moet), key=kosten)),
        tuple(sorted((Ding((punt,)) for punt in klant if not moet_nu(punt)), key=kosten)),
        tuple(sorted(wacht, key=lambda punt: (tot(punt), punt.naam, punt.titel))),
        tuple(sorted(ritme, key=lambda punt: (punt.datum, punt.titel))),
    )


def moet_nu(punt: Aandachtspunt) -> bool:
    """Whether it belongs to this week: by its day, or because a client waits for it."""
    return punt.stand in {"te_laat", "deze_week"} or SOORTEN[punt.soort].meteen


def tot(punt: Aandachtspunt) -> date:
    """Last day that a point may wait; its own day when nothing lets it wait."""
    return punt.uitstel.tot if punt.uitstel else punt.datum


def _dingen(punten: Iterable[Aandachtspunt]) -> Iterator[Ding]:
    """Make one thing of all that is late at a client, and one of each that is not."""
    laat: dict[str, list[Aandachtspunt]] = defaultdict(list)
    for punt in punten:
        if punt.stand == "te_laat":
            laat[punt.id].append(punt)
        else:
            yield Ding((punt,))
    for samen in laat.values():
        yield Ding(tuple(sorted(samen, key=_eerst)))


def _eerst(punt: Aandachtspunt) -> tuple[int, date, str]:
    """Of one client: what hurts most, then what came first."""
    return SOORTEN[punt.soort].pijn, punt.datum, punt.titel
