"""Werkdruk: the key moments of two years per colleague and month, with holidays and absence, and what may be earlier.

By name, never a ranking of people: the months differ, not the colleagues.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from macros.afleidingen.contract.datums import plus_maanden
from macros.model.instellingen import Vakantie
from macros.portefeuille.drukte import Drukte, Maand, Moment, drukte, maanden
from macros.portefeuille.naar_voren import Voorstel, naar_voren
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.wanneer import hoofdletter
from macros.woorden import taal

OPEN = 10
"""Proposals that stand open; the rest is folded and counted."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One month of the grid."""

    naam: str
    """Short name: "mrt"."""
    jaar: int
    """Its year."""
    vakanties: str
    """Letters of the holidays in it."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One month of one colleague."""

    aantal: int
    """Key moments in it."""
    druk: bool
    """Whether that is more than usual."""
    weg: bool
    """Whether the colleague is away for at least a day."""


@dataclass(frozen=True, slots=True)
class Blok:
    """What stands in one month of one colleague."""

    maand: str
    """Such as "maart 2026"."""
    momenten: tuple[tuple[str, str, str], ...]
    """Id and name of the client, and what it is with the day."""


@dataclass(frozen=True, slots=True)
class Rij:
    """Two years of one colleague."""

    wie: str
    """Id."""
    naam: str
    """Name."""
    gewoon: int
    """How many moments in a month are usual at most."""
    cellen: tuple[Cel, ...]
    """By month."""
    totaal: int
    """Key moments in all of them."""
    blokken: tuple[Blok, ...]
    """What is behind the numbers, by month."""


@dataclass(frozen=True, slots=True)
class Eerder:
    """One proposal."""

    wie: str
    """Id of the colleague."""
    wie_naam: str
    """Name of the colleague."""
    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    wat: str
    """What it is, with the contract."""
    nu: date
    """The day it is due."""
    naar: date | None
    """Last good day in the month to move it to; None when somebody else has to do it."""
    anders: str
    """What to do when it cannot be earlier; else how full the month then is."""
    waarom: str
    """Why, as a sentence."""


@dataclass(frozen=True)
class Werkdruk:
    """What `werkdruk.html` may use."""

    template: ClassVar[str] = "werkdruk.html"
    keuzes: tuple[Keuze, ...]
    """Filter by colleague."""
    jaren: tuple[tuple[int, int], ...]
    """Each year with the number of its months."""
    kolommen: tuple[Kolom, ...]
    """The months."""
    rijen: tuple[Rij, ...]
    """Colleagues with a key moment, by name."""
    legenda: tuple[tuple[str, str], ...]
    """Letter and days of each holiday; empty when none are filled in."""
    eerst: tuple[Eerder, ...]
    """The first proposals, by day."""
    later: tuple[Eerder, ...]
    """The other proposals, by day."""


def werkdruk(portefeuille: Portefeuille) -> Werkdruk:
    """Make the grid and the proposals."""
    eersten = maanden(portefeuille.peildatum)
    alles = drukte(portefeuille)
    vakanties = [v for v in portefeuille.gedeeld.instellingen.vakanties if _raakt(v, eersten[0], eersten[-1])]
    letters = _letters(vakantie.naam for vakantie in vakanties)
    voorstellen = [voorstel for persoon in alles for voorstel in naar_voren(persoon, portefeuille)]
    voorstellen.sort(key=lambda voorstel: (voorstel.moment.datum, voorstel.moment.naam, voorstel.moment.wat))
    eerder = tuple(_eerder(voorstel, portefeuille) for voorstel in voorstellen)
    return Werkdruk(
        keuzes=(keuzes.personen(portefeuille, (persoon.wie for persoon in alles), "Collega"),),
        jaren=tuple((jaar, len(list(groep))) for jaar, groep in groupby(eersten, key=lambda maand: maand.year)),
        kolommen=tuple(_kolom(maand, vakanties, letters) for maand in eersten),
        rijen=tuple(_rij(persoon, portefeuille) for persoon in alles),
        legenda=tuple((letter, f"{naam}: {_dagen(naam, vakanties)}") for naam, letter in letters.items()),
        eerst=eerder[:OPEN],
        later=eerder[OPEN:],
    )


def _raakt(vakantie: Vakantie, van: date, laatste: date) -> bool:
    """Whether a holiday falls in the months from `van` up to and including the month that begins on `laatste`."""
    return vakantie.tot >= van and vakantie.van < plus_maanden(laatste, 1)


def _letters(namen: Iterable[str]) -> dict[str, str]:
    """Give each holiday the first letters of its name that no other one has."""
    letters: dict[str, str] = {}
    for naam in dict.fromkeys(namen):
        kort = (naam[:lengte].capitalize() for lengte in range(1, len(naam) + 1))
        letters[naam] = next((k for k in kort if k not in letters.values()), naam)
    return letters


def _kolom(maand: date, vakanties: Sequence[Vakantie], letters: dict[str, str]) -> Kolom:
    hier = dict.fromkeys(letters[vakantie.naam] for vakantie in vakanties if _raakt(vakantie, maand, maand))
    return Kolom(taal.datum_compact(maand).split()[1], maand.year, " ".join(hier))


def _dagen(naam: str, vakanties: Sequence[Vakantie]) -> str:
    """Write when a holiday is, in every year that is filled in."""
    return "; ".join(f"{taal.datum(v.van)} tot en met {taal.datum(v.tot)}" for v in vakanties if v.naam == naam)


def _rij(persoon: Drukte, portefeuille: Portefeuille) -> Rij:
    return Rij(
        wie=persoon.wie,
        naam=portefeuille.naam(persoon.wie),
        gewoon=persoon.gewoon,
        cellen=tuple(Cel(len(maand.momenten), maand.druk, maand.weg) for maand in persoon.maanden),
        totaal=sum(len(maand.momenten) for maand in persoon.maanden),
        blokken=tuple(_blok(maand) for maand in persoon.maanden if maand.momenten),
    )


def _blok(maand: Maand) -> Blok:
    return Blok(taal.maand(maand.eerste), tuple((m.id, m.naam, _wat(m)) for m in maand.momenten))


def _wat(moment: Moment) -> str:
    """Say what a moment is and when, without the contract: the client page has that."""
    wat = moment.wat[0].lower() + moment.wat[1:]
    if moment.datum == moment.telt_op:
        return f"{wat} {moment.datum.day}"
    return f"{wat} {taal.datum_compact(moment.datum)}, nog te doen"


def _eerder(voorstel: Voorstel, portefeuille: Portefeuille) -> Eerder:
    moment = voorstel.moment
    if voorstel.naar:
        anders = f"{taal.maand(voorstel.naar)} telt er dan {voorstel.daar}"
    elif voorstel.door and voorstel.door != moment.wie:
        anders = f"Eerder kan niet: {portefeuille.naam(voorstel.door)} neemt waar"
    else:
        anders = "Eerder kan niet: spreek af wie het overneemt"
    redenen = "; ".join(voorstel.redenen)
    return Eerder(
        wie=moment.wie,
        wie_naam=portefeuille.naam(moment.wie),
        account=moment.id,
        klant=moment.naam,
        wat=f"{moment.wat}, {moment.titel}",
        nu=moment.datum,
        naar=voorstel.naar,
        anders=anders,
        waarom=hoofdletter(redenen),
    )
