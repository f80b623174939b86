"""What already stands in the folder that an import writes to, and bringing it up to date.

Only what the register owns changes, all other text stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.invoer.groepen import Klant, gelijkvormig
from macros.invoer.rijen import Contractrij, Opmerking
from macros.load import inlassen
from macros.load.bestanden import is_bestand, lees_tekst, yamlbestanden
from macros.load.inlassen import Ingreep, NietInTeLassenError, Waarde, inhoud, wortel

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
    for bestand in yamlbestanden(pad):
        tekst, waarden = _lees(bestand)
        gelezen.bestanden[bestand.stem] = Accountbestand(bestand, tekst, waarden)
    gelezen.gedeeld = {
        naam: _lees(pad / GEDEELD / naam)[1] for naam in (INSTELLINGEN, TEAM) if is_bestand(pad / GEDEELD / naam)
    }
    # A team without settings counts in the currency of the default; a folder without either is new.
    if gelezen.gedeeld.keys() & {INSTELLINGEN, TEAM}:
        gelezen.valuta = str(gelezen.gedeeld.get(INSTELLINGEN, {}).get("valuta") or "EUR")
    gelezen.personen = frozenset(str(een.get("id")) for een in _kaarten(gelezen.gedeeld.get(TEAM, {}).get("personen")))
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


# --- one existing account file ---

ALLEEN_TOEVOEGEN = frozenset({"opties", "soort"})
"""Fields in which a colleague records what happened: written once, never overwritten."""


@dataclass(slots=True)
class Bijwerking:
    """What changes in one file."""

    tekst: str
    """The new text; equal to the old one when nothing changes."""
    gewijzigd: set[int] = field(default_factory=set)
    """Row numbers of the contracts that change."""
    wijzigingen: list[str] = field(default_factory=list)
    """Dutch lines: which field of which contract went from what to what."""
    twijfel: list[Opmerking] = field(default_factory=list)


def werk_bij(
    bestand: Accountbestand,
    rijen: Mapping[int, Contractrij],
    nieuw: Sequence[Mapping[str, Waarde]],
    eenmalig: Iterable[str] = (),
) -> Bijwerking:
    """Return the text of an account file with the fields of `rijen` (position → row) and the `nieuw` contracts.

    Fields in `eenmalig` are written where they are absent and never changed. A change that cannot be made safely
    becomes a remark. Raises `NietInTeLassenError` when the new contracts cannot be added; the file stays as it is.
    """
    uit = Bijwerking(bestand.tekst)
    basis = inlassen.wortel(bestand.tekst)
    verwacht = inlassen.inhoud(bestand.tekst)
    ingrepen: list[Ingreep] = []
    for nummer, rij in rijen.items():
        knoop = inlassen.veld(basis, "contracten").value[nummer]  # type: ignore[union-attr]
        wijziging = _Contractwijziging(bestand, rij, verwacht["contracten"][nummer], uit, frozenset(eenmalig))
        ingrepen += wijziging.ingrepen(knoop)
    if nieuw:
        ingrepen += inlassen.voeg_items_toe(bestand.tekst, "contracten", nieuw, kort=False)
        lijst = verwacht.get("contracten") or []
        verwacht["contracten"] = [*lijst, *(inlassen.inhoud(inlassen.blok(contract)) for contract in nieuw)]
    if ingrepen:
        uit.tekst = inlassen.pas_toe(bestand.tekst, ingrepen)
        inlassen.controleer(verwacht, uit.tekst)
    return uit


@dataclass(slots=True)
class _Contractwijziging:
    """The changes in one contract; `waarden` are its plain values and become the expected ones."""

    bestand: Accountbestand
    rij: Contractrij
    waarden: dict[str, Any]
    uit: Bijwerking
    eenmalig: frozenset[str]

    def ingrepen(self, knoop: yaml.Node) -> list[Ingreep]:
        ingrepen = []
        erbij: dict[str, Waarde] = {}
        for naam, waarde in self.rij.velden.items():
            nieuw = inlassen.inhoud(f"x: {inlassen.scalair(waarde)}")["x"]
            oud = self.waarden.get(naam)
            if oud == nieuw or self._van_een_collega(naam, oud, nieuw):
                continue
            if naam not in self.waarden:
                erbij[naam] = waarde
            elif (ingreep := self._vervanging(knoop, naam, waarde)) is None:
                continue
            else:
                ingrepen.append(ingreep)
            self._noteer(naam, oud, nieuw)
        if erbij and isinstance(knoop, yaml.MappingNode):
            ingrepen.append(inlassen.voeg_velden_toe(self.bestand.tekst, knoop, erbij))
        return ingrepen

    def _vervanging(self, knoop: yaml.Node, naam: str, waarde: Waarde) -> Ingreep | None:
        """Return the cut for one field; None, with a remark, when its layout does not allow one."""
        oud = inlassen.veld(knoop, naam)
        try:
            return inlassen.vervang(oud, waarde) if oud else None
        except NietInTeLassenError as reden:
            self._twijfel(f"{naam} is niet bijgewerkt: {reden}")
            return None

    def _van_een_collega(self, naam: str, oud: object, nieuw: object) -> bool:
        """Tell whether a colleague's record weighs more than the register here, and remark on it."""
        if naam in ALLEEN_TOEVOEGEN | self.eenmalig and naam in self.waarden:
            if naam == "opties" and _maanden(oud) != _maanden(nieuw):
                self._twijfel("de opties in het register zijn anders dan in het bestand: kijk zelf wat klopt")
            return True
        if naam == "einddatum" and self._is_verlengd():
            self._twijfel(
                f"einddatum in het register is {nieuw}, in het bestand {oud} met een verlenging of gelichte optie: "
                "kijk zelf wat klopt"
            )
            return True
        if naam == "einddatum" and self.waarden.get("soort") == "onbepaalde_tijd":
            self._twijfel(f"einddatum in het register is {nieuw}, in het bestand is het contract voor onbepaalde tijd")
            return True
        return False

    def _is_verlengd(self) -> bool:
        opties = self.waarden.get("opties")
        gelicht = isinstance(opties, list) and any(een.get("status") == "gelicht" for een in opties)
        return bool(self.waarden.get("verlengingen")) or gelicht

    def _noteer(self, naam: str, oud: object, nieuw: object) -> None:
        self.waarden[naam] = nieuw
        self.uit.gewijzigd.add(self.rij.rij)
        was = "toegevoegd" if oud is None else f"was {oud}"
        self.uit.wijzigingen.append(
            f"{self.bestand.pad.name}, contract {self.waarden.get('id')}: {naam} = {nieuw} ({was}; rij {self.rij.rij})"
        )

    def _twijfel(self, tekst: str) -> None:
        plek = f"{self.bestand.pad.name}, contract {self.waarden.get('id')}"
        self.uit.twijfel.append(Opmerking(self.rij.rij, f"{plek}: {tekst}"))


def _maanden(opties: object) -> list[object]:
    return [een.get("maanden") for een in opties if isinstance(een, dict)] if isinstance(opties, list) else []
