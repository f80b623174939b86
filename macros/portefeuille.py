"""All accounts with their derived values, the shared files and the peildatum: the only thing views receive."""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.datums import JaarOnbekend
from macros.afleidingen.strijdig import strijdig
from macros.dossier import Dossier, dossier
from macros.load import Lading
from macros.model.gedeeld import Gedeeld, Persoon
from macros.problem import FOUT, Problem, ProblemenGevonden


@dataclass(frozen=True, slots=True)
class Portefeuille:
    """Everything the site shows, loaded once."""

    dossiers: dict[str, Dossier]
    """By account id, sorted."""
    gedeeld: Gedeeld
    peildatum: date
    vast: bool
    """Whether the team fixed the peildatum (`peildatum_vast`): then every page says it is an example."""
    problemen: tuple[Problem, ...]
    """Warnings of the loader, by file and line."""

    def naam(self, persoon: str) -> str:
        """Name of a colleague; the id itself when the team does not know it."""
        gevonden = self.gedeeld.personen.get(persoon)
        return gevonden.naam if gevonden else persoon

    def accountmanagers(self) -> tuple[Persoon, ...]:
        """The colleagues who have accounts, by name."""
        met_accounts = {dossier.account.driehoek.accountmanager for dossier in self.dossiers.values()}
        personen = [persoon for persoon in self.gedeeld.personen.values() if persoon.id in met_accounts]
        return tuple(sorted(personen, key=lambda persoon: (persoon.naam, persoon.id)))


def portefeuille(lading: Lading, peildatum: date) -> Portefeuille:
    """Derive every account that was read; raises ProblemenGevonden when any file holds an error."""
    if any(probleem.ernst == FOUT for probleem in lading.problemen):
        raise ProblemenGevonden(lading.problemen)
    dossiers: dict[str, Dossier] = {}
    onbekend: list[Problem] = []
    for account in lading.accounts:
        try:
            dossiers[account] = dossier_van(account, lading, peildatum)
        except ProblemenGevonden as gevonden:
            onbekend += gevonden.problemen
    if onbekend:
        raise ProblemenGevonden([*lading.problemen, *onbekend])
    vast = lading.gedeeld.instellingen.peildatum_vast is not None
    return Portefeuille(dossiers, lading.gedeeld, peildatum, vast, lading.problemen)


def dossier_van(account: str, lading: Lading, peildatum: date) -> Dossier:
    """Derive one account.

    Raises ProblemenGevonden when facts of its contracts contradict the computed dates, or lie in a year that cannot be
    computed with.
    """
    klant = lading.accounts[account]
    try:
        fouten = list(strijdig(klant, lading.gedeeld.instellingen, peildatum))
        if not fouten:
            return dossier(klant, lading.gedeeld, peildatum)
    except JaarOnbekend as fout:
        bestand, regel, kolom = lading.plaats(account, ("contracten",))
        probleem = Problem(bestand, regel, kolom, FOUT, "jaar-onbekend", str(fout))
        raise ProblemenGevonden([probleem]) from fout
    raise ProblemenGevonden(lading.plaats.probleem(f"{account}.yml", f.loc, FOUT, f.code, f.tekst) for f in fouten)
