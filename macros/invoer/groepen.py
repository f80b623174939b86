"""Gather the contracts of a register per client: one name, or the names that the mapping takes together."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.invoer.cellen import slug
from macros.invoer.mapping import Mapping
from macros.invoer.rijen import Contractrij
from macros.load.inlassen import Waarde
from macros.model.basis import GERESERVEERD


@dataclass(slots=True)
class Klant:
    """A client as the register knows it."""

    naam: str
    id_bron: str
    """Text that the id of a new account is made of."""
    aliassen: list[str] = field(default_factory=list)
    """Other spellings in the register."""
    moeder: str = ""
    """Name of the parent company; empty when there is none."""
    algemeen: dict[str, Waarde] = field(default_factory=dict)
    """Fields of a new account; each from the first row that has it."""
    contracten: list[Contractrij] = field(default_factory=list)

    @property
    def namen(self) -> set[str]:
        """Every name of this client in the form in which names are compared."""
        return {gelijkvormig(naam) for naam in (self.naam, *self.aliassen)}


def gelijkvormig(naam: str) -> str:
    """Return a name without differences that mean nothing: capitals and spaces."""
    return " ".join(naam.casefold().split())


def groepeer(rijen: list[Contractrij], mapping: Mapping) -> list[Klant]:
    """Return the clients in the order of the register, then the parent companies that have no contract themselves."""
    hoofdnaam = {gelijkvormig(naam): hoofd for hoofd, namen in mapping.accounts.samen.items() for naam in namen}
    klanten: dict[str, Klant] = {}
    for rij in rijen:
        naam = hoofdnaam.get(gelijkvormig(rij.klant), rij.klant)
        bron = naam if rij.klant_id == rij.klant else rij.klant_id
        sleutel = gelijkvormig(bron)
        klant = klanten.setdefault(sleutel, Klant(naam, bron))
        if rij.klant not in (klant.naam, *klant.aliassen):
            klant.aliassen.append(rij.klant)
        klant.contracten.append(rij)
        klant.moeder = klant.moeder or rij.moeder
        # The right side wins, so the first row that says something is believed.
        klant.algemeen = {**rij.algemeen, **klant.algemeen}
    for klant in klanten.values():
        klant.moeder = "" if gelijkvormig(klant.moeder) in klant.namen else klant.moeder
    return [*klanten.values(), *_moeders(list(klanten.values()))]


def vrije_id(bron: str, bezet: set[str], anders: str) -> str:
    """Return the id form of `bron`, with a number behind it when that id is taken, and take it."""
    stam = slug(bron) or anders
    gekozen, nummer = stam, 2
    while gekozen in bezet or gekozen in GERESERVEERD:
        gekozen, nummer = f"{stam}-{nummer}", nummer + 1
    bezet.add(gekozen)
    return gekozen


def _moeders(klanten: list[Klant]) -> list[Klant]:
    bekend = {naam for klant in klanten for naam in klant.namen}
    moeders: dict[str, Klant] = {}
    for klant in klanten:
        if klant.moeder and gelijkvormig(klant.moeder) not in bekend:
            sector = {naam: waarde for naam, waarde in klant.algemeen.items() if naam == "sector"}
            moeders.setdefault(gelijkvormig(klant.moeder), Klant(klant.moeder, klant.moeder, algemeen=sector))
    return list(moeders.values())
