"""Inwerken: what a new account manager finds at each client: what was handed over, whom to meet, which day is first."""

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.canvas.canvasstand import NIET_NODIG, ONTBREEKT
from macros.afleidingen.contact.bezetting import Overdracht, overdracht
from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille.collegabladen import collegabladen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Leeg
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.stukken import Aaneen, Dag, Link, Onder, Reeks, Zacht, hoofdletter, klant, telwoord
from macros.views.delen.werklijst import Deel, Regel, kenmerken, werklijst
from macros.views.overdracht.begin import overgenomen
from macros.views.overleg.kring import kringen
from macros.views.render import Inhoud
from macros.woorden import labels, taal

MENSEN, DAGEN = 3, 2
"""How many people and how many days of the calendar a client shows; its own page has them all."""


NIEMAND = "Er is nog geen accountmanager met een klant. Zodra een klantbestand jouw naam noemt, staat die klant hier."


@overzicht
def inwerken(portefeuille: Portefeuille) -> Blad:
    """Make the page with the clients of each account manager, by name."""
    if collegabladen(portefeuille):
        return Blad("", (Alinea("Kies je naam: dan zie je je klanten."),))
    kring = kringen(portefeuille)
    delen = [
        _collega(persoon, klanten, portefeuille)
        for persoon in portefeuille.accountmanagers()
        if (klanten := [dossier for dossier in kring[persoon.id].klanten if _loopt(dossier)])
    ]
    lijst = werklijst(portefeuille, "inwerken-lijst", delen, titel="Wie ben je?")
    return Blad("", (lijst if delen else Leeg(NIEMAND),))


def _loopt(dossier: Dossier) -> bool:
    return dossier.fase.waarde not in {None, "beeindigd"}


def _collega(persoon: Persoon, dossiers: list[Dossier], portefeuille: Portefeuille) -> Deel:
    """One colleague: how much it is, and the clients; what was handed over last first, then the nearest decision."""
    gekregen = {dossier.id: overdracht(dossier.account) for dossier in dossiers}
    dossiers.sort(key=lambda dossier: _volgorde(dossier, gekregen[dossier.id]))
    aantal = sum(overgang is not None for overgang in gekregen.values())
    begin = (
        Link("Zo begin je", f"inwerken/jouw-klanten/{persoon.id}/") if overgenomen(portefeuille, persoon.id) else None
    )
    klanten = "klant" if len(dossiers) == 1 else "klanten"
    zin = f"{hoofdletter(telwoord(len(dossiers)))} {klanten}"
    hoeveel = f"{zin}, waarvan {telwoord(aantal)} overgenomen." if aantal else f"{zin}."
    return Deel(
        persoon.naam,
        [_klant(dossier, gekregen[dossier.id], portefeuille) for dossier in dossiers],
        noot=(hoeveel, Reeks((begin, Link("Alles wat nu moet", f"overleg/{persoon.id}/")), " ·")),
        anker=persoon.id,
    )


def _volgorde(dossier: Dossier, gekregen: Overdracht | None) -> tuple[int, date, str]:
    laatst = gekregen.op.toordinal() if gekregen and gekregen.op else 0
    return -laatst, dossier.beslismoment.waarde or date.max, dossier.naam


def _klant(dossier: Dossier, gekregen: Overdracht | None, portefeuille: Portefeuille) -> Regel:
    """What to know about one client: the handover, its canvases, whom to meet, and the first days."""
    mensen = tuple(_mensen(dossier))
    meer = Link(f"en nog {len(mensen) - MENSEN}", f"accounts/{dossier.id}/#web") if mensen[MENSEN:] else None
    canvassen, dagen = tuple(_canvassen(dossier)), tuple(_dagen(dossier))
    return Regel(
        wat=(
            Onder(_overgenomen(gekregen, dossier, portefeuille)) if gekregen else None,
            Onder(("Canvas:", Reeks(canvassen))) if canvassen else None,
            Onder(("Kennismaken:", "; ".join(mensen[:MENSEN]), meer)) if mensen else None,
            Onder(("Datums:", Reeks(dagen, ";"))) if dagen else None,
        ),
        klant=(klant(dossier), namen.fase(dossier)),
        kenmerken={"wie": kenmerken(dossier)["wie"]},
    )


def _overgenomen(gekregen: Overdracht, dossier: Dossier, portefeuille: Portefeuille) -> Inhoud:
    """Say from whom and when, and what the handover left open, with the way to it."""
    op = f" op {taal.datum(gekregen.op)}" if gekregen.op else ""
    let_op = tuple(_let_op(gekregen, f"accounts/{dossier.id}/"))
    van = f"Overgenomen van {portefeuille.naam(gekregen.van)}{op}."
    lees = Link("Lees het dossier", f"accounts/{dossier.id}/overdracht/", bij=f"van {dossier.naam}")
    return van, ("Let op:", Aaneen((Reeks(let_op, " en"), "."))) if let_op else None, Aaneen((lees, "."))


def _let_op(gekregen: Overdracht, pad: str) -> Iterator[Link]:
    """Say what the handover left open."""
    belofte = "toezegging staat" if gekregen.beloften == 1 else "toezeggingen staan"
    if gekregen.beloften:
        yield Link(f"{telwoord(gekregen.beloften)} {belofte} nog open", f"{pad}#beloften")
    if not gekregen.vastgelegd:
        yield Link("de wisseling staat nog niet bij de wijzigingen", f"{pad}gebeurd/#overdracht")


def _canvassen(dossier: Dossier) -> Iterator[Inhoud]:
    """Canvases that are needed now, and contracts that wait for one."""
    pad = f"accounts/{dossier.id}/"
    for stand in dossier.canvassen.values():
        if stand.huidig and stand.stand != NIET_NODIG:
            naam = stand.canvas.id
            yield Link(naam, f"{pad}canvas/{naam}/"), labels.woord(labels.CANVAS_STAND, stand.stand)
    for contract, eis in dossier.canvas_per_contract.items():
        if eis.stand == ONTBREEKT:
            titel = dossier.contracten[contract].contract.titel
            yield Link(titel, f"{pad}#canvas"), labels.CANVAS_STAND[ONTBREEKT]


def _dagen(dossier: Dossier) -> Iterator[Inhoud]:
    """The first days of its contracts; late ones in front, and said to be; the contract where there are more."""
    lopend = [stand for stand in dossier.contracten.values() if stand.fase.waarde != "beeindigd"]
    for punt in [punt for punt in dossier.agenda if not (punt.gedaan or punt.is_herinnering)][:DAGEN]:
        titel = dossier.contracten[punt.contract].contract.titel
        yield (
            Link(punt.naam, f"accounts/{dossier.id}/#{punt.anker}"),
            Zacht(titel) if len(lopend) > 1 else None,
            Dag(punt.datum),
            labels.STAND[punt.stand] if punt.stand in {"te_laat", "uitgesteld"} else None,
        )


def _mensen(dossier: Dossier) -> Iterator[str]:
    """Name whom this account manager still has to meet: new faces by their day, then who decides and is not known."""
    nieuw = sorted(dossier.kennismaking.items(), key=lambda paar: paar[1].waarde)
    for wie, uiterlijk in nieuw:
        yield f"{namen.contact_op_overzicht(dossier, wie)} (uiterlijk {taal.datum(uiterlijk.waarde)})"
    for persoon in dossier.account.contactpersonen:
        onbekend = dossier.account.driehoek.accountmanager not in persoon.relaties
        mee = beslist_mee(persoon) and aanwezig(persoon, dossier.peildatum)
        if onbekend and mee and persoon.id not in dossier.kennismaking:
            yield namen.contact_op_overzicht(dossier, persoon.id)
