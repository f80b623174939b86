"""What already stands in the folder that an import writes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.invoer.groepen import Klant, gelijkvormig
from macros.load.inlassen import NietInTeLassenError, inhoud, wortel

GEDEELD = "_gedeeld"


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


@dataclass(slots=True)
class Map:
    """An accounts folder, as far as an import needs it."""

    pad: Path
    bestanden: dict[str, Accountbestand] = field(default_factory=dict)
    """Account id (the file name) → file."""
    valuta: str | None = None
    """Currency of the folder; None when there are no shared files yet."""
    personen: frozenset[str] = frozenset()

    def contracten_uit(self, register: str) -> dict[str, tuple[str, int]]:
        """Return which file and which place in it holds each row of a register: key → (account id, position)."""
        plekken = {}
        for naam, bestand in self.bestanden.items():
            for nummer, contract in enumerate(bestand.contracten):
                bron = contract.get("bron")
                if isinstance(bron, dict) and bron.get("register") == register:
                    plekken[str(bron.get("sleutel"))] = (naam, nummer)
        return plekken

    def met_naam(self, klant: Klant) -> str | None:
        """Return the id of the account with one of the names of this client, None when there is none."""
        for naam, bestand in self.bestanden.items():
            aliassen = bestand.waarden.get("aliassen")
            namen = [bestand.waarden.get("naam"), *(aliassen if isinstance(aliassen, list) else [])]
            if klant.namen & {gelijkvormig(een) for een in namen if isinstance(een, str)}:
                return naam
        return None


def lees_map(pad: Path) -> Map:
    """Read the account files and shared files in `pad`; an absent folder is an empty one.

    Raises `NietTeGebruikenError` for a file that cannot be read: writing beside it could do harm.
    """
    gelezen = Map(pad)
    for bestand in sorted(pad.glob("*.yml")):
        tekst, waarden = _lees(bestand)
        gelezen.bestanden[bestand.stem] = Accountbestand(bestand, tekst, waarden)
    if (pad / GEDEELD).is_dir():
        instellingen, team = pad / GEDEELD / "instellingen.yml", pad / GEDEELD / "team.yml"
        valuta = _lees(instellingen)[1].get("valuta") if instellingen.exists() else None
        gelezen.valuta = str(valuta or "EUR")
        personen = _kaarten(_lees(team)[1].get("personen")) if team.exists() else []
        gelezen.personen = frozenset(str(een.get("id")) for een in personen)
    return gelezen


def _lees(bestand: Path) -> tuple[str, dict[str, Any]]:
    try:
        tekst = bestand.read_bytes().decode("utf-8")
        if bestand.parent.name != GEDEELD or tekst.strip():
            wortel(tekst)
        waarden = inhoud(tekst) or {}
    except (UnicodeDecodeError, NietInTeLassenError) as fout:
        raise NietTeGebruikenError(f"{bestand} is niet te lezen; draai eerst 'handboek check'") from fout
    return tekst, waarden if isinstance(waarden, dict) else {}


def _kaarten(waarde: object) -> list[dict[str, Any]]:
    return [een for een in waarde if isinstance(een, dict)] if isinstance(waarde, list) else []
