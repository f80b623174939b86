"""What is open between us and the client and has a day: the register of actions says it, here it comes up in time."""

from __future__ import annotations

from collections.abc import Iterator

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.portefeuille.acties import openstaand

TITELS = {
    "canvasactie": "{}",
    "reviewactie": "{}",
    "actiestap": "{}",
    "toezegging": "Kom na: {}",
    "toezegging_klant": "Herinner de klant: {}",
    "aanname": "Zoek uit: {}",
    "klacht": "Volg de klacht op: {}",
    "stille_klacht": "Volg de stille klacht op: {}",
}
"""The kinds that come up here, as an order. Actions of a repair plan end with its new mark, which is asked as a whole;
a buying signal has no day in the register."""


def beloofdpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the promises, actions, assumptions and complaints of one client whose day is near or has passed."""
    for open_ in openstaand(maker.dossier):
        titel = TITELS.get(open_.soort)
        if titel is not None and maker.nabij(open_.datum):
            yield from maker.punt(
                open_.soort, titel.format(open_.titel), open_.datum, waarom=open_.waarom, wie=open_.wie,
                anker="/" + open_.doel, wacht=(open_.uitstel.onderwerp,) if open_.uitstel else (),
            )  # fmt: skip
