"""Bring one existing account file up to date: only what the register owns changes, all other text stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Any

import yaml

from macros.afleidingen.contract.datums import DAG, dag_erna, plus_maanden
from macros.invoer.contractrij import Contractrij, Opmerking
from macros.invoer.doelmap import Accountbestand
from macros.load.wijzigen import bijstellen, inlassen
from macros.load.wijzigen.inlassen import Ingreep, NietInTeLassenError, Waarde

ALLEEN_TOEVOEGEN = frozenset({"opties", "verlengingen", "soort"})
"""Fields in which a colleague records what happened: written once, never overwritten."""
_VAN_DE_TERMIJN = frozenset({"soort", "startdatum", "einddatum", "contractwaarde_totaal", "jaarwaarde", "opties"})
"""What the register says of a term: while we doubt which term it means, none of it is written."""
_VERPLICHT = frozenset({"titel", "soort", "startdatum", "einddatum"})
"""Fields that a colleague cannot take away, so that nobody needs to remember that they were written."""


def eenmalig_geschreven(velden: Iterable[str], eenmalig: Iterable[str]) -> list[str]:
    """Return the fields that are a colleague's once they are written, to be remembered in `bron`."""
    return sorted((ALLEEN_TOEVOEGEN | set(eenmalig)).intersection(velden) - _VERPLICHT)


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
        overslaan = _VAN_DE_TERMIJN if self._andere_termijn() else frozenset()
        # An older file has the price of the last term with the contract: that is still how it stands now.
        prijzen = [_met_prijs(afspraken) for afspraken in (self.rij.velden, self.waarden)]
        overslaan |= {"jaarwaarde"} if "jaarwaarde" in self.waarden and prijzen[0] > prijzen[1] else set()
        for naam, waarde in self.rij.velden.items():
            nieuw = inlassen.inhoud(f"x: {inlassen.scalair(waarde)}")["x"]
            oud = self.waarden.get(naam)
            if oud == nieuw or naam in overslaan or self._van_een_collega(naam, oud, nieuw):
                continue
            if naam not in self.waarden:
                erbij[naam] = waarde
            elif (ingreep := self._vervanging(knoop, naam, waarde)) is None:
                continue
            else:
                ingrepen.append(ingreep)
            self._noteer(naam, oud, nieuw)
        for naam in sorted(self.rij.onbruikbaar & self.waarden.keys()):
            self._twijfel(f"{naam} blijft {self.waarden[naam]}: het register heeft geen bruikbare waarde meer")
        if erbij and isinstance(knoop, yaml.MappingNode):
            # First what belongs inside `bron`: at the end of a contract both stand in one place.
            ingrepen += self._onthoud(knoop, eenmalig_geschreven(erbij, self.eenmalig))
            ingrepen.append(inlassen.voeg_velden_toe(self.bestand.tekst, knoop, erbij))
        return ingrepen

    def _onthoud(self, knoop: yaml.Node, velden: list[str]) -> list[Ingreep]:
        """Plan to remember in `bron` that these fields were written, so that they stay away when they are removed."""
        bron = inlassen.veld(knoop, "bron")
        if not velden or not isinstance(bron, yaml.MappingNode):
            return []
        alle = sorted({*velden, *self.al_geschreven})
        self.waarden["bron"] = {**self.waarden["bron"], "eenmalig": alle}
        if (oud := inlassen.veld(bron, "eenmalig")) is not None:
            return [bijstellen.vervang(self.bestand.tekst, oud, alle)]
        return [inlassen.voeg_velden_toe(self.bestand.tekst, bron, {"eenmalig": alle})]

    @property
    def al_geschreven(self) -> list[str]:
        """The fields that an earlier import wrote and that are a colleague's since."""
        eenmalig = self.waarden["bron"].get("eenmalig")
        return eenmalig if isinstance(eenmalig, list) else []

    def _andere_termijn(self) -> bool:
        """Tell whether the register moved the end by a renewal, which we record elsewhere; remark on it if so."""
        oud, nieuw = _dag(self.waarden.get("einddatum")), self.rij.velden.get("einddatum")
        if oud is None or not isinstance(nieuw, date) or nieuw == oud:
            return False
        if self._is_verlengd():
            if nieuw != self._eind():
                self._twijfel(
                    f"einddatum in het register is {nieuw}, in het bestand {oud} met een verlenging of gelichte optie "
                    f"tot {self._eind()}: kijk zelf wat klopt"
                )
            return True
        open_ = [maanden for optie in self._lijst("opties") if optie.get("status", "open") == "open"
                 for maanden in _heel(optie.get("maanden"))]  # fmt: skip
        clausule = self.waarden.get("stilzwijgende_verlenging")
        vanzelf = list(_heel(clausule.get("maanden"))) * 10 if isinstance(clausule, dict) else []
        for maanden, vraag in ((open_, "de optie; is die gelicht? Leg dat vast bij 'opties'"),
                               (vanzelf, "de stilzwijgende verlenging; leg die vast bij 'verlengingen'")):  # fmt: skip
            sommen = list(accumulate(maanden))
            # Registers also count from the last day itself: from 28 February to 28 February.
            if nieuw in {
                een for som in sommen for een in (plus_maanden(dag_erna(oud), som) - DAG, plus_maanden(oud, som))
            }:
                self._twijfel(f"einddatum in het register is {nieuw}, in het bestand {oud}: dat is precies {vraag}")
                return True
        return False

    def _eind(self) -> date | None:
        """Return the last day with the renewals and options that a colleague recorded, in the order of their days."""
        eind = _dag(self.waarden.get("einddatum"))
        gelicht = [een for een in self._lijst("opties") if een.get("status") == "gelicht"]
        afspraken = [(str(een.get("datum_gelicht")), 0, een) for een in gelicht]
        afspraken += [(str(een.get("datum")), 1, een) for een in self._lijst("verlengingen")]
        for _, _, een in sorted(afspraken, key=lambda afspraak: afspraak[:2]):
            for maanden in _heel(een.get("maanden")):
                eind = plus_maanden(dag_erna(eind), maanden) - DAG if eind else None
            eind = _dag(een.get("nieuwe_einddatum")) or eind
        return eind

    def _lijst(self, naam: str) -> list[dict[str, Any]]:
        waarde = self.waarden.get(naam)
        return [een for een in waarde if isinstance(een, dict)] if isinstance(waarde, list) else []

    def _vervanging(self, knoop: yaml.Node, naam: str, waarde: Waarde) -> Ingreep | None:
        """Return the cut for one field; None, with a remark, when its layout does not allow one."""
        oud = inlassen.veld(knoop, naam)
        try:
            return bijstellen.vervang(self.bestand.tekst, oud, waarde) if oud else None
        except NietInTeLassenError as reden:
            self._twijfel(f"{naam} is niet bijgewerkt: {reden}")
            return None

    def _van_een_collega(self, naam: str, oud: object, nieuw: object) -> bool:
        """Tell whether a colleague's record weighs more than the register here, and remark on it."""
        if naam in ALLEEN_TOEVOEGEN | self.eenmalig and naam in self.waarden:
            if naam in {"opties", "verlengingen"} and _kern(oud, prijs=_met_prijs({naam: nieuw})) != _kern(
                nieuw, prijs=_met_prijs({naam: nieuw})
            ):
                self._twijfel(f"de {naam} in het register zijn anders dan in het bestand: kijk zelf wat klopt")
            return True
        if naam == "einddatum" and self.waarden.get("soort") == "onbepaalde_tijd":
            self._twijfel(f"einddatum in het register is {nieuw}, in het bestand is het contract voor onbepaalde tijd")
            return True
        if naam == "soort" and "einddatum" in self.waarden:
            self._twijfel(f"het register heeft geen einddatum, in het bestand is die {self.waarden['einddatum']}")
            return True
        # An estimate never takes the place of a day; what was written once and removed stays away.
        geschat = naam.startswith("startdatum") and "startdatum_geschat" in self.rij.velden
        return geschat or (naam not in self.waarden and naam in self.al_geschreven)

    def _is_verlengd(self) -> bool:
        return bool(self.waarden.get("verlengingen")) or any(
            een.get("status") == "gelicht" for een in self._lijst("opties")
        )

    def _noteer(self, naam: str, oud: object, nieuw: object) -> None:
        self.waarden[naam] = nieuw
        self.uit.gewijzigd.add(self.rij.rij)
        was = "toegevoegd" if oud is None else f"was {_leesbaar(oud)}"
        plek = f"{self.bestand.pad.name}, contract {self.waarden.get('id')}"
        self.uit.wijzigingen.append(f"{plek}: {naam} = {_leesbaar(nieuw)} ({was}; rij {self.rij.rij})")

    def _twijfel(self, tekst: str) -> None:
        plek = f"{self.bestand.pad.name}, contract {self.waarden.get('id')}"
        self.uit.twijfel.append(Opmerking(self.rij.rij, f"{plek}: {tekst}"))


def _kern(afspraken: object, *, prijs: bool) -> list[object]:
    """Return what is compared of options and renewals: their months or their end, and the price if there is one."""
    delen = afspraken if isinstance(afspraken, list) else []
    return [
        (een.get("maanden") or een.get("nieuwe_einddatum"), een.get("jaarwaarde") if prijs else None)
        for een in delen
        if isinstance(een, dict)
    ]


def _met_prijs(velden: Mapping[str, Any]) -> bool:
    """Tell whether a renewal among these fields has a price of its own."""
    verlengingen = velden.get("verlengingen")
    return isinstance(verlengingen, list) and any("jaarwaarde" in een for een in verlengingen if isinstance(een, dict))


def _leesbaar(waarde: object) -> str:
    """Return plain values as they stand in the file."""
    if isinstance(waarde, list):
        return f"[{', '.join(map(_leesbaar, waarde))}]"
    if isinstance(waarde, dict):
        return f"{{{', '.join(f'{naam}: {_leesbaar(deel)}' for naam, deel in waarde.items())}}}"
    return str(waarde)


def _dag(waarde: object) -> date | None:
    try:
        return date.fromisoformat(str(waarde))
    except ValueError:
        return None


def _heel(waarde: object) -> list[int]:
    """Return a number of months as a list of one; empty when the file holds no believable number."""
    return [int(str(waarde))] if str(waarde).isdecimal() and int(str(waarde)) <= 1200 else []
