"""Acties en toezeggingen: everything that is open with a client, first what has no name or day, then by day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.model.werk import SOORT_VAN, SOORTEN
from macros.portefeuille.acties import UITGESTELD, ZONDER_DATUM, Openstaand, alles_open, openstaand, wachtend
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes, namen
from macros.views.delen.keuzes import Keuze
from macros.views.delen.wanneer import wanneer
from macros.woorden import labels

KOPPEN = {
    "te_laat": "Te laat",
    "deze_week": "Deze week",
    "deze_maand": "Deze maand",
    "op_tijd": "Later",
}
"""The parts of our own work, by standing."""
NOG_NIETS = (
    "Er staat nog geen actie, toezegging of aanname in de bestanden. Begin met wat je bij het laatste gesprek "
    "beloofde: zet het bij de klant onder toezeggingen, met een naam en een datum."
)
"""For a portfolio that was only just imported."""
VAN_KLANT = "toezegging_klant"
"""The kind that stands apart: it is not ours to do."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One open thing, in words; `_punten.html` prints it."""

    punt: Openstaand
    """What it is, for whom, and where the facts stand."""
    wie: str
    """Name of the colleague who should act, or why there is none."""
    wanneer: str
    """How near the day is, or that there is none."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the page."""

    anker: str
    """Its id."""
    kop: str
    """Its heading."""
    noot: str
    """One sentence under the heading; empty when the heading says it all."""
    rijen: tuple[Rij, ...]
    """The nearest day first."""
    dicht: bool = False
    """Whether it stands folded."""


@dataclass(frozen=True, slots=True)
class Uitgesteld:
    """Something that may wait."""

    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    wie: str
    """Id of the account manager."""
    onderwerp: str
    """What may wait, in words."""
    tot: date
    """Last day it may wait."""
    reden: str
    """Why, in the words of the file."""
    teksten: tuple[str, ...]
    """What it covers today."""


@dataclass(frozen=True)
class Acties:
    """What `acties.html` may use."""

    template: ClassVar[str] = "acties.html"
    zin: str
    """The page in one line."""
    leeg: str
    """What to add first, when no client has anything to keep track of yet; empty otherwise."""
    keuzes: tuple[Keuze, ...]
    """Filter by person and kind."""
    delen: tuple[Deel, ...]
    """Parts that hold something: without a name or day first, then by day, then signals and promises of clients."""
    uitgesteld: tuple[Uitgesteld, ...]
    """What may wait, the first to end on top."""


def acties(portefeuille: Portefeuille) -> Acties:
    """Make the register of everything that is open."""
    punten = [punt for punt in alles_open(portefeuille) if punt.stand != UITGESTELD]
    wacht = tuple(_uitgesteld(portefeuille))
    wie = [*(punt.wie for punt in punten if punt.wie), *(punt.wie for punt in wacht)]
    return Acties(
        zin=_zin(punten),
        leeg="" if any(_bijgehouden(dossier) for dossier in portefeuille.dossiers.values()) else NOG_NIETS,
        keuzes=(_personen(portefeuille, punten, wie), _soorten(punten)),
        delen=tuple(deel for deel in _delen(punten, portefeuille) if deel.rijen),
        uitgesteld=wacht,
    )


def _bijgehouden(dossier: Dossier) -> bool:
    """Whether anything was ever promised, assumed or planned for this client."""
    account = dossier.account
    acties = any(canvas.acties for canvas in account.canvassen)
    return bool(account.toezeggingen or account.aannames or account.uitstel or acties or openstaand(dossier))


def _personen(portefeuille: Portefeuille, punten: Iterable[Openstaand], wie: Iterable[str]) -> Keuze:
    keuze = keuzes.personen(portefeuille, wie)
    niemand = (("niemand", "Nog niemand"),) if any(punt.wie is None for punt in punten) else ()
    return Keuze(keuze.naam, keuze.titel, keuze.opties + niemand, keuze.alles)


def _soorten(punten: Iterable[Openstaand]) -> Keuze:
    over = {punt.soort for punt in punten}
    return Keuze("soort", "Wat", tuple((naam, soort.woord) for naam, soort in SOORTEN.items() if naam in over), "Alles")


def _delen(punten: list[Openstaand], portefeuille: Portefeuille) -> Iterable[Deel]:
    """Part the things: each stands once."""

    def deel(anker: str, kop: str, eigen: Iterable[Openstaand], noot: str = "") -> Deel:
        rijen = tuple(_rij(punt, portefeuille) for punt in eigen)
        return Deel(anker, kop, noot, rijen, dicht=anker == "later")

    van_ons = [punt for punt in punten if punt.soort != VAN_KLANT]
    volledig = [punt for punt in van_ons if not punt.mist]
    yield deel(
        "zonder-naam-of-datum", "Zonder naam of datum", (punt for punt in van_ons if punt.mist),
        "Niemand weet dat hij dit moet doen, of wanneer. Vul eerst dat aan.",
    )  # fmt: skip
    for stand, kop in KOPPEN.items():
        yield deel(kop.lower().replace(" ", "-"), kop, (punt for punt in volledig if punt.stand == stand))
    yield deel(
        "koopsignalen", "Koopsignalen zonder kans", (punt for punt in volledig if punt.stand == ZONDER_DATUM),
        "De klant liet iets merken. Maak er een kans van, of bel om te horen wat er speelt.",
    )  # fmt: skip
    yield deel(
        "van-de-klant", "De klant beloofde", (punt for punt in punten if punt.soort == VAN_KLANT),
        "Herinner de klant eraan; bij elke regel staat wie van ons dat doet.",
    )  # fmt: skip


def _rij(punt: Openstaand, portefeuille: Portefeuille) -> Rij:
    geen = "geen datum" if "datum" in punt.mist else "nog open"
    wanneer_ = wanneer(punt.datum, portefeuille.peildatum) if punt.datum else geen
    return Rij(punt, _wie(punt, portefeuille), wanneer_)


def _wie(punt: Openstaand, portefeuille: Portefeuille) -> str:
    """Name who should act, and beside it who of the client promised, or who of us left it behind."""
    van_ons = punt.van in portefeuille.gedeeld.personen
    if punt.wie is None:
        return f"{portefeuille.naam(punt.van)} werkt hier niet meer" if punt.van and van_ons else "nog niemand"
    naam = portefeuille.naam(punt.wie)
    if punt.soort != VAN_KLANT or van_ons:
        return naam
    return f"{naam}, beloofd door {namen.contact_op_overzicht(portefeuille.dossiers[punt.id], punt.van)}"


def _zin(punten: Iterable[Openstaand]) -> str:
    """Say the page in one line, about our own work."""
    van_ons = [punt for punt in punten if punt.soort != VAN_KLANT]
    aantal = Counter(punt.stand for punt in van_ons if not punt.mist)
    mist = sum(bool(punt.mist) for punt in van_ons)
    delen = [f"{aantal[stand]} {kop.lower()}" for stand, kop in KOPPEN.items() if aantal[stand]]
    delen = [*([f"{mist} zonder naam of datum"] if mist else []), *delen]
    return f"{', '.join(delen)}." if delen else "Van ons staat er niets open."


def _uitgesteld(portefeuille: Portefeuille) -> Iterable[Uitgesteld]:
    wacht = [(dossier, punt) for dossier in portefeuille.dossiers.values() for punt in wachtend(dossier)]
    for dossier, punt in sorted(wacht, key=lambda paar: (paar[1].uitstel.tot, paar[0].naam)):
        yield Uitgesteld(
            account=dossier.id,
            klant=dossier.naam,
            wie=dossier.account.driehoek.accountmanager,
            onderwerp=_onderwerp(dossier, punt.uitstel.onderwerp),
            tot=punt.uitstel.tot,
            reden=punt.uitstel.reden,
            teksten=punt.teksten,
        )


def _onderwerp(dossier: Dossier, naam: str) -> str:
    """Name the subject of a postponement: a contract, canvas or contact rule by its name, a kind of work in words."""
    if naam in dossier.contracten:
        return dossier.contracten[naam].contract.titel
    if naam in dossier.canvassen:
        return f"Retentiecanvas {naam}"
    if naam in SOORT_VAN:
        return SOORTEN[SOORT_VAN[naam]].woord
    return labels.woord(labels.CONTACTREGEL, naam).tekst
