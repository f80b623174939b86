"""Contactschema: who is due with whom, when each decider was last spoken to, and who heard too little from us.

Inside a part the rows run by last real contact, the oldest first, and never by value: the quiet accounts are the hidden
risk [E55]. A client that was never spoken to counts from the day the schedule began.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.aandacht.ritme import ritme
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contract.datums import stand
from macros.afleidingen.dossier import Dossier
from macros.model.mensen import Contactpersoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.contacten import berichten
from macros.views.contacten.berichten import Berichtrij
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.lijsten import Lijst
from macros.views.delen.wanneer import geleden, wanneer
from macros.woorden import labels

KOPPEN = {
    "te_laat": "Te laat",
    "deze_week": "Deze week",
    "deze_maand": "Deze maand",
    "op_tijd": "Later",
    "uitgesteld": "Uitgesteld",
}
"""The parts of the page, by standing."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One contact rule of one client."""

    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    segment: str
    """A, B, C or `geen`."""
    regel: str
    """Name of the rule: "Accountmanager, tactisch"."""
    anker: str
    """Where the client page explains the day."""
    personen: str
    """Ids of the colleagues who should act, with spaces between."""
    wie: str
    """Their names."""
    sinds: date
    """Last real contact, else the day the schedule began: what the rows are sorted by."""
    laatste: date | None
    """Last real contact; None when there never was one."""
    ritme: str
    """Real rhythm beside the agreed one: "88 dagen niet gesproken (afspraak: 61)"."""
    volgende: date
    """Last day for the next contact."""
    wanneer: str
    """How near that is."""


@dataclass(frozen=True, slots=True)
class Deel:
    """The rules in one standing."""

    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    kop: str
    """Its heading."""
    open: bool
    """Whether it stands open; what comes later is folded."""
    rijen: tuple[Rij, ...]
    """Last contact longest ago first."""


@dataclass(frozen=True, slots=True)
class Gesproken:
    """One person who decides or is heard."""

    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    accountmanager: str
    """Id of the account manager."""
    segment: str
    """A, B, C or `geen`."""
    naam: str
    """Name, or only the function where names are not shown."""
    functie: str
    """Function at the client; empty where it stands for the name."""
    rol: str
    """Beslisser or Beïnvloeder."""
    laatst: date | None
    """Last personal conversation; None when there never was one."""
    geleden: str
    """How long ago: "88 dagen geleden", or "nog niet gesproken"."""


@dataclass(frozen=True, slots=True)
class Kennismaking:
    """A new face that somebody should meet."""

    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    accountmanager: str
    """Id of the account manager."""
    wie: str
    """Name of the account manager."""
    segment: str
    """A, B, C or `geen`."""
    naam: str
    """Who is new, with the function."""
    anker: str
    """Where the client page explains the day."""
    uiterlijk: date
    """Last day to meet."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand` or `op_tijd`."""
    wanneer: str
    """How near that is."""


@dataclass(frozen=True)
class Contactschema:
    """What `contactschema.html` may use."""

    template: ClassVar[str] = "contactschema.html"
    zin: str
    """The page in one line."""
    keuzes: tuple[Keuze, ...]
    """Filter by person and segment."""
    delen: tuple[Deel, ...]
    """Parts that hold a rule, late first."""
    kennismakingen: tuple[Kennismaking, ...]
    """New faces, the earliest due first."""
    gesproken: tuple[Gesproken, ...]
    """Deciders and who is heard, never spoken first, then longest ago."""
    berichten: tuple[Berichtrij, ...]
    """Clients by the day their next message is due; empty when the team does not count messages."""
    verstuurd: Lijst
    """The messages themselves."""
    berichten_per_jaar: int
    """The norm."""
    te_weinig: int
    """How many clients heard less than that."""


def contactschema(portefeuille: Portefeuille) -> Contactschema:
    """Make the contact schedule of the whole portfolio."""
    dossiers = tuple(portefeuille.dossiers.values())
    paren = [(dossier, regel) for dossier in dossiers for regel in dossier.contact]
    kennismakingen = _kennismakingen(dossiers, portefeuille)
    gesproken = _gesproken(dossiers, portefeuille)
    heeft_gehoord = list(berichten.rijen(dossiers, portefeuille))
    return Contactschema(
        zin=_zin([regel for _, regel in paren]),
        keuzes=(
            keuzes.personen(portefeuille, (wie for _, regel in paren for wie in regel.personen)),
            keuzes.segmenten(dossier.segment.waarde for dossier, _ in paren),
        ),
        delen=tuple(_delen(paren, portefeuille)),
        kennismakingen=tuple(sorted(kennismakingen, key=lambda rij: (rij.uiterlijk, rij.klant))),
        gesproken=tuple(sorted(gesproken, key=lambda rij: (rij.laatst or date.min, rij.klant))),
        berichten=tuple(sorted(heeft_gehoord, key=lambda rij: (rij.volgende, rij.klant))),
        verstuurd=berichten.verstuurd(portefeuille),
        berichten_per_jaar=portefeuille.gedeeld.instellingen.berichten_per_jaar,
        te_weinig=sum(not rij.genoeg for rij in heeft_gehoord),
    )


def _zin(regels: Iterable[Contactstand]) -> str:
    """Say how many conversations wait."""
    standen = [regel.stand for regel in regels]
    if not standen:
        return "Er lopen geen contactregels: geen klant heeft een lopend contract en een segment."
    tellingen = ((standen.count(waarde), kop.lower()) for waarde, kop in list(KOPPEN.items())[:3])
    zin = ", ".join(f"{aantal} {kop}" for aantal, kop in tellingen if aantal)
    return f"{zin}." if zin else "Met iedereen op tijd gesproken, en niets dat deze maand moet."


def _delen(paren: Iterable[tuple[Dossier, Contactstand]], portefeuille: Portefeuille) -> Iterator[Deel]:
    per_stand: dict[str, list[Rij]] = {waarde: [] for waarde in KOPPEN}
    for dossier, regel in paren:
        per_stand[regel.stand].append(_rij(dossier, regel, portefeuille))
    for waarde, rijen in per_stand.items():
        if rijen:
            rijen.sort(key=lambda rij: (rij.sinds, rij.volgende, rij.klant))
            yield Deel(waarde, KOPPEN[waarde], waarde not in {"op_tijd", "uitgesteld"}, tuple(rijen))


def _rij(dossier: Dossier, regel: Contactstand, portefeuille: Portefeuille) -> Rij:
    return Rij(
        account=dossier.id,
        klant=dossier.naam,
        segment=dossier.segment.waarde or "geen",
        regel=regel.naam,
        anker=f"waarom-contact-{regel.regel}",
        personen=" ".join(regel.personen),
        wie=", ".join(map(portefeuille.naam, regel.personen)) or "nog niemand aangewezen",
        sinds=regel.sinds,
        laatste=regel.laatste,
        ritme=ritme(regel, portefeuille.peildatum),
        volgende=regel.volgende.waarde,
        wanneer=wanneer(regel.volgende.waarde, portefeuille.peildatum),
    )


def _naam(persoon: Contactpersoon, portefeuille: Portefeuille) -> tuple[str, str]:
    """Name and function; the function alone where the team shows no names on overview pages (domain 2.9)."""
    if portefeuille.gedeeld.instellingen.toon_contactnamen:
        return persoon.naam, persoon.functie
    return persoon.functie, ""


def _kennismakingen(dossiers: Iterable[Dossier], portefeuille: Portefeuille) -> Iterator[Kennismaking]:
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    for dossier in dossiers:
        personen = {persoon.id: persoon for persoon in dossier.account.contactpersonen}
        wie = dossier.account.driehoek.accountmanager
        for persoon, uiterlijk in dossier.kennismaking.items():
            yield Kennismaking(
                account=dossier.id,
                klant=dossier.naam,
                accountmanager=wie,
                wie=portefeuille.naam(wie),
                segment=dossier.segment.waarde or "geen",
                naam=", ".join(filter(None, _naam(personen[persoon], portefeuille))),
                anker=f"waarom-kennismaking-{persoon}",
                uiterlijk=uiterlijk.waarde,
                stand=stand(uiterlijk.waarde, peildatum, instellingen),
                wanneer=wanneer(uiterlijk.waarde, peildatum),
            )


def _gesproken(dossiers: Iterable[Dossier], portefeuille: Portefeuille) -> Iterator[Gesproken]:
    """List who decides or is heard at clients whose schedule runs."""
    for dossier in dossiers:
        if dossier.ingangsdatum is None:
            continue
        personen = {persoon.id: persoon for persoon in dossier.account.contactpersonen}
        for wie, laatst in dossier.laatst_gesproken.items():
            naam, functie = _naam(personen[wie], portefeuille)
            yield Gesproken(
                account=dossier.id,
                klant=dossier.naam,
                accountmanager=dossier.account.driehoek.accountmanager,
                segment=dossier.segment.waarde or "geen",
                naam=naam,
                functie=functie,
                rol=labels.woord(labels.ROL_BVT, personen[wie].rol_bvt).tekst,
                laatst=laatst,
                geleden=geleden(laatst, portefeuille.peildatum) if laatst else "nog niet gesproken",
            )
