"""Where a successor begins: the clients that were taken over, in order and why, and their first days as one list.

On paper one A4: rows are counted so that they fit, and what does not stays on the screen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille.overdracht import (
    NIEUW,
    OPVOLGER,
    Stap,
    beslist_gauw,
    daarna,
    eerst,
    eerste_dagen,
    niet_overgedragen,
    te_laat_beloofd,
    wissel,
)
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Opsomming, Tussenkop, Zin
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Aaneen, Bij, Link, Reeks, hoofdletter, klant, straks, telwoord
from macros.views.overdracht.eerstedagen import daarna_alinea, door, wanneer, wat
from macros.views.overdracht.woorden import INTERN, WAARSCHUWING, restzin
from macros.views.overleg.overlegblad import PER_RIJ, hoogte, passend
from macros.views.render import Inhoud
from macros.woorden import labels, taal

BLAD, REST = 75.0, 12.0
"""Lines on a sheet below its title and headings, and most of them for what is not handed over."""
KLANTEN, SCHERM = 8, 100
"""Most clients on the sheet, and most steps on the screen."""


class Dagregel(NamedTuple):
    """One step with the client that it is of."""

    dossier: Dossier
    stap: Stap


def overgenomen(portefeuille: Portefeuille, wie: str) -> list[Dossier]:
    """Give the clients that this colleague took over lately, or gets from who leaves, in the order to begin."""
    hier = (een for een in portefeuille.dossiers.values() if een.fase.waarde != "beeindigd")
    return eerst([een for een in hier if wissel(een).naar == wie])


def zo_begin_je(portefeuille: Portefeuille, persoon: Persoon) -> Blad:
    """Make the page of one colleague."""
    gekregen = overgenomen(portefeuille, persoon.id)
    delen = _met(persoon, gekregen) if gekregen else _zonder(portefeuille, persoon)
    return Blad("overdracht-begin", tuple(delen))


def _met(persoon: Persoon, gekregen: Sequence[Dossier]) -> Iterator[Inhoud]:
    stappen = sorted(
        (Dagregel(een, stap) for een in gekregen for stap in eerste_dagen(een, wissel(een))),
        key=lambda regel: (regel.stap.dag, regel.dossier.naam, regel.stap.soort, regel.stap.wat),
    )
    resten = [(een, zin) for een in gekregen if (zin := _open(een))]
    volgorde, dagen, over_ = _volgorde(gekregen), _dagen(persoon, stappen[:SCHERM]), _resten(resten[:SCHERM])
    klanten = max(1, passend([PER_RIJ * hoogte(rij) for rij in volgorde.rijen[:KLANTEN]], BLAD / 3))
    gedrukt = passend([PER_RIJ * hoogte(rij) for rij in over_.rijen], REST)
    rijen = (*volgorde.rijen[:klanten], *over_.rijen[:gedrukt])
    passen = passend([PER_RIJ * hoogte(rij) for rij in dagen.rijen], BLAD - sum(PER_RIJ * hoogte(rij) for rij in rijen))
    aantal = "klant" if len(gekregen) == 1 else "klanten"
    yield Alinea((INTERN, WAARSCHUWING))
    yield Zin(
        (
            f"{hoofdletter(telwoord(len(gekregen)))} {aantal} om mee te beginnen. Eerst:",
            Aaneen((klant(gekregen[0]), ".")),
        )
    )
    yield Tussenkop("In deze volgorde", "volgorde")
    yield Alinea(
        f"Eerst wie zorg geeft of binnen {NIEUW.days} dagen beslist, dan wie op ons wacht, dan wie het eerst beslist.",
        zacht=True,
    )
    yield replace(volgorde, gedrukt=klanten)
    yield Tussenkop("De eerste dertig dagen", "eerste-dagen")
    yield replace(dagen, gedrukt=passen)
    if not stappen:
        later = [(een, stap) for een in gekregen for stap in daarna(een, wissel(een))]
        yield daarna_alinea(sorted(later, key=lambda paar: (paar[1].dag, paar[1].wat)))
    if len(stappen) > passen:
        yield Alinea(f"Op papier de eerste {passen} van {len(stappen)}; de rest staat op de site.", zacht=True)
    yield Tussenkop("Nog niet overgedragen", "rest")
    yield replace(over_, gedrukt=gedrukt)
    if len(resten) > gedrukt:
        yield Alinea(f"Op papier de eerste {gedrukt} van {len(resten)}.", zacht=True)
    yield Alinea(Reeks(tuple(_verder(persoon)), " ·"), zacht=True)


def _open(dossier: Dossier) -> str:
    """Word everything that is not handed over at a client, on one line."""
    van = wissel(dossier)
    if van.naar != dossier.account.driehoek.accountmanager:
        return f"Staat nog op naam van {namen.collega(dossier, van.van)}."
    zinnen = [restzin(dossier, rest, op_overzicht=True) for rest in niet_overgedragen(dossier)]
    return " ".join(zinnen)


def _resten(resten: Sequence[tuple[Dossier, str]]) -> Register:
    return register(
        "Per klant wat nog open is",
        (
            Kolom[tuple[Dossier, str]]("Klant", lambda rij: klant(rij[0])),
            Kolom[tuple[Dossier, str]]("Wat er nog open is", lambda rij: rij[1], breed="ruim"),
        ),
        resten,
        leeg="Niets meer: alles staat op jouw naam, en de wisseling is vastgelegd.",
    )


# --- in which order ---


def _volgorde(gekregen: Sequence[Dossier]) -> Register:
    return register(
        "Waar je begint staat bovenaan",
        (
            Kolom("Klant", lambda een: klant(een, segment=True)),
            Kolom("Van wie", _van_wie),
            Kolom("Waarom nu", _waarom, breed="ruim"),
            Kolom("Lees dit", lambda een: Link("Dossier", f"accounts/{een.id}/overdracht/", bij=f"van {een.naam}")),
        ),
        gekregen,
    )


def _van_wie(dossier: Dossier) -> Inhoud:
    van = wissel(dossier)
    op = f"op {taal.datum_compact(van.op)}" if van.op else ""
    return namen.collega(dossier, van.van), Bij(op)


def _waarom(dossier: Dossier) -> Inhoud:
    """Say why a client stands where it does: what the client shows, what is decided when, what we owe."""
    dag, beloofd = dossier.beslismoment.waarde, te_laat_beloofd(dossier)
    beslist = f"beslismoment {taal.datum(dag)}{_over(dossier)}" if dag else "niets te beslissen"
    laat = "toezegging te laat" if beloofd == 1 else "toezeggingen te laat"
    gauw = beslist_gauw(dossier)
    return (
        labels.KLANTBEELD[dossier.klantbeeld.niveau],
        labels.FASE[dossier.getoonde_fase] if gauw and dossier.getoonde_fase else None,
        Bij(taal.met_punten(beslist, f"{telwoord(beloofd)} {laat}" if beloofd else "", namen.reden(dossier))),
    )


def _over(dossier: Dossier) -> str:
    over = straks(dossier.beslismoment.waarde, dossier.peildatum)
    return f", {over}" if over else ""


# --- the days of all clients ---


def _dagen(persoon: Persoon, stappen: Sequence[Dagregel]) -> Register:
    return register(
        "Alle klanten door elkaar, op dag",
        (
            Kolom[Dagregel]("Uiterlijk", lambda regel: wanneer(regel.dossier, regel.stap)),
            Kolom[Dagregel]("Klant", lambda regel: klant(regel.dossier)),
            Kolom[Dagregel]("Wat", _wat, breed="ruim"),
            Kolom[Dagregel]("Met wie", _met_wie),
            Kolom[Dagregel]("Door wie", lambda regel: _door(persoon, regel)),
        ),
        stappen,
        leeg="In deze dertig dagen moet er niets. Maak toch kennis: wie je stem kent, belt eerder.",
    )


def _wat(regel: Dagregel) -> Inhoud:
    return wat(regel.dossier, regel.stap, namen.contact_op_overzicht)


def _met_wie(regel: Dagregel) -> str:
    return taal.opsomming([namen.contact_op_overzicht(regel.dossier, wie) for wie in regel.stap.met])


def _door(persoon: Persoon, regel: Dagregel) -> str:
    eigen = regel.stap.wie in {(persoon.id,), (OPVOLGER,)}
    return "jij" if eigen else door(regel.dossier, regel.stap).replace(persoon.naam, "jij")


# --- when there is nothing ---


def _zonder(portefeuille: Portefeuille, persoon: Persoon) -> Iterator[Inhoud]:
    """Say that nothing was taken over, and what is useful then: the dossiers of the own clients."""
    alle = (een for een in portefeuille.dossiers.values() if een.fase.waarde != "beeindigd")
    eigen = [een for een in alle if een.account.driehoek.accountmanager == persoon.id]
    yield Zin("Je nam de laatste tijd geen klant over. Fijn: dan is er tijd voor de klanten die je kent.")
    if eigen:
        yield Alinea("Ga je zelf een klant overdragen, of met verlof? Dit zijn de dossiers die je dan achterlaat.")
        eigen.sort(key=lambda een: een.naam)
        links = (Link(een.naam, f"accounts/{een.id}/overdracht/") for een in eigen[:SCHERM])
        yield Opsomming(tuple(links), kort=True)
    else:
        yield Alinea("Er staat ook nog geen klant op jouw naam. Krijg je er een, dan staat hier waar je begint.")
    yield Alinea(Reeks(tuple(_verder(persoon)), " ·"), zacht=True)


def _verder(persoon: Persoon) -> Iterator[Inhoud]:
    yield Link("Jouw klanten", "inwerken/jouw-klanten/")
    yield Link("Alles wat nu moet", f"overleg/{persoon.id}/")
    yield "De lijst voor wie geeft en wie krijgt:", Link("Overdracht", "inwerken/overdracht/")
