"""Toernooi nieuwe klanten: how far the knock-out is, which round is due, what to do with each address that is left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.klant.toernooi import KLAAR, MINSTENS, TE_LAAT, Rondestand, Toernooi, bereikt, toernooien
from macros.model.gedeeld import Adres
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.wanneer import geleden, wanneer
from macros.views.toernooi.toernooischema import Schema, schema
from macros.woorden import taal
from macros.woorden.labels import Label

STANDEN = ("adressen", "suspects", "prospects", "ideeën toetsen", "accountplan", "onderhandeling", "klant")
"""What an address is called after each round; the first is the start."""
STAND = {
    "te_laat": Label("Te laat", "!", "te-laat"),
    "bezig": Label("Bezig", "◐", "gepland"),
    "gepland": Label("Gepland", "○", "gepland"),
    "klaar": Label("Klaar", "✓", "goed"),
    "vervallen": Label("Vervallen", "–", "stil"),
}
"""The states of a round."""


@dataclass(frozen=True, slots=True)
class Ronde:
    """One round of the tournament."""

    nummer: int
    """1 to 6."""
    naam: str
    """What an address is after it: "prospects"."""
    doel: int
    """How many should come through."""
    bereikt: int
    """How many came through."""
    start: date | None
    """First day."""
    eind: date | None
    """Last day as planned or held."""
    vroegst: date | None
    """First day on which it may end."""
    uiterlijk: date | None
    """Last day on which it must end."""
    stand: Label
    """How it stands."""
    bij: str
    """What asks attention: "nog 16 zonder besluit"; empty when nothing does."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One address that is left."""

    naam: str
    """Name of the firm."""
    omvang: str
    """Expected size; empty when it is not known."""
    te_klein: bool
    """Whether it goes on while it promises less than size L."""
    stand: str
    """What it is now: "prospects"."""
    wie: str
    """Name of the colleague who follows it."""
    contact: date | None
    """Day of the last contact."""
    contact_geleden: str
    """How long ago that was."""
    stap: str
    """Next step; empty when nobody wrote one."""


@dataclass(frozen=True, slots=True)
class Afvaller:
    """One address that dropped out."""

    naam: str
    """Name of the firm."""
    bij: str
    """When and why."""


@dataclass(frozen=True, slots=True)
class Jaargang:
    """One tournament."""

    jaar: int
    """Its year."""
    zin: str
    """Where it stands in one line."""
    wie: str
    """Name of the colleague who leads it; empty when nobody does."""
    let_op: tuple[str, ...]
    """What asks attention, the most urgent first."""
    schema: Schema
    """The bracket."""
    rondes: tuple[Ronde, ...]
    """The rounds to play, in order."""
    regels: tuple[Regel, ...]
    """Addresses still to win: without a next step first, then the longest without contact."""
    kweekvijver: tuple[Afvaller, ...]
    """Dropped out and kept in sight, by name."""
    van_de_lijst: tuple[Afvaller, ...]
    """Dropped out for good, by name."""


@dataclass(frozen=True, slots=True)
class Geparkeerd:
    """An account in the nursery pond."""

    id: str
    """Id of the account."""
    naam: str
    """Name of the account."""
    bij: str
    """Since when, and why."""


@dataclass(frozen=True)
class Toernooien:
    """What `toernooi.html` may use."""

    template: ClassVar[str] = "toernooi.html"
    aan: bool
    """Whether the team plays the tournament."""
    jaar: int
    """The year of the peildatum."""
    nu: tuple[Jaargang, ...]
    """The tournament of now, and one that is already planned."""
    eerder: tuple[Jaargang, ...]
    """Earlier tournaments, the newest first."""
    geparkeerd: tuple[Geparkeerd, ...]
    """Accounts in the nursery pond, by name."""


def toernooi(portefeuille: Portefeuille) -> Toernooien:
    """Make the page of the tournament."""
    gedeeld = portefeuille.gedeeld
    aan = gedeeld.instellingen.onderdelen.toernooi
    werving = gedeeld.werving if aan else {}
    nu, eerder = toernooien(werving, gedeeld.instellingen, portefeuille.peildatum)
    return Toernooien(
        aan=aan,
        jaar=portefeuille.peildatum.year,
        nu=tuple(_jaargang(jaargang, portefeuille) for jaargang in nu),
        eerder=tuple(_jaargang(jaargang, portefeuille) for jaargang in eerder),
        geparkeerd=tuple(_geparkeerd(portefeuille)) if aan else (),
    )


def _jaargang(stand: Toernooi, portefeuille: Portefeuille) -> Jaargang:
    peildatum, eigenaar = portefeuille.peildatum, stand.werving.eigenaar
    return Jaargang(
        jaar=stand.werving.jaar,
        zin=_zin(stand, peildatum),
        wie=portefeuille.naam(eigenaar) if eigenaar else "",
        let_op=tuple(_let_op(stand, peildatum)),
        schema=schema(stand, STANDEN),
        rondes=tuple(_ronde(ronde) for ronde in stand.rondes),
        regels=tuple(_regels(stand, portefeuille)),
        kweekvijver=tuple(_afvaller(adres) for adres in stand.kweekvijver),
        van_de_lijst=tuple(_afvaller(adres) for adres in stand.van_de_lijst),
    )


def _zin(stand: Toernooi, peildatum: date) -> str:
    """Say where the tournament stands: won, over, still to begin, or in which round."""
    if stand.klant:
        namen = taal.opsomming([adres.naam for adres in stand.klant])
        return f"Gewonnen: {namen}. Vier het met het team."
    if stand.werving.start_op > peildatum:
        return f"Begint op {taal.datum(stand.werving.start_op)}."
    if not stand.werving.adressen:
        return f"Begonnen op {taal.datum(stand.werving.start_op)}, maar er staan nog geen adressen in."
    if not stand.in_spel:
        return "Alle adressen zijn afgevallen."
    over = taal.aantal(len(stand.in_spel), "adres", "adressen")
    ronde = stand.ronde
    if ronde is None or ronde.uiterlijk is None:
        return f"Nog {over} in het spel. De volgende ronde heeft nog geen startdatum."
    wat = f"ronde {ronde.nummer}, {STANDEN[ronde.nummer]}"
    uiterlijk = f"{taal.datum(ronde.uiterlijk)}, {wanneer(ronde.uiterlijk, peildatum)}"
    return f"Nog {over} in het spel: {wat}. Besluit uiterlijk {uiterlijk}."


def _let_op(stand: Toernooi, peildatum: date) -> Iterator[str]:
    """What asks attention; nothing of a tournament that was won, or still has to begin."""
    if stand.klant or stand.werving.start_op > peildatum:
        return
    yield from (
        f"Ronde {ronde.nummer} is {wanneer(ronde.uiterlijk, peildatum)}: "
        f"{taal.aantal(ronde.zonder_besluit, 'adres', 'adressen')} zonder besluit."
        for ronde in stand.rondes
        if ronde.stand == TE_LAAT and ronde.uiterlijk
    )
    if stand.ontbreekt > 0:
        missen = "mist er nog 1" if stand.ontbreekt == 1 else f"missen er nog {stand.ontbreekt}"
        yield f"De lijst begint met {stand.startaantal} adressen; er {missen}."
    elif stand.ontbreekt < 0:
        yield f"Er staan {len(stand.werving.adressen)} adressen op een lijst voor {stand.startaantal}."
    klein = [adres.naam for adres in stand.in_spel if _te_klein(adres)]
    if klein:
        wat = "gaat door, maar belooft" if len(klein) == 1 else "gaan door, maar beloven"
        yield f"{taal.opsomming(klein)} {wat} minder dan maat L."
    if stand.opnieuw_op <= peildatum:
        yield f"Dit toernooi loopt langer dan een jaar: sinds {taal.datum(stand.opnieuw_op)} mag het opnieuw beginnen."


def _te_klein(adres: Adres) -> bool:
    """Whether an address was told to go on while it promises less than size L."""
    return adres.besluit == "go" and adres.omvang_verwacht is not None and adres.omvang_verwacht not in MINSTENS


def _ronde(ronde: Rondestand) -> Ronde:
    return Ronde(
        nummer=ronde.nummer,
        naam=STANDEN[ronde.nummer],
        doel=ronde.doel,
        bereikt=ronde.bereikt,
        start=ronde.start,
        eind=ronde.eind,
        vroegst=ronde.vroegst,
        uiterlijk=ronde.uiterlijk,
        stand=STAND[ronde.stand],
        bij=", ".join(_bij(ronde)),
    )


def _bij(ronde: Rondestand) -> Iterator[str]:
    if ronde.woorden:
        yield ronde.woorden
    if ronde.stand in {"bezig", TE_LAAT}:
        yield f"nog {ronde.zonder_besluit} zonder besluit"
    if ronde.eind and ronde.vroegst and ronde.uiterlijk and ronde.stand != "vervallen":
        if ronde.eind > ronde.uiterlijk:
            yield "einde ligt na de uiterste dag"
        elif ronde.eind < ronde.vroegst:
            yield "korter dan afgesproken"
    if ronde.stand == KLAAR and ronde.bereikt != ronde.doel:
        yield f"{'meer' if ronde.bereikt > ronde.doel else 'minder'} dan het doel"


def _regels(stand: Toernooi, portefeuille: Portefeuille) -> Iterator[Regel]:
    op_aandacht = sorted(
        (adres for adres in stand.in_spel if adres not in stand.klant),
        key=lambda adres: (adres.volgende_stap is not None, adres.laatste_contact or date.min, adres.naam),
    )
    for adres in op_aandacht:
        eigenaar = adres.eigenaar or stand.werving.eigenaar
        yield Regel(
            naam=adres.naam,
            omvang=adres.omvang_verwacht or "",
            te_klein=_te_klein(adres),
            stand=STANDEN[bereikt(adres, stand.startstand)],
            wie=portefeuille.naam(eigenaar) if eigenaar else "",
            contact=adres.laatste_contact,
            contact_geleden=geleden(adres.laatste_contact, portefeuille.peildatum) if adres.laatste_contact else "",
            stap=adres.volgende_stap or "",
        )


def _afvaller(adres: Adres) -> Afvaller:
    op = f"op {taal.datum(adres.besluit_op)}" if adres.besluit_op else ""
    return Afvaller(adres.naam, ": ".join(filter(None, (op, adres.reden))))


def _geparkeerd(portefeuille: Portefeuille) -> Iterator[Geparkeerd]:
    """Accounts in the nursery pond: they get light attention, and may play again."""
    for dossier in sorted(portefeuille.dossiers.values(), key=lambda dossier: dossier.naam):
        vijver = dossier.account.kweekvijver
        if vijver is not None and not dossier.contracten:
            sinds = f"sinds {taal.datum(vijver.sinds)}" if vijver.sinds else ""
            yield Geparkeerd(dossier.id, dossier.naam, ": ".join(filter(None, (sinds, vijver.waarom))))
