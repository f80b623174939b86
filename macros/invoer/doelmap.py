"""What already stands in the folder that an import writes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from macros.invoer.cellen import gelijkvormig
from macros.invoer.contractrij import Contractrij
from macros.load.bestanden import is_bestand, lees_tekst, yamlbestanden
from macros.load.wijzigen.inlassen import NietInTeLassenError, inhoud, wortel

GEDEELD = "_gedeeld"
INSTELLINGEN, TEAM = "instellingen.yml", "team.yml"


class NietTeGebruikenError(ValueError):
    """The folder does not go with this import; the message is Dutch and complete."""


@dataclass(frozen=True, slots=True)
class Accountbestand:
    """One account file: its text and its plain values, every value as text."""

    pad: Path
    tekst: str
    waarden: dict[str, Any]

    @property
    def contracten(self) -> list[dict[str, Any]]:
        """The contracts, as maps of texts; an item that is no map is an empty one, so that positions hold."""
        contracten = self.waarden.get("contracten")
        return [een if isinstance(een, dict) else {} for een in contracten] if isinstance(contracten, list) else []

    @property
    def namen(self) -> set[str]:
        """Every name of this client in the form in which names are compared."""
        aliassen = self.waarden.get("aliassen")
        namen = [self.waarden.get("naam"), *(aliassen if isinstance(aliassen, list) else [])]
        return {gelijkvormig(een) for een in namen if isinstance(een, str)}

    @property
    def in_beheer_sinds(self) -> date | None:
        """The day from which we keep this client here; None when the file does not say."""
        try:
            return date.fromisoformat(str(self.waarden.get("in_beheer_sinds")))
        except ValueError:
            return None


@dataclass(slots=True)
class Map:
    """An accounts folder, as far as an import needs it."""

    pad: Path
    bestanden: dict[str, Accountbestand] = field(default_factory=dict)
    """Account id (the file name) → file."""
    gedeeld: dict[str, dict[str, Any]] = field(default_factory=dict)
    """File name → its values, of these two shared files, as far as they are there."""
    valuta: str | None = None
    """Currency of the folder; None when there are no shared files yet."""
    personen: dict[str, str] = field(default_factory=dict)
    """Id → name of everyone in the team."""

    def contracten_uit(self, register: str) -> dict[str, tuple[str, int]]:
        """Return which file and which place in it holds each row of a register: key → (account id, position)."""
        plekken = {}
        for naam, bestand in self.bestanden.items():
            for nummer, contract in enumerate(bestand.contracten):
                bron = contract.get("bron")
                if isinstance(bron, dict) and bron.get("register") == register:
                    plekken[str(bron.get("sleutel"))] = (naam, nummer)
        return plekken

    def met_naam(self, namen: set[str]) -> str | None:
        """Return the id of the account with one of these names, None when there is none."""
        return next((naam for naam, bestand in self.bestanden.items() if namen & bestand.namen), None)

    def lijkt_op(self, rij: Contractrij, account: str, vrij: set[tuple[str, int]]) -> str:
        """Return which contract of `vrij` (account id, position) a new row most likely is; empty when none.

        In its own account the same number, or the same title and end, is enough; elsewhere both are needed.
        """
        for naam, plek in sorted(vrij):
            contract = self.bestanden[naam].contracten[plek]
            nummer = rij.velden.get("contractnummer") or rij.sleutel
            gelijk = [
                contract.get("contractnummer") == nummer,
                contract.get("titel") == rij.velden["titel"]
                and contract.get("einddatum", "") == str(rij.velden.get("einddatum", "")),
            ]
            # Two numbers that differ are two contracts, however alike the rest is.
            anders = "contractnummer" in rij.velden and contract.get("contractnummer", nummer) != nummer
            if all(gelijk) or (naam == account and any(gelijk) and not anders):
                return f"contract {contract.get('id')} in {naam}.yml"
        return ""


def lees_map(pad: Path) -> Map:
    """Read the account files and shared files in `pad`; an absent folder is an empty one.

    Raises `NietTeGebruikenError` for a file that cannot be read: writing beside it could do harm.
    """
    gelezen = Map(pad)
    for bestand in yamlbestanden(pad):
        tekst, waarden = _lees(bestand)
        gelezen.bestanden[bestand.stem] = Accountbestand(bestand, tekst, waarden)
    gelezen.gedeeld = {
        naam: _lees(pad / GEDEELD / naam)[1] for naam in (INSTELLINGEN, TEAM) if is_bestand(pad / GEDEELD / naam)
    }
    # A team without settings counts in the currency of the default; a folder without either is new.
    if gelezen.gedeeld.keys() & {INSTELLINGEN, TEAM}:
        gelezen.valuta = str(gelezen.gedeeld.get(INSTELLINGEN, {}).get("valuta") or "EUR")
    team = _kaarten(gelezen.gedeeld.get(TEAM, {}).get("personen"))
    gelezen.personen = {str(een.get("id")): str(een.get("naam")) for een in team}
    return gelezen


def _lees(bestand: Path) -> tuple[str, dict[str, Any]]:
    try:
        tekst = lees_tekst(bestand)
        if bestand.parent.name != GEDEELD or tekst.strip():
            wortel(tekst)
        waarden = inhoud(tekst) or {}
    except (OSError, UnicodeDecodeError, NietInTeLassenError) as fout:
        raise NietTeGebruikenError(f"{bestand} is niet te lezen; draai eerst 'handboek check'") from fout
    return tekst, waarden if isinstance(waarden, dict) else {}


def _kaarten(waarde: object) -> list[dict[str, Any]]:
    return [een for een in waarde if isinstance(een, dict)] if isinstance(waarde, list) else []
