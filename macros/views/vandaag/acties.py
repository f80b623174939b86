"""Acties en toezeggingen: everything that is open with a client, first what has no name or day, then by day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.afleidingen.dossier import Dossier
from macros.model.werk import SOORT_VAN, SOORTEN
from macros.portefeuille.acties import UITGESTELD, ZONDER_DATUM, Openstaand, Wacht, alles_open, openstaand, wachtend
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Leeg, Sommen, Zin
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.punten import puntregel
from macros.views.delen.stukken import Aaneen, Bij, Link, Zacht, klant
from macros.views.delen.tabel import Bron, lijstbron
from macros.views.delen.werklijst import (
    DRINGEND,
    WACHT,
    Deel,
    Regel,
    Werklijst,
    deel_van,
    geteld,
    kenmerken,
    op_stand,
    werklijst,
)
from macros.woorden import labels

NOG_NIETS = (
    "Er staat nog geen actie, toezegging of aanname in de bestanden. Begin met wat je bij het laatste gesprek "
    "beloofde: zet het bij de klant onder toezeggingen, met een naam en een datum."
)
"""For a portfolio that was only just imported."""
VAN_KLANT = "toezegging_klant"
"""The kind that stands apart: it is not ours to do."""
MET_DAG = (*DRINGEND, "op_tijd")
"""The standings of our own work."""


@overzicht
def acties(portefeuille: Portefeuille) -> Blad:
    """Make the register of everything that is open."""
    if not any(_bijgehouden(dossier) for dossier in portefeuille.dossiers.values()):
        return Blad("acties", (Leeg(NOG_NIETS), Alinea(Link("Zo pas je een klant aan", "bijdragen/"))))
    punten = [punt for punt in alles_open(portefeuille) if punt.stand != UITGESTELD]
    lijst = _lijst(punten, portefeuille)
    ander = ("Dit zijn alleen acties en toezeggingen; ander werk staat op", Aaneen((Link("Vandaag", ""), ".")))
    wat = Zacht((*ander, Link("Wat telt mee?", "handboek/klantbeeld/#acties")))
    return Blad(
        "acties",
        (Zin((Sommen(_zin(punten), "acties-lijst", (*DRINGEND, "op_tijd"), (_mist(punten)[0],)), wat)), lijst),
    )


@tabel("acties", "Acties en toezeggingen", "acties/", "Iets dat nog open staat tussen ons en een klant.")
def actietabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give everything that is open, and what may wait."""
    punten = [punt for punt in alles_open(portefeuille) if punt.stand != UITGESTELD]
    yield lijstbron(_lijst(punten, portefeuille))


def _lijst(punten: list[Openstaand], portefeuille: Portefeuille) -> Werklijst:
    delen = (deel for deel in _delen(punten, portefeuille) if deel.regels)
    niets = "Niets open voor deze keuze."
    return werklijst(portefeuille, "acties-lijst", delen, meer=(_soorten(punten),), niets=niets)


@kaart("acties/")
def actiekaart(portefeuille: Portefeuille) -> Kaart:
    """Count what is open on our side, and what is late of it."""
    van_ons = [punt for punt in alles_open(portefeuille) if punt.stand != UITGESTELD and punt.soort != VAN_KLANT]
    laat = sum(punt.stand == "te_laat" and not punt.mist for punt in van_ons)
    stand = kaartstand(laat, "te laat", "te-laat")
    return Kaart("Wat staat er nog open tussen ons en de klant?", len(van_ons), "open bij ons", stand)


def _bijgehouden(dossier: Dossier) -> bool:
    """Whether anything was ever promised, assumed or planned for this client."""
    account = dossier.account
    acties = any(canvas.acties for canvas in account.canvassen)
    return bool(account.toezeggingen or account.aannames or account.uitstel or acties or openstaand(dossier))


def _soorten(punten: Iterable[Openstaand]) -> Keuze:
    over = {punt.soort for punt in punten}
    return Keuze("soort", "Wat", tuple((naam, soort.woord) for naam, soort in SOORTEN.items() if naam in over), "Alles")


def _delen(punten: list[Openstaand], portefeuille: Portefeuille) -> Iterator[Deel]:
    """Part the things: each stands once."""

    def deel(anker: str, kop: str, eigen: Iterable[Openstaand], noot: str) -> Deel:
        regels = [_regel(punt, portefeuille) for punt in eigen]
        return Deel(kop, regels, noot=noot, anker=f"acties-{anker}", aantal=len(regels))

    van_ons = [punt for punt in punten if punt.soort != VAN_KLANT]
    volledig = [punt for punt in van_ons if not punt.mist]
    kop, noot = _mist(punten)
    mist = deel("zonder-naam-of-datum", kop, (punt for punt in van_ons if punt.mist), noot)
    yield replace(mist, stand="te_laat")
    for eigen in op_stand(_regel(punt, portefeuille) for punt in volledig if punt.stand != ZONDER_DATUM):
        yield replace(eigen, anker=f"acties-{labels.STAND[eigen.stand].tekst.lower().replace(' ', '-')}")
    yield deel(
        "koopsignalen",
        "Koopsignalen zonder kans",
        (punt for punt in volledig if punt.stand == ZONDER_DATUM),
        "De klant liet iets merken. Maak er een kans van, of bel om te horen wat er speelt.",
    )
    yield deel(
        "van-de-klant",
        "De klant beloofde",
        (punt for punt in punten if punt.soort == VAN_KLANT),
        "Herinner de klant eraan; bij elke regel staat wie van ons dat doet.",
    )
    wacht = [(dossier, punt) for dossier in portefeuille.dossiers.values() for punt in wachtend(dossier)]
    wacht.sort(key=lambda paar: (paar[1].uitstel.tot, paar[0].naam))
    uitgesteld = [_uitgesteld(dossier, punt) for dossier, punt in wacht]
    yield replace(deel_van(UITGESTELD, uitgesteld, "acties"), noot=WACHT)


def _regel(punt: Openstaand, portefeuille: Portefeuille) -> Regel:
    """Write one thing; beside it who of the client promised it, where that was the client."""
    door = ""
    if punt.soort == VAN_KLANT and punt.wie and punt.van not in portefeuille.gedeeld.personen:
        door = f"Beloofd door {namen.contact_op_overzicht(portefeuille.dossiers[punt.id], punt.van)}"
    regel = puntregel(punt, portefeuille, _wie(punt, portefeuille), door)
    return regel if punt.datum else replace(regel, wanneer="geen datum" if "datum" in punt.mist else "nog open")


def _wie(punt: Openstaand, portefeuille: Portefeuille) -> str:
    """Name who should act, or who of us left it behind."""
    if punt.wie is None:
        van_ons = punt.van in portefeuille.gedeeld.personen
        return f"{portefeuille.naam(punt.van)} werkt hier niet meer" if punt.van and van_ons else "nog niemand"
    return portefeuille.naam(punt.wie)


def _zin(punten: Iterable[Openstaand]) -> str:
    """Say the page in one line, about our own work."""
    van_ons = [punt for punt in punten if punt.soort != VAN_KLANT]
    mist = sum(bool(punt.mist) for punt in van_ons)
    delen = [f"{mist} {_mist(van_ons)[0].lower()}"] if mist else []
    delen += geteld((punt.stand for punt in van_ons if not punt.mist), MET_DAG)
    return f"{', '.join(delen)}." if delen else "Van ons staat er niets open."


def _mist(punten: Iterable[Openstaand]) -> tuple[str, str]:
    """Head what was not filled in with what is missing, and say what to do first."""
    mist = {wat for punt in punten if punt.soort != VAN_KLANT for wat in punt.mist}
    if mist == {"datum"}:
        return "Zonder datum", "Er staat niet bij wanneer dit klaar moet zijn. Vul dat eerst aan."
    if mist == {"naam"}:
        return "Zonder naam", "Er staat niet bij wie dit doet. Vul dat eerst aan."
    return "Zonder naam of datum", "Er staat niet bij wie dit doet, of wanneer het klaar moet zijn. Vul dat eerst aan."


def _uitgesteld(dossier: Dossier, punt: Wacht) -> Regel:
    """Say what may wait until when, why, and what that covers today."""
    tot = Bij(punt.uitstel.woorden)
    return Regel(
        (_onderwerp(dossier, punt.uitstel.onderwerp), tot, *(Bij(f"Wacht: {tekst}") for tekst in punt.teksten)),
        klant(dossier, "klantbeeld", segment=True),
        namen.aan_zet(dossier),
        stand=UITGESTELD,
        kenmerken=kenmerken(dossier) | {"soort": "uitstel"},
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
