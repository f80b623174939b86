"""The files at hand in the browser, and how a client stands with changes made in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.bewerken.wijzigingen import Klad
from macros.controles import over_klant
from macros.controles.nakijken import proeflees
from macros.load.load import GEDEELD, Lader
from macros.load.problem import WAARSCHUWING, Problem
from macros.model.gedeeld import Gedeeld
from macros.site.pages import Sjabloon
from macros.verschil import zinnen, zinnen_gedeeld


class Stand(NamedTuple):
    """How a client stands."""

    dossier: Dossier | None
    """None for one that has an error or no file, and for the shared files."""
    gedeeld: Gedeeld
    fouten: tuple[Problem, ...]


@dataclass(slots=True)
class Werk:
    """What the worker knows."""

    map: Path
    peildatum: date
    vast: bool
    sjablonen: Mapping[str, Sjabloon]
    repo: str = "accounts"
    """The folder of the accounts in the repository."""
    bewerk_map: str = ""
    """What the forge's addresses of those files begin with; empty without a forge."""
    uit: str = ""
    """The pattern that finds links to pages of parts that are off; empty when none is."""
    lader: list[Lader] = field(default_factory=list)
    """What read the folder; empty when a file changed since."""
    bekend: dict[str, Stand] = field(default_factory=dict)
    """The clients at hand as they were published."""

    def lees(self, naam: str) -> str:
        """What a file held when the site was made; empty when it is not there."""
        pad = self.map / naam
        return pad.read_bytes().decode() if pad.exists() else ""

    def schrijf(self, teksten: Mapping[str, str | None]) -> None:
        """Put other texts in the folder; None takes a file away."""
        for naam, tekst in teksten.items():
            pad = self.map / naam
            if tekst is None:
                pad.unlink(missing_ok=True)
            else:
                pad.parent.mkdir(parents=True, exist_ok=True)
                pad.write_bytes(tekst.encode())
        self.bekend.clear()
        self.lader.clear()

    def klad(self) -> Klad:
        """The files, to make changes in."""
        if not self.lader:
            self.lader[:] = [Lader(self.map)]
        return Klad(self.lader[0], self.lees)

    def voor(self, klant: str) -> Stand:
        """How a client stood when the site was made."""
        if klant not in self.bekend:
            self.bekend[klant] = self.stand(self.klad(), klant)
        return self.bekend[klant]

    def stand(self, klad: Klad, klant: str) -> Stand:
        """How a client stands with the changes; `_gedeeld` are the shared files alone."""
        tekst = None if klant == GEDEELD else klad.tekst(f"{klant}.yml")
        if klant != GEDEELD and not str(tekst).strip():
            return Stand(None, klad.lader.gedeeld, ())
        erbij = {naam: nieuw for naam, nieuw in klad.teksten.items() if naam != f"{klant}.yml"}
        account, gedeeld, fouten = proeflees(klad.lader, klant, tekst, erbij, self.peildatum)
        if fouten or account is None:
            return Stand(None, gedeeld, fouten)
        return Stand(dossier_van(account, gedeeld, klad.lader.met(klad.proef()).plaats, self.peildatum), gedeeld, ())


def nieuwe_waarschuwingen(klad: Klad, voor: Stand, na: Stand) -> Iterator[Problem]:
    """The warnings about a client that come with the changes."""
    if not (voor.dossier and na.dossier):
        return
    bekend = {(een.code, een.tekst) for een in over_klant(voor.dossier)}
    plaats = klad.lader.met(klad.proef()).plaats
    for een in over_klant(na.dossier):
        if (een.code, een.tekst) not in bekend:
            yield plaats.probleem(f"{na.dossier.id}.yml", een.loc, WAARSCHUWING, een.code, een.tekst)


def gezegd(voor: Stand, na: Stand) -> list[str]:
    """What differs between two standings, in sentences; nothing while one of them has errors."""
    if na.fouten or voor.fouten:
        return []
    gedeeld = () if voor.gedeeld is na.gedeeld else zinnen_gedeeld(voor.gedeeld, na.gedeeld)
    return [een.tekst for een in (*zinnen(voor.dossier, na.dossier), *gedeeld)]
