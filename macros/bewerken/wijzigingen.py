"""The changes of a proposal, and the new text of every file that they touch.

A change says where it goes by names and ids (`load/wijzigen/adres.py`), so it is made again on whatever text is newest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from macros.bewerken.antwoorden import Bezwaar, antwoorden, schoon
from macros.controles.nakijken import proeflees
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import BERICHTEN, OnvolledigError, Situatie
from macros.gebeurtenissen.opslaan import nieuwe_teksten, weekbestand
from macros.load.dagboek import DAGBOEK
from macros.load.load import GEDEELD, WERVING, Lader
from macros.load.standaard import GEDEELDE_BESTANDEN, standaardtekst
from macros.load.velden import klasse_bij, velden_van
from macros.load.wijzigen.adres import Bewerking, Erbij, Weg, Zet, wijzig
from macros.load.wijzigen.inlassen import NietInTeLassenError, blok, inhoud
from macros.load.wijzigen.knopen import Pad
from macros.model.account import Account
from macros.model.dagboek import Weekblad
from macros.model.gedeeld import Werving

_DAG = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_VAN_ONS = re.compile(rf"(?:(?:{GEDEELD}|{WERVING}|{DAGBOEK}/\d{{4}})/)?[a-z0-9-]+\.yml", re.ASCII)
"""The names of the files that a change may touch, below the folder."""
Voorgesteld = Mapping[str, Any]
"""One change as the browser keeps it: `id`, `klant`, `op`, `wie`, `soort`, and what belongs to its kind."""


def bestand_van(een: Voorgesteld) -> str:
    """The file that a change is about, by its name below the folder; an event may touch others too."""
    return een.get("bestand") or f"{een['klant']}.yml"


@dataclass(slots=True)
class Klad:
    """The files of a folder with changes made in them; the folder itself stays as it is."""

    lader: Lader
    lees: Callable[[str], str]
    """What a file holds before any change, by its name below the folder; empty when it is not there."""
    teksten: dict[str, str] = field(default_factory=dict)
    """The new texts."""

    def tekst(self, naam: str) -> str:
        """What a file holds now."""
        return self.teksten[naam] if naam in self.teksten else self.lees(naam)

    def begin(self, naam: str) -> str:
        """What a change of a file begins with: a shared file that is not there yet counts as what we bring along."""
        return self.tekst(naam) or (standaardtekst(Path(naam).stem) if naam.startswith(GEDEELD) else "")

    def maak(self, een: Voorgesteld) -> list[Bezwaar]:
        """Make a change; what is wrong with it, and then nothing was changed."""
        naam = bestand_van(een)
        if bezwaar := self._bezwaar(naam, een):
            return [bezwaar]
        try:
            if een["soort"] == "gebeurtenis":
                return self._gebeurtenis(een)
            if een["soort"] == "erbij" and _bezet(self.begin(naam), een):
                return [Bezwaar("", "er staat hier al iets dat zo heet; haal dit weg, of geef het een andere naam")]
            self.teksten[naam] = wijzig(self.begin(naam), _stappen(een, _klasse(naam)), _klasse(naam))
        except NietInTeLassenError as fout:
            return [Bezwaar("", str(fout))]
        return []

    def _bezwaar(self, naam: str, een: Voorgesteld) -> Bezwaar | None:
        """Why this file cannot be changed so."""
        if not _VAN_ONS.fullmatch(naam):
            return Bezwaar("", "dit hoort niet bij een bestand van het handboek; haal het weg")
        if een["soort"] != "nieuw" and naam == f"{een['klant']}.yml" and not self.tekst(naam).strip():
            return Bezwaar(
                "", "deze klant staat er niet meer, of heet nu anders; haal dit weg en doe het bij de nieuwe naam"
            )
        if een["soort"] == "nieuw" and self.tekst(naam).strip():
            return Bezwaar("naam", "er is al een klant die zo heet; geef deze een naam die anders begint")
        return None

    def _gebeurtenis(self, een: Voorgesteld) -> list[Bezwaar]:
        gebeurtenis = GEBEURTENISSEN.get(een["gebeurtenis"])
        if gebeurtenis is None:
            return [Bezwaar("", "deze gebeurtenis is er niet meer; haal haar weg en kies een andere")]
        situatie = self.situatie(een)
        if situatie is None:
            return []  # what is wrong in the file is told by itself
        goed, bezwaren = antwoorden(gebeurtenis, situatie, een["antwoorden"])
        if bezwaren:
            return bezwaren
        try:
            self.teksten |= nieuwe_teksten(situatie, gebeurtenis.gevolgen(situatie, goed), self.tekst)
        except OnvolledigError as fout:
            return [Bezwaar("", str(fout))]
        return []

    def proef(self) -> dict[str, bytes]:
        """The new texts as `Lader.met` takes them."""
        return {naam.removesuffix(".yml"): tekst.encode() for naam, tekst in self.teksten.items()}

    def situatie(self, een: Voorgesteld) -> Situatie | None:
        """The client with the changes made so far; None when it cannot be read."""
        account, gedeeld, _ = self.gelezen(een["klant"])
        return account and Situatie(account, gedeeld, date.fromisoformat(een["op"]), een["wie"])

    def gelezen(self, klant: str, peildatum: date | None = None) -> Any:
        """The client as it would be, the shared files, and the problems in both; see `proeflees`."""
        eigen = f"{klant}.yml"
        erbij = {naam: tekst for naam, tekst in self.teksten.items() if naam != eigen}
        return proeflees(self.lader, klant, self.tekst(eigen), erbij, peildatum)


def _klasse(naam: str) -> type:
    """What the model says of a file."""
    if naam.startswith(DAGBOEK):
        return Weekblad
    if naam.startswith(WERVING):
        return Werving
    return GEDEELDE_BESTANDEN[Path(naam).stem] if naam.startswith(GEDEELD) else Account


def als_waarde(waarde: Any) -> Any:
    """A value as it is written: clean, and a day as a day."""
    if isinstance(waarde, str) and _DAG.fullmatch(waarde):
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            return waarde
    if isinstance(waarde, list):
        return [als_waarde(een) for een in waarde]
    return {naam: als_waarde(een) for naam, een in waarde.items()} if isinstance(waarde, dict) else waarde


def _met_dag(een: Voorgesteld, pad: Pad, klasse: type) -> dict[str, Any]:
    """The fields with their new values; one with a day of its own (`oordeel_op`) is of the day on which it changes."""
    velden = {naam: als_waarde(schoon(waarde)) for naam, waarde in een["velden"].items()}
    bekend = velden_van(klasse_bij(klasse, (*(0 if isinstance(stap, int) else stap for stap in pad), "")))
    dagen = {f"{naam}_op" for naam, waarde in velden.items() if waarde is not None} & bekend.keys()
    alles = {**{naam: date.fromisoformat(een["op"]) for naam in dagen}, **velden}
    # In the order of the model; the keys of a map of free keys stay as they came.
    return {naam: alles[naam] for naam in (*(naam for naam in bekend if naam in alles), *(alles.keys() - bekend))}


def _stappen(een: Voorgesteld, klasse: type) -> Sequence[Bewerking]:
    pad = tuple(een.get("pad") or ())
    if een["soort"] == "zet":
        nieuw = _met_dag(een, pad, klasse)
        # What is taken away comes last: the thing that holds it may be made by the others.
        weg = [Weg((*pad, naam)) for naam, waarde in nieuw.items() if waarde is None]
        return [*(Zet((*pad, naam), waarde) for naam, waarde in nieuw.items() if waarde is not None), *weg]
    if een["soort"] == "erbij":
        return [Erbij(pad, als_waarde(schoon(een["item"])))]
    if een["soort"] == "weg":
        return [Weg(pad)]
    # A client without contracts says so.
    schone = {naam: als_waarde(schoon(waarde)) for naam, waarde in een["velden"].items()}
    velden = {"contracten": [], **{naam: waarde for naam, waarde in schone.items() if waarde is not None}}
    return [Zet((naam,), velden[naam]) for naam in velden_van(Account) if naam in velden]


def nodig(voorstel: Sequence[Voorgesteld]) -> list[str]:
    """The files that a proposal may touch, by name below the folder, sorted."""
    return sorted({naam for een in voorstel for naam in _raakt(een)})


def _raakt(een: Voorgesteld) -> set[str]:
    if een["soort"] != "gebeurtenis":
        return {bestand_van(een)}
    return {f"{een['klant']}.yml", weekbestand(date.fromisoformat(een["op"]), een["wie"]), BERICHTEN}


def staat_er(tekst: str, pad: Sequence[str | int]) -> Any:
    """The plain value at a path of a file; None when nothing stands there."""
    waarde: Any = inhoud(tekst) if tekst.strip() else None
    for stap in pad:
        if isinstance(waarde, list):
            passend = waarde[stap : stap + 1] if isinstance(stap, int) else [w for w in waarde if _id(w) == stap]
            waarde = passend[0] if passend else None
        else:
            waarde = waarde.get(stap) if isinstance(waarde, dict) else None
    return waarde


def in_tekst(waarde: Any) -> Any:
    """A value as `staat_er` gives it: every number and day as it would be written."""
    nieuw = schoon(waarde)
    return None if nieuw is None else inhoud(blok({"x": nieuw}))["x"]


def _bezet(tekst: str, een: Voorgesteld) -> bool:
    """Whether the list that gets an item has one with its id: the form made that of its name, and nobody typed it."""
    al = staat_er(tekst, een["pad"])
    return isinstance(al, list) and "id" in een["item"] and een["item"]["id"] in map(_id, al)


def _id(waarde: Any) -> Any:
    return waarde.get("id") if isinstance(waarde, dict) else None
