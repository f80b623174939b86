"""Events that only happen in thought: the files as they would be, and nothing of it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.opslaan import nieuwe_teksten
from macros.load.load import Lader
from macros.load.problem import ProblemenGevonden


@dataclass(frozen=True, slots=True)
class Stap:
    """One event at one client."""

    klant: str
    gebeurtenis: str
    """A key of `GEBEURTENISSEN`."""
    antwoorden: Mapping[str, Any]


@dataclass(slots=True)
class Alsof:
    """A folder in which things happened that did not."""

    lader: Lader
    """What read the folder as it is; its shared files hold no error."""
    lees: Callable[[str], str]
    """What a file holds, by its name below the folder; empty when it is not there."""
    dag: date
    teksten: dict[str, str] = field(default_factory=dict)
    """The new texts, by name below the folder."""
    geraakt: dict[str, None] = field(default_factory=dict)
    """The clients at which something happened, in that order."""
    _bekend: dict[str, Dossier] = field(default_factory=dict)
    """What was derived since the last event."""

    def dossier(self, klant: str) -> Dossier:
        """Derive a client as it would be; raises ProblemenGevonden when its file would hold an error."""
        if klant not in self._bekend:
            self._bekend[klant] = self._afgeleid(klant)
        return self._bekend[klant]

    def _afgeleid(self, klant: str) -> Dossier:
        nieuw = {naam.removesuffix(".yml"): tekst.encode() for naam, tekst in self.teksten.items()}
        lader = self.lader.met(nieuw) if nieuw else self.lader
        account, fouten = lader.account(klant)
        if account is None or fouten or not lader.gedeeld_heel:
            raise ProblemenGevonden([*lader.problemen, *fouten])
        return dossier_van(account, lader.gedeeld, lader.plaats, self.dag)

    def situatie(self, klant: str) -> Situatie:
        """Where the next event at a client would happen; the account manager writes it down."""
        dossier = self.dossier(klant)
        return Situatie(dossier.account, dossier.gedeeld, self.dag, dossier.account.driehoek.accountmanager)

    def doe(self, stap: Stap) -> None:
        """Let it happen.

        Raises `OnvolledigError` when the answers ask for another, `NietInTeLassenError` when the file cannot take it,
        and ProblemenGevonden when what follows cannot be; then nothing happened.
        """
        situatie = self.situatie(stap.klant)
        gevolgen = GEBEURTENISSEN[stap.gebeurtenis].gevolgen(situatie, stap.antwoorden)
        eerder = dict(self.teksten)
        self.teksten |= nieuwe_teksten(situatie, gevolgen, self._tekst)
        self._bekend.clear()
        try:
            self.dossier(stap.klant)
        except ProblemenGevonden:
            self.teksten = eerder
            raise
        self.geraakt[stap.klant] = None

    def _tekst(self, naam: str) -> str:
        return self.teksten[naam] if naam in self.teksten else self.lees(naam)
