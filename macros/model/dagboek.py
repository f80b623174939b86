"""The journal: what a colleague heard and did in one week, a line an event (domain 2.1 and 2.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import SkipValidation

from macros.model.account import Account
from macros.model.basis import (
    Datum,
    Gat,
    Laag,
    Positief,
    Sleutel,
    Slug,
    Tekst,
    Tekst200,
    Vorm,
    Zichtbaar,
    onderdeel,
    veld,
    zichtbaarheid,
)
from macros.model.contact import Procesuitkomst

SoortDagboeksignaal = Literal[
    "koop", "koopsignaal", "stille_klacht", "klacht", "wijziging", "concurrent", "prijs", "onderdruk", "bovendruk"
]


@onderdeel
class Dagboekbelofte:
    """A promise made during this event; it is kept when a later line closes it."""

    tekst: Tekst = veld("Toezegging", "Wat is er beloofd?")
    van: Literal["wij", "klant"] = veld("Van wie", "Beloofden wij het, of de klant?", default="wij")
    voor_datum: Datum | None = veld(
        "Klaar voor",
        "Wanneer moet het nagekomen zijn?",
        default=None,
        gat=Gat("altijd", "Zet een datum bij deze toezegging: dan komt ze op tijd in beeld"),
    )
    zichtbaar: Zichtbaar = zichtbaarheid()


@onderdeel
class Dagboeksignaal:
    """Something the client let show."""

    soort: SoortDagboeksignaal = veld("Soort", "Wat voor signaal was het? `koop` is kort voor `koopsignaal`.")
    tekst: Tekst | None = veld("Wat merkte je", "Beschrijf het signaal in je eigen woorden.", default=None)
    kans: Slug | None = veld("Kans", "De id van de kans die hieruit kwam.", default=None)


@onderdeel
class NieuwGezicht:
    """Somebody at the client whom we did not know yet; the rest is told in the account file."""

    naam: Tekst = veld("Naam", "De naam zoals die op het werk gebruikt wordt.")
    functie: Tekst = veld("Functie", "Wat doet deze persoon bij de klant?")
    laag: Laag = veld("Laag", "In welke laag van de organisatie werkt deze persoon?")


@onderdeel
class Dagboekregel:
    """One event with one client."""

    klant: Slug = veld("Klant", "De id van de klant.")
    datum: Datum = veld("Datum", "De dag; een gesprek in de toekomst is een afspraak.")
    kern: Tekst200 = veld("Kern", "De kern, in één of twee zinnen.")
    met: list[Slug] = veld(
        "Met wie", "De contactpersonen met wie je sprak; laat dit weg als je niemand sprak.", default_factory=list
    )
    laag: Laag | None = veld(
        "Laag", "Alleen als niemand met name te noemen is: in welke laag sprak je iemand?", default=None
    )
    vorm: Vorm = veld("Vorm", "Hoe was het contact? Zonder keuze is het een bezoek.", default="bezoek")
    regel: Sleutel | None = veld(
        "Telt voor regel", "De contactregel waarvoor dit meetelt, wat er verder ook staat.", default=None
    )
    proces: Procesuitkomst | None = veld(
        "Uitkomst van de procesafstemming", "Alleen bij een procesafstemming: wat kwam eruit?", default=None
    )
    klopt_nog: list[Sleutel] = veld(
        "Klopt nog",
        "Wat je navroeg en nog zo is: de id van een contactpersoon (de houding), een verwachting, een vak van het "
        "canvas (het oordeel) of een contract (de inschatting); `inschatting` is die van alle contracten.",
        default_factory=list,
    )
    klaar: list[Slug] = veld(
        "Klaar",
        "Wat hiermee gedaan is: de id van een actie, een toezegging of een signaal, ook uit een dagboek.",
        default_factory=list,
    )
    gebroken: list[Slug] = veld(
        "Niet nagekomen", "Wat niet gelukt is: de id van een toezegging, ook uit een dagboek.", default_factory=list
    )
    belofte: Dagboekbelofte | None = veld("Toezegging", "Wat is er bij dit gesprek beloofd?", default=None)
    signaal: Dagboeksignaal | None = veld("Signaal", "Wat liet de klant merken?", default=None)
    nieuw: NieuwGezicht | None = veld("Nieuw gezicht", "Wie leerde je kennen?", default=None)

    @property
    def is_gesprek(self) -> bool:
        """Whether the client was spoken to: somebody is named, a layer, a contact rule or what the client showed."""
        return bool(self.met or self.laag or self.regel or self.signaal or self.nieuw)


@onderdeel
class Weekblad:
    """`_dagboek/<jaar>/w<nn>-<persoon>.yml`: the week of one colleague, written by that colleague alone."""

    regels: list[Dagboekregel] = veld("Regels", "Wat er gebeurde, het nieuwste onderaan.", default_factory=list)
    opgeruimd: list[Positief] = veld(
        "Opgeruimd",
        "De nummers van regels die te oud waren en weg zijn; `handboek opruimen` zet ze hier.",
        default_factory=list,
    )
    """So that the ids of the lines that stay do not change."""


@dataclass(frozen=True, slots=True)
class Aantekening:
    """A line of the journal with where it stands."""

    id: str
    """Made from file and place, counted from 1: `2026w12-anouk-de-wit-1`. Its promise goes by it."""
    wie: str
    """Id of the colleague who wrote it."""
    bestand: str
    """Below the folder: `_dagboek/2026/w12-anouk-de-wit.yml`."""
    nummer: int
    """Place in the file, from 0."""
    regel: Dagboekregel

    @property
    def signaal_id(self) -> str:
        """Id of its signal."""
        return f"{self.id}-signaal"

    @property
    def gezicht_id(self) -> str:
        """Id of the person it introduces."""
        return f"{self.id}-nieuw"


Dagboek: TypeAlias = Mapping[str, tuple[Aantekening, ...]]
"""Account id to its lines, by file and place."""


class Bron(NamedTuple):
    """The line that a fact of an account comes from, or that confirmed it."""

    naam: str
    """Of the colleague who wrote it."""
    bestand: str
    nummer: int
    dag: date
    """Of the line."""
    elders: date | None = None
    """What the account file says of the same fact; None when it says nothing."""

    @property
    def week(self) -> int:
        """Week of the file."""
        return int(self.bestand.rpartition("/w")[2][:2])

    @property
    def plek(self) -> str:
        """Where it stands, for who looks it up: `_dagboek/2026/w12-anouk-de-wit.yml, dagboekregel 1`."""
        return f"{self.bestand}, dagboekregel {self.nummer + 1}"


@onderdeel
class AccountMetDagboek(Account):
    """An account with what its lines in the journal add."""

    bronnen: Annotated[dict[str, Bron], SkipValidation] = veld("Bronnen", "Wat uit een dagboek komt.")
    """By the path of the fact: `contactmomenten.2026w12-anouk-de-wit-1`, `contactpersonen.h-bakker.houding_op`."""
    eigen: Annotated[Any, SkipValidation] = veld("Klantbestand", "Wat het klantbestand zelf zegt.")
    """An Account; typed loosely, so that nobody who walks the model comes by its fields twice."""


def klantbestand(account: Account) -> Account:
    """What the account file itself says, without its lines in the journal."""
    eigen: Account = account.eigen if isinstance(account, AccountMetDagboek) else account
    return eigen


def bron(account: Account, pad: str) -> Bron | None:
    """The line behind a fact of an account, by the fact's path; None when only the account file tells it."""
    return account.bronnen.get(pad) if isinstance(account, AccountMetDagboek) else None
