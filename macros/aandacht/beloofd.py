"""What is open between us and the client and has a day: the register of actions says it, here it comes up in time."""

from __future__ import annotations

from collections.abc import Iterator

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.model.werk import SOORTEN
from macros.portefeuille.acties import openstaand


def beloofdpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the promises, actions, assumptions and complaints of one client whose day is near or has passed."""
    for open_ in openstaand(maker.dossier):
        opdracht = SOORTEN[open_.soort].opdracht
        # Without words of its own a kind comes up in another way: actions of a repair plan with its new mark, which is
        # asked as a whole, and a buying signal from the talk, as it has no day in the register.
        if opdracht and maker.nabij(open_.datum):
            yield from maker.punt(
                open_.soort, opdracht.format(open_.titel), open_.datum, waarom=open_.waarom, wie=open_.wie,
                anker="/" + open_.doel, wacht=(open_.uitstel.onderwerp,) if open_.uitstel else (),
            )  # fmt: skip
