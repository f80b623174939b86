"""Honken: how far every client is on the bases of this year, what was decided after each, and the years before."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.honken import EERDER, Honkjaar, honkjaar
from macros.afleidingen.klant.toernooi import in_spel_nog, toernooien
from macros.model.gedeeld import Honk
from macros.model.groei import Honkstand
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.woorden import taal
from macros.woorden.labels import Label


@dataclass(frozen=True, slots=True)
class Titel:
    """One of the twelve bases."""

    nummer: int
    """1 to 12."""
    titel: str
    """What it is called."""
    werktitel: bool
    """Whether the title is ours until the real one is known."""
    kern: str
    """What it is about, in one line."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One base of one client about which something was written down."""

    naam: str
    """Which base it is: "Honk 10, Nazorg"."""
    tekst: str
    """State and day: "gehaald op 9 maart 2026"."""
    besluit: Label | None
    """GO or NO GO after the base; None without a decision."""
    notitie: str
    """What was noted; empty without."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One client in one year."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    wie: str
    """Name of the account manager."""
    honk_stand: int
    """Number of bases reached since the last restart."""
    standen: tuple[tuple[int, str], ...]
    """Each base with its state."""
    woorden: str
    """The same in words, for who cannot see the row of bases."""
    besluit: Label | None
    """The last decision; None without one."""
    herstart: str
    """When and why the work began again at base 1; empty without a restart."""
    stappen: tuple[Stap, ...]
    """What was written down per base."""


@dataclass(frozen=True, slots=True)
class Jaargang:
    """The clients of one year."""

    jaar: int
    """The year."""
    rijen: tuple[Rij, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class Werver:
    """A colleague in the tournament: base 12."""

    naam: str
    """Name of the colleague."""
    tekst: str
    """How many addresses are left."""


@dataclass(frozen=True)
class Honken:
    """What `honken.html` may use."""

    template: ClassVar[str] = "honken.html"
    zin: str
    """The page in one line."""
    aan: bool
    """Whether the team works with the bases."""
    jaar: int
    """The year of the peildatum."""
    nu: Jaargang
    """The clients of this year."""
    zonder: tuple[tuple[str, str], ...]
    """Id and name of clients with a running contract whose bases are not set out this year."""
    ander: tuple[Jaargang, ...]
    """Other years, the newest first; one still to come among them."""
    honken: tuple[Titel, ...]
    """The twelve bases."""
    wervers: tuple[Werver, ...]
    """Base 12 per colleague, by name; empty without a tournament."""
    toernooi_jaar: int | None
    """Year of that tournament."""


BESLUIT = {"go": Label("GO", "✓", "goed"), "no_go": Label("NO GO", "✕", "risico")}
"""What a team decides after a base."""
STANDEN = {"gehaald": "gehaald", "eerder": "gehaald vóór de herstart", "gepland": "gepland", "bezig": "bezig"}
"""The words for the state of a base; an open one has none."""


def honken(portefeuille: Portefeuille) -> Honken:
    """Make the register of bases."""
    aan = portefeuille.gedeeld.instellingen.onderdelen.honken
    jaar = portefeuille.peildatum.year
    op_naam = sorted(portefeuille.dossiers.values(), key=lambda dossier: (dossier.naam, dossier.id)) if aan else []
    nu = _jaargang(jaar, op_naam, portefeuille)
    gezet = {rij.id for rij in nu.rijen}
    zonder = [dossier for dossier in op_naam if loopt(dossier) and dossier.id not in gezet]
    andere = sorted({ander for dossier in op_naam for ander in dossier.account.honken} - {jaar}, reverse=True)
    wervers, toernooi_jaar = _wervers(portefeuille)
    return Honken(
        zin=_zin(nu, zonder) if aan else "Jullie team werkt niet met de twaalf honken.",
        aan=aan,
        jaar=jaar,
        nu=nu,
        zonder=tuple((dossier.id, dossier.naam) for dossier in zonder),
        ander=tuple(_jaargang(ander, op_naam, portefeuille) for ander in andere),
        honken=tuple(_titel(honk) for honk in portefeuille.gedeeld.honken.honken),
        wervers=wervers if aan else (),
        toernooi_jaar=toernooi_jaar,
    )


def _zin(nu: Jaargang, zonder: list[Dossier]) -> str:
    """Say for how many clients the bases are set out, and for how many they are not."""
    if not nu.rijen:
        return f"Voor {nu.jaar} zijn nog bij geen enkele klant de honken uitgezet."
    gezet = taal.aantal(len(nu.rijen), "klant", "klanten")
    nog = f" Bij {taal.aantal(len(zonder), 'klant', 'klanten')} met een lopend contract nog niet." if zonder else ""
    return f"Voor {nu.jaar} zijn de honken uitgezet bij {gezet}.{nog}"


def _jaargang(jaar: int, dossiers: Iterable[Dossier], portefeuille: Portefeuille) -> Jaargang:
    rijen = (
        _rij(dossier, stand, portefeuille)
        for dossier in dossiers
        if (stand := honkjaar(dossier.account.honken, jaar, portefeuille.peildatum))
    )
    return Jaargang(jaar, tuple(rijen))


def _rij(dossier: Dossier, stand: Honkjaar, portefeuille: Portefeuille) -> Rij:
    gezet = dossier.account.honken[stand.jaar]
    namen_van = {honk.nummer: _naam(honk) for honk in portefeuille.gedeeld.honken.honken}
    besloten = [honk for honk in gezet.values() if honk.besluit]
    laatste = max(besloten, key=lambda honk: honk.datum or date.min, default=None)
    return Rij(
        id=dossier.id,
        naam=namen.klant(dossier),
        wie=portefeuille.naam(dossier.account.driehoek.accountmanager),
        honk_stand=stand.honk_stand,
        standen=tuple(stand.standen.items()),
        woorden=_woorden(stand),
        besluit=BESLUIT[laatste.besluit] if laatste and laatste.besluit else None,
        herstart=_herstart(stand),
        stappen=tuple(
            _stap(nummer, honk, stand, namen_van.get(nummer, f"Honk {nummer}"))
            for nummer, honk in sorted(gezet.items())
        ),
    )


def _naam(honk: Honk) -> str:
    """Name a base by number and title; a neutral title holds its number already."""
    return honk.titel if _neutraal(honk) else f"Honk {honk.nummer}, {honk.titel}"


def _titel(honk: Honk) -> Titel:
    return Titel(honk.nummer, honk.titel, not honk.titel_bevestigd and not _neutraal(honk), honk.kern or "")


def _neutraal(honk: Honk) -> bool:
    """Whether the title only says that it is not known yet."""
    return honk.titel.startswith(f"Honk {honk.nummer} ")


def _woorden(stand: Honkjaar) -> str:
    """Name the bases by state: "gehaald: 1 en 2; bezig: 3"."""
    delen = []
    for soort, woord in STANDEN.items():
        nummers = [str(nummer) for nummer, gevonden in stand.standen.items() if gevonden == soort]
        if nummers:
            delen.append(f"{woord}: {taal.opsomming(nummers)}")
    return "; ".join(delen) or "nog niets gehaald"


def _herstart(stand: Honkjaar) -> str:
    if stand.herstart is None:
        return ""
    reden = f": {stand.herstart.reden}" if stand.herstart.reden else ""
    return f"Terug naar honk 1 op {taal.datum(stand.herstart.datum)}{reden}"


def _stap(nummer: int, honk: Honkstand, stand: Honkjaar, naam: str) -> Stap:
    woord = STANDEN.get(stand.standen[nummer], "open")
    if honk.datum and stand.standen[nummer] == EERDER:
        woord = f"gehaald op {taal.datum_compact(honk.datum)}, vóór de herstart"
    elif honk.datum:
        woord = f"{woord} op {taal.datum_compact(honk.datum)}"
    return Stap(naam, woord, BESLUIT[honk.besluit] if honk.besluit else None, honk.notitie or "")


def _wervers(portefeuille: Portefeuille) -> tuple[tuple[Werver, ...], int | None]:
    """Base 12: how many addresses each colleague still has in the tournament of now."""
    gedeeld = portefeuille.gedeeld
    if not gedeeld.instellingen.onderdelen.toernooi:
        return (), None
    nu, _ = toernooien(gedeeld.werving, gedeeld.instellingen, portefeuille.peildatum)
    if not nu:
        return (), None
    werving = nu[-1].werving
    totaal = Counter(adres.eigenaar or werving.eigenaar or "" for adres in werving.adressen)
    over = Counter(adres.eigenaar or werving.eigenaar or "" for adres in werving.adressen if in_spel_nog(adres))
    return tuple(_werver(portefeuille, totaal, over)), werving.jaar


def _werver(portefeuille: Portefeuille, totaal: Counter[str], over: Counter[str]) -> Iterator[Werver]:
    for naam, persoon in sorted((portefeuille.naam(persoon), persoon) for persoon in totaal if persoon):
        yield Werver(naam, f"{over[persoon]} van {taal.aantal(totaal[persoon], 'adres', 'adressen')} nog in het spel")
