"""What more we could do for a client: whether there is a chance, its next step, and what the client does not do yet."""

from __future__ import annotations

from collections.abc import Iterator

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.klant.kansen import kansmomenten, kansvraag
from macros.portefeuille.klantfeiten import loopt
from macros.woorden import taal
from macros.woorden.labels import KANS_SOORT


def kanspunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the question after a chance, and the steps and ideas whose day is near."""
    if loopt(maker.dossier):
        yield from _vraag(maker)
    yield from _stappen(maker)
    yield from _ideeen(maker)


def _vraag(maker: Maker) -> Iterator[Aandachtspunt]:
    """One question for all moments that wait for an answer: one talk with the client answers them."""
    dossier = maker.dossier
    instellingen, zorg = dossier.gedeeld.instellingen, dossier.klantbeeld.niveau == "zorg"
    uiterlijk = kansvraag(dossier.account, instellingen, dossier.peildatum, zorg=zorg).waarde
    if uiterlijk is None:
        return
    momenten = kansmomenten(dossier.account, instellingen, dossier.peildatum)
    redenen = taal.opsomming([moment.tekst for moment in reversed(momenten)])
    yield from maker.punt(
        "kansvraag",
        "Kijk of hier een kans is: iets erbij, meer van hetzelfde of een verwijzing",
        uiterlijk,
        waarom=f"{redenen[:1].upper()}{redenen[1:]}",
        anker="waarom-kansvraag",
    )


def _stappen(maker: Maker) -> Iterator[Aandachtspunt]:
    """A step that was agreed on is taken, or gets another day."""
    for kans in maker.dossier.account.kansen:
        if kans.is_open and kans.volgende_stap:
            soort = KANS_SOORT[kans.soort].tekst if kans.soort else "Kans"
            yield from maker.punt(
                "kansstap",
                f"{kans.volgende_stap} (kans: {kans.tekst})",
                kans.voor_datum,
                waarom=taal.met_punten(soort, kans.status),
                anker="kansen",
                wie=kans.eigenaar,
                over=kans.id,
            )


def _ideeen(maker: Maker) -> Iterator[Aandachtspunt]:
    """An idea with a day is talked about with the client, or gets another day."""
    for idee in maker.dossier.account.innovaties:
        if idee.is_open:
            yield from maker.punt(
                "innovatie",
                f"Bespreek met de klant: {idee.tekst}",
                idee.voor_datum,
                waarom=idee.status or "Iets wat de klant nog niet doet",
                anker="verwachtingen",
                wie=idee.eigenaar,
                over=idee.id,
            )
