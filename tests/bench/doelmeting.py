"""What is measured beside building a site and has a target: serve, the commands, and what an editor fetches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from invoertijd import RIJEN, invoertijd
from meting import handboek
from serveertijd import serveertijden
from starttijd import bundelgewicht
from tabel import Doel
from vergelijking import VOORBEELD, Plek
from verschiltijd import verschiltijden

GROOT = 1000
KLANT = {VOORBEELD: "meerdal-zorggroep", GROOT: "klant-00001"}
"""Whose page is asked for in a portfolio of that size."""
ZICHTBAAR = {VOORBEELD: 0.5, GROOT: 1.5}
VERSCHIL = (1.0, 4.0)
"""Of `verschiltijden`, in its order."""
KB = 1000


def doelmetingen(werk: Path, keren: int) -> Iterator[Doel]:
    """Yield each figure as it comes, the median of so many runs; under serve the slowest of three changes."""
    plekken = {aantal: Plek(werk / f"doelen-{aantal}", aantal) for aantal in (VOORBEELD, GROOT)}
    yield from _opdrachten(plekken, keren)
    yield Doel(f"`handboek import` of {RIJEN:,} rows", invoertijd(werk / "register", keren).wand, "s")
    for (wat, seconden), grens in zip(verschiltijden(), VERSCHIL, strict=True):
        yield Doel(f"`handboek diff`, {wat}", seconden, "s", grens)
    yield Doel("what an editor fetches of our own code, packed", bundelgewicht() / KB, "kB")
    for aantal, plek in plekken.items():
        for wat, seconden in serveertijden(plek.accounts, KLANT[aantal]):
            yield Doel(f"serve, {aantal:,} clients: a change of {wat} shows", seconden, "s", ZICHTBAAR[aantal])


def _opdrachten(plekken: dict[int, Plek], keren: int) -> Iterator[Doel]:
    groot = plekken[GROOT]
    check = partial(handboek, groot.accounts, "check", keren=keren)
    yield Doel("`handboek check`, 1,000 clients, cold", check(vooraf=groot.vergeet).wand, "s", 3.0)
    yield Doel("`handboek check`, 1,000 clients, one changed", check(vooraf=groot.wijzig).wand, "s", 1.5)
    for aantal, plek in plekken.items():
        toon = handboek(plek.accounts, "show", KLANT[aantal], keren=keren)
        yield Doel(f"`handboek show` of one of {aantal:,} clients", toon.wand, "s", 0.4)
    yield Doel("`handboek --help`", handboek(groot.accounts, "--help", keren=keren).wand, "s", 0.15)
