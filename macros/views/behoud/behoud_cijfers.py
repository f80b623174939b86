"""Behoud in cijfers: every figure with its formula, per year, per segment and per colleague, and the rows behind it.

A figure is a sum over rows, so a group is the same sum over fewer rows (domain 1.6). Groups are those of today: the
segment a client has now, and the colleague who leads it now. People stand by name and never by score.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import TypeAlias

from markupsafe import Markup

from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.portefeuille.retentiecijfers import retentiecijfers
from macros.portefeuille.telling import Aandeel, Maat, Retentiecijfer, Telling
from macros.views.delen.blad import Alinea, Blad, Leeg, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht, tabel
from macros.views.delen.platgeslagen import plat
from macros.views.delen.register import Gegeven, Kolom, register
from macros.views.delen.stukken import Bij, Link, Nadruk, Zacht, klant
from macros.views.delen.tabel import Bron
from macros.views.render import Inhoud, Stuk, toon
from macros.woorden import labels, taal
from macros.woorden.opmaak import opmaak

NVT = "n.v.t."
"""What stands where there is nothing to divide by."""
ALLES = "alles"
GEEN = Aandeel(0, 0)

Sommen: TypeAlias = dict[tuple[str, int], Aandeel]
"""The share of each group and year."""
Regel: TypeAlias = tuple[Telling, ...]
"""What one client, or one contract, adds over the years."""


@dataclass(frozen=True, slots=True)
class Getal(Stuk):
    """One figure as it is printed."""

    naam: str
    """What tells it apart inside its block: "bruto"; empty where it stands alone."""
    tekst: str = NVT
    bij: str = ""
    """What it is made of: "9 van 11", named as a small number where it is one."""
    procent: float | None = None
    """The share, for the picture."""

    def html(self, basis: str) -> Markup:
        """Print the percentage, its name, and what it is made of."""
        return opmaak("{}", toon((Nadruk(self.tekst), self.naam, Bij(self.bij)), basis))


@dataclass(frozen=True, slots=True)
class Groep:
    """One line of the table of a figure."""

    soort: str
    """`alles`, `segment` or `wie`."""
    naam: str
    jaren: tuple[tuple[Getal, ...], ...]
    """For each year the ways to count the figure."""


@dataclass(frozen=True, slots=True)
class Blok:
    """One figure, counted for every group."""

    cijfer: Retentiecijfer
    groepen: tuple[Groep, ...]
    """All clients first, then by segment, then by colleague; empty while nothing is kept."""
    jaar: int
    """Place of the year that says most: the last full one, or now."""


@overzicht
def behoud_cijfers(portefeuille: Portefeuille) -> Blad:
    """Make every figure with its groups and rows."""
    delen = (deel for blok in blokken(portefeuille) for deel in _deel(blok, portefeuille))
    return Blad("behoud-cijfers", tuple(delen))


@tabel("behoud", "Behoud in cijfers", "behoud/formules/", "Een cijfer voor alle klanten, een segment of een collega.")
def behoudtabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every figure that there is something to count of, each as a part."""
    for blok in blokken(portefeuille):
        yield Bron(tuple(_groepkolommen(portefeuille)), blok.groepen, blok.cijfer.titel)


@per_portefeuille
def blokken(portefeuille: Portefeuille) -> tuple[Blok, ...]:
    """Count every figure; the tiles and the tables of one page both need them."""
    return tuple(_blok(cijfer, portefeuille) for cijfer in retentiecijfers(portefeuille, jaren(portefeuille)))


def jaarkoppen(portefeuille: Portefeuille) -> tuple[str, ...]:
    """Heads of the columns: the year that still runs says so."""
    dit = portefeuille.peildatum.year
    return tuple(f"{jaar} tot nu" if jaar == dit else str(jaar) for jaar in jaren(portefeuille))


def _deel(blok: Blok, portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """The blocks of one figure."""
    cijfer = blok.cijfer
    yield Tussenkop(cijfer.titel, cijfer.id, niveau=3)
    yield Alinea((Link("Formule:", f"handboek/behoud/#{cijfer.id}"), f"{cijfer.formule}."), zacht=True)
    if cijfer.leeg:
        yield Leeg(cijfer.leeg)
        return
    if cijfer.noot:
        yield Alinea(cijfer.noot, zacht=True)
    yield register(
        f"{cijfer.titel} per jaar; segment en accountmanager zijn die van nu",
        tuple(_groepkolommen(portefeuille)),
        blok.groepen,
        kaarten=False,
        deel=lambda groep: groep.soort,
    )
    if cijfer.elders:
        yield Alinea(Link("De bedragen per klant", f"#{cijfer.elders}"))
    elif regels := list(_regels(cijfer.maten[0].tellingen, portefeuille)):
        yield Vouw(
            f"{taal.aantal(len(regels), 'regel', 'regels')} erachter",
            register(
                f"{cijfer.titel}: wat er per jaar meetelt, op naam van de klant",
                tuple(_regelkolommen(portefeuille)),
                regels,
                naam=cijfer.id,
                kaarten=False,
            ),
        )


def _groepkolommen(portefeuille: Portefeuille) -> Iterator[Kolom[Groep]]:
    yield Kolom(
        "Wie",
        lambda groep: groep.naam,
        gegevens=(Gegeven("wie", lambda groep: groep.naam, "over wie het cijfer gaat"),),
    )
    yield from starmap(_groepkolom, enumerate(zip(jaren(portefeuille), jaarkoppen(portefeuille), strict=True)))


def _groepkolom(nummer: int, jaar: tuple[int, str]) -> Kolom[Groep]:
    """A year: on the page every way to count the figure, in a table the first as a number and all of them in words."""

    def procent(groep: Groep) -> float | None:
        getallen = groep.jaren[nummer]
        return round(getallen[0].procent, 1) if getallen and getallen[0].procent is not None else None

    def cel(groep: Groep) -> Inhoud:
        return Opsomming(groep.jaren[nummer], kort=True)

    return Kolom(
        jaar[1],
        cel,
        gegevens=(
            Gegeven(f"procent_{jaar[0]}", procent, f"het eerste percentage over {jaar[0]}, op honderd", "getal"),
            Gegeven(f"telling_{jaar[0]}", lambda groep: plat(cel(groep)).alles, "hoe dat is geteld"),
        ),
    )


def _regelkolommen(portefeuille: Portefeuille) -> Iterator[Kolom[Regel]]:
    dossiers = portefeuille.dossiers

    def naam(regel: Regel) -> Inhoud:
        eerste = regel[0]
        return klant(dossiers[eerste.id], eerste.anker), eerste.contract and Zacht(eerste.contract)

    def wie(regel: Regel) -> str:
        return portefeuille.naam(dossiers[regel[0].id].account.driehoek.accountmanager)

    yield Kolom("Klant", naam, sorteer=True)
    yield Kolom("Segment", lambda regel: dossiers[regel[0].id].segment.waarde or "–", filter=True)
    # As the figures above it, which count a client for its own account manager.
    yield Kolom("Accountmanager", wie, filter=True)
    for jaar, kop in zip(jaren(portefeuille), jaarkoppen(portefeuille), strict=True):
        yield _jaarkolom(jaar, kop)


def _jaarkolom(jaar: int, kop: str) -> Kolom[Regel]:
    return Kolom(kop, lambda regel: "; ".join(telling.tekst for telling in regel if telling.jaar == jaar))


def _regels(tellingen: Iterable[Telling], portefeuille: Portefeuille) -> Iterator[Regel]:
    """Put what happened to one client or contract on one line, by name; of several in one year all are said."""
    per: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellingen:
        per[telling.id, telling.contract].append(telling)
    for sleutel in sorted(per, key=lambda sleutel: (portefeuille.dossiers[sleutel[0]].naam, sleutel)):
        yield tuple(per[sleutel])


def _blok(cijfer: Retentiecijfer, portefeuille: Portefeuille) -> Blok:
    groepen = () if cijfer.leeg else tuple(_groepen(cijfer.maten, portefeuille))
    return Blok(cijfer, groepen, _jaar(groepen, len(jaren(portefeuille)), nu=cijfer.nu))


def _jaar(groepen: Sequence[Groep], aantal: int, *, nu: bool) -> int:
    """Choose the year of the tile: now, or the last full year in which there was something to divide by."""
    if nu or not groepen:
        return aantal - 1
    vol = range(aantal - 2, -1, -1)
    bekend = (jaar for jaar in vol if any(getal.procent is not None for getal in groepen[0].jaren[jaar]))
    return next(bekend, aantal - 1)


def _groepen(maten: Sequence[Maat], portefeuille: Portefeuille) -> Iterator[Groep]:
    sommen = [(maat, _sommen(maat.tellingen, portefeuille)) for maat in maten]
    bezet = {groep for _, som in sommen for (groep, _), gevonden in som.items() if gevonden.noemer}

    def groep(soort: str, naam: str, welke: str) -> Groep:
        eigen = [paar for paar in sommen if soort == ALLES or not paar[0].alleen_samen]
        getallen = (
            tuple(_getal(maat, som.get((welke, jaar), GEEN), portefeuille) for maat, som in eigen)
            for jaar in jaren(portefeuille)
        )
        return Groep(soort, naam, tuple(getallen))

    yield groep(ALLES, "Alle klanten", ALLES)
    for segment, label in (*labels.SEGMENT.items(), ("–", labels.Label("Nog geen segment"))):
        if f"segment {segment}" in bezet:
            yield groep("segment", label.tekst, f"segment {segment}")
    for naam, welke in sorted((portefeuille.naam(wie[4:]), wie) for wie in bezet if wie.startswith("wie ")):
        yield groep("wie", _met_vertrek(naam, welke[4:], portefeuille), welke)


def _sommen(tellingen: Iterable[Telling], portefeuille: Portefeuille) -> Sommen:
    """Add up every group and year in one pass."""
    tellers: dict[tuple[str, int], list[float]] = defaultdict(lambda: [0, 0])
    for telling in tellingen:
        dossier = portefeuille.dossiers[telling.id]
        wie, segment = dossier.account.driehoek.accountmanager, dossier.segment.waarde or "–"
        for groep in (ALLES, f"segment {segment}", f"wie {wie}"):
            som = tellers[groep, telling.jaar]
            som[0] += telling.teller
            som[1] += telling.noemer
    return {sleutel: Aandeel(*som) for sleutel, som in tellers.items()}


def _getal(maat: Maat, gevonden: Aandeel, portefeuille: Portefeuille) -> Getal:
    if gevonden.procent is None:
        return Getal(maat.naam)
    if maat.geld:
        valuta = portefeuille.gedeeld.instellingen.valuta
        bij = f"{taal.bedrag(gevonden.teller, valuta)} van {taal.bedrag(gevonden.noemer, valuta)}"
        return Getal(maat.naam, taal.procent(round(gevonden.procent, 1)), bij, gevonden.procent)
    klein = ", klein aantal" if gevonden.klein else ""
    bij = f"{taal.getal(gevonden.teller)} van {taal.getal(gevonden.noemer)}{klein}"
    return Getal(maat.naam, taal.procent(round(gevonden.procent)), bij, gevonden.procent)


def _met_vertrek(naam: str, persoon: str, portefeuille: Portefeuille) -> str:
    """Name a colleague; who has left us says so."""
    gevonden = portefeuille.gedeeld.personen.get(persoon)
    weg_op = gevonden.uit_dienst_op if gevonden else None
    return f"{naam} (uit dienst)" if weg_op and weg_op < portefeuille.peildatum else naam
