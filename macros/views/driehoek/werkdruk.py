"""Werkdruk: the key moments of two years per colleague and month, with holidays and absence, and what may be earlier.

By name, never a ranking of people: the months differ, not the colleagues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import ClassVar

from macros.afleidingen.contract.datums import plus_maanden
from macros.model.instellingen import Vakantie
from macros.portefeuille.collegabladen import collegabladen
from macros.portefeuille.drukte import Drukte, Maand, Moment, Voorstel, drukte, maanden, naar_voren
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes, namen
from macros.views.delen.blad import Alinea, Blad, Leeg, Opsomming, Tussenkop, Vouw
from macros.views.delen.collegablad import blad_van
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Aaneen, Bij, Dag, Link, Nadruk, Reeks, hoofdletter
from macros.views.render import Inhoud
from macros.woorden import taal

OPEN = 10
"""Proposals that stand open; the rest is folded and counted."""
KEUS = ": nooit later, en alleen werk dat eerder mag."
NIETS = (
    "De komende twee jaar valt er geen moment waarop een collega iets moet doen. Vul bij de contracten de einddatum en"
    " de opzegtermijn in: dan komen ze hier."
)


@dataclass(frozen=True)
class Werkdruk:
    """What `werkdruk.html` may use: the grid, a row for each colleague and a column for each month."""

    template: ClassVar[str] = "werkdruk.html"
    keuzes: tuple[Keuze, ...]
    jaren: tuple[tuple[int, int], ...]
    kolommen: tuple[tuple[str, str], ...]
    rijen: tuple[tuple[Inhoud, Drukte], ...]
    """Name and months of each colleague with a key moment, by name; the name leads to what is behind the numbers."""
    achter: str
    """Path to what is behind the numbers, on another page than this; empty where it stands below."""
    legenda: tuple[tuple[str, str], ...]
    """Letter and days of each holiday; empty when none are filled in."""
    meer: str = ""
    """How many colleagues there are, where not all have a row."""

    @property
    def omvang(self) -> int:
        """Count the cells."""
        return len(self.rijen) * len(self.kolommen)

    def verkort(self, aantal: int) -> Werkdruk:
        """Keep the first colleagues; the months of each stand on the page of the own clients and at Kalender."""
        if len(self.rijen) <= aantal:
            return replace(self, keuzes=())
        meer = f"Dit zijn de eerste {aantal} van {len(self.rijen)} collega's; van elke collega staan ze bij Kalender."
        return replace(self, keuzes=(), rijen=self.rijen[:aantal], meer=meer)


@overzicht
def werkdruk(portefeuille: Portefeuille) -> Blad:
    """Make the grid, the proposals, and what is behind the numbers."""
    alles = _drukte_van(portefeuille)
    if not alles:
        return Blad("werkdruk", (Leeg(NIETS),))
    voorstellen = [voorstel for persoon in alles for voorstel in naar_voren(persoon, portefeuille)]
    voorstellen.sort(key=lambda voorstel: (voorstel.moment.datum, voorstel.moment.naam, voorstel.moment.wat))
    return Blad(
        "werkdruk",
        (
            _raster(alles, portefeuille),
            Tussenkop("Dit kan beter eerder", "naar-voren", niveau=3),
            *_voorstellen(voorstellen, portefeuille),
            Alinea(Aaneen((Link("Zo kiezen we", "handboek/driehoek/#naar-voren"), KEUS)), zacht=True),
            Tussenkop("Wat achter de getallen zit", "momenten-per-collega", niveau=3),
            *_momenten(alles, portefeuille),
        ),
    )


def _drukte_van(portefeuille: Portefeuille) -> list[Drukte]:
    """The months of everyone, or of those who work for these clients; always with what they do for all clients."""
    alles = drukte(portefeuille.team)
    hier = {wie for dossier in portefeuille.dossiers.values() for wie in namen.driehoek(dossier)}
    return [persoon for persoon in alles if portefeuille.geheel is None or persoon.wie in hier]


def _momenten(alles: Sequence[Drukte], portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """What is behind the numbers of each colleague; of many on the pages of the colleagues."""
    if collegabladen(portefeuille):
        yield Alinea("Kies bovenaan een collega: op dat blad staat elk moment.", zacht=True)
    else:
        yield from (_achter(persoon, portefeuille) for persoon in alles)


def raster(portefeuille: Portefeuille, wie: str = "") -> Werkdruk | None:
    """Make the grid for another page, of `wie` alone or of everyone; None where nobody there has a key moment."""
    alles = [persoon for persoon in drukte(portefeuille) if wie in {"", persoon.wie}]
    if not alles:
        return None
    rijen = tuple((portefeuille.naam(persoon.wie), persoon) for persoon in alles)
    return replace(_raster(alles, portefeuille), keuzes=(), achter="driehoek/#drukte", rijen=rijen)


def _raster(alles: Sequence[Drukte], portefeuille: Portefeuille) -> Werkdruk:
    eersten = maanden(portefeuille.peildatum)
    vakanties = [v for v in portefeuille.gedeeld.instellingen.vakanties if _raakt(v, eersten[0], eersten[-1])]
    letters = _letters(vakantie.naam for vakantie in vakanties)
    return Werkdruk(
        keuzes=(keuzes.personen(portefeuille, (persoon.wie for persoon in alles), "Collega"),),
        jaren=tuple((jaar, len(list(groep))) for jaar, groep in groupby(eersten, key=lambda maand: maand.year)),
        kolommen=tuple(_kolom(maand, vakanties, letters) for maand in eersten),
        rijen=tuple((_naam(persoon.wie, portefeuille), persoon) for persoon in alles),
        achter="",
        legenda=tuple((letter, f"{naam}: {_dagen(naam, vakanties)}") for naam, letter in letters.items()),
    )


def _naam(wie: str, portefeuille: Portefeuille) -> Link:
    """Lead to the moments of one colleague: on this page, else on that colleague's, or at Overleg for who has none."""
    plek, bladen = f"#drukte-{wie}", collegabladen(portefeuille)
    elders = f"{blad_van('driehoek/', wie)}{plek}" if wie in bladen else f"overleg/{wie}/"
    return Link(portefeuille.naam(wie), elders if bladen else plek)


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


def _kolom(maand: date, vakanties: Sequence[Vakantie], letters: dict[str, str]) -> tuple[str, str]:
    hier = dict.fromkeys(letters[vakantie.naam] for vakantie in vakanties if _raakt(vakantie, maand, maand))
    return taal.datum_compact(maand).split()[1], " ".join(hier)


def _dagen(naam: str, vakanties: Sequence[Vakantie]) -> str:
    """Write when a holiday is, in every year that is filled in."""
    return "; ".join(f"{taal.datum(v.van)} tot en met {taal.datum(v.tot)}" for v in vakanties if v.naam == naam)


def _voorstellen(voorstellen: Sequence[Voorstel], portefeuille: Portefeuille) -> tuple[Inhoud, ...]:
    if not voorstellen:
        niets = "Niets: geen werk dat eerder mag, valt in een vakantie, een afwezigheid of een drukke maand."
        return (Leeg(niets),)

    def tabel(titel: str, deel: Sequence[Voorstel]) -> Inhoud:
        return register(titel, _kolommen(portefeuille), deel, kenmerken=lambda voorstel: {"wie": voorstel.moment.wie})

    eerst = tabel("Wat eerder kan dan zijn dag, en nu slecht valt", voorstellen[:OPEN])
    if later := voorstellen[OPEN:]:
        verder = tabel("Verder weg", later)
        return eerst, Vouw("Nog later in deze twee jaar", verder, len(later), gefilterd=True)
    return (eerst,)


def _kolommen(portefeuille: Portefeuille) -> tuple[Kolom[Voorstel], ...]:
    def wat(voorstel: Voorstel) -> Inhoud:
        moment = voorstel.moment
        return Link(moment.naam, f"accounts/{moment.id}/#momenten"), Bij(f"{moment.wat}, {moment.titel}")

    return (
        Kolom("Wat", wat),
        Kolom("Wie", lambda voorstel: portefeuille.naam(voorstel.moment.wie)),
        Kolom("Nu", lambda voorstel: Dag(voorstel.moment.datum)),
        Kolom("Beter", lambda voorstel: _beter(voorstel, portefeuille)),
        Kolom("Waarom", lambda voorstel: hoofdletter("; ".join(voorstel.redenen))),
    )


def _beter(voorstel: Voorstel, portefeuille: Portefeuille) -> Inhoud:
    """Say until when it may be moved and how full that month then is, or what to do when it cannot be earlier."""
    if voorstel.naar:
        return "uiterlijk", Dag(voorstel.naar), Bij(f"{taal.maand(voorstel.naar)} telt er dan {voorstel.daar}")
    if voorstel.door and voorstel.door != voorstel.moment.wie:
        return Bij(f"Eerder kan niet: {portefeuille.naam(voorstel.door)} neemt waar")
    return Bij("Eerder kan niet: spreek af wie het overneemt")


def _achter(persoon: Drukte, portefeuille: Portefeuille) -> Vouw:
    """Fold the moments behind the numbers of one colleague, by month."""
    totaal = sum(len(maand.momenten) for maand in persoon.maanden)
    return Vouw(
        f"{portefeuille.naam(persoon.wie)}: {totaal}, gewoon hoogstens {persoon.gewoon} in een maand",
        Opsomming(tuple(_blok(maand) for maand in persoon.maanden if maand.momenten), anker=f"drukte-{persoon.wie}"),
        kenmerken=(("wie", persoon.wie),),
    )


def _blok(maand: Maand) -> Inhoud:
    momenten = ((Link(moment.naam, f"accounts/{moment.id}/"), _wat(moment)) for moment in maand.momenten)
    return Nadruk(taal.maand(maand.eerste)), Reeks(tuple(momenten), ";")


def _wat(moment: Moment) -> str:
    """Say what a moment is and when, without the contract: the client page has that."""
    wat = moment.wat[0].lower() + moment.wat[1:]
    if moment.datum == moment.telt_op:
        return f"{wat} {moment.datum.day}"
    return f"{wat} {taal.datum_compact(moment.datum)}, nog te doen"
