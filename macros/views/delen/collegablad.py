"""Above a register that is too long for one page the way to the page of each colleague, and from there the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from macros.portefeuille.collegabladen import collegabladen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.stukken import Aaneen, Link, Reeks
from macros.views.render import Inhoud
from macros.woorden import taal


@dataclass(frozen=True)
class Collegablad:
    """What `collegablad.html` may use."""

    template: ClassVar[str] = "collegablad.html"
    zin: Inhoud
    """What stands on this page and where the rest is."""
    collegas: tuple[tuple[str, str, str, int], ...]
    """Id and name of each colleague, the path of the page, and how many clients stand on it; by name."""
    hier: str
    """Id of the colleague whose page this is; empty on that of all clients."""


def blad_van(register: str, wie: str, nummer: int = 1) -> str:
    """Give the path of the page of one colleague below `register`, an address ending in a slash.

    An id has no underscore, so it is never that of a client or of another page.
    """
    return f"{register}van_{wie}{f'_{nummer}' if nummer > 1 else ''}/"


def boven_het_geheel(portefeuille: Portefeuille, register: str) -> Collegablad:
    """Say above a register that of each long list the begin stands there."""
    zin = (
        f"Van {taal.aantal(len(portefeuille.dossiers), 'klant', 'klanten')} staat hier in elke lange lijst het begin.",
        "Kies een collega voor de rest. Je werk bij klanten van een ander staat ook bij",
        Aaneen((Link("Overleg", "overleg/"), ".")),
    )
    return Collegablad(zin, _collegas(portefeuille, register), "")


def boven_een_blad(deel: Portefeuille, register: str, titel: str, wie: str, nummer: int) -> Collegablad:
    """Say whose clients these are; `nummer` is the part this is, of who has more than one page holds."""
    delen = collegabladen(deel.team)[wie]
    eigen = sum(len(een.dossiers) for een in delen)
    waarvan = f" Dit zijn er {len(deel.dossiers)}, op naam van de klant." if len(delen) > 1 else ""
    zin = (
        f"{taal.aantal(eigen, 'klant', 'klanten')} van {deel.naam(wie)}.{waarvan}",
        Reeks(tuple(_delen(register, wie, nummer, len(delen)))),
        Link(f"{titel} van alle klanten", register),
    )
    return Collegablad(zin, _collegas(deel.team, register), wie)


def _delen(register: str, wie: str, dit: int, delen: int) -> Iterable[Inhoud]:
    for deel in range(1, delen + 1) if delen > 1 else ():
        yield f"deel {deel}" if deel == dit else Link(f"deel {deel}", blad_van(register, wie, deel))


def _collegas(portefeuille: Portefeuille, register: str) -> tuple[tuple[str, str, str, int], ...]:
    return tuple(
        (wie, portefeuille.naam(wie), blad_van(register, wie), sum(len(deel.dossiers) for deel in delen))
        for wie, delen in collegabladen(portefeuille).items()
    )
