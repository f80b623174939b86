"""All accounts with their derived values, the shared files and the peildatum: the only thing views receive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import TypeVar

from macros.afleidingen.contact.bezetting import naam, naam_op
from macros.afleidingen.dossier import Dossier, dossier_van
from macros.afleidingen.verhuld import schuilnaam, verhuld
from macros.load.load import Lading
from macros.load.problem import FOUT, Problem, ProblemenGevonden
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld, Persoon


@dataclass(frozen=True, slots=True)
class Portefeuille:
    """Everything the site shows, loaded once."""

    dossiers: dict[str, Dossier]
    """By id, sorted; a client whose name stays hidden under its code (`schuilnaam`), and nowhere with its name."""
    gedeeld: Gedeeld
    peildatum: date
    vast: bool
    """Whether the team fixed the peildatum (`peildatum_vast`): then every page says it is an example."""
    geheel: Portefeuille | None = None
    """All clients, where these are some of them; see `collegabladen`."""

    @property
    def team(self) -> Portefeuille:
        """All clients: what a colleague has too much of is counted over these, whatever clients a page is about."""
        return self.geheel or self

    def naam(self, wie: str | None, door: str | None = None) -> str:
        """Name a colleague, and `door` who does the work now; see `aanwezigheid.naam`."""
        return naam(wie, self.gedeeld.personen, door)

    def naam_nu(self, wie: str) -> str:
        """Name a colleague, and who stands in today."""
        return naam_op(wie, self.gedeeld.personen, self.peildatum)

    def accountmanagers(self) -> tuple[Persoon, ...]:
        """The colleagues who have accounts, by name."""
        met_accounts = {dossier.account.driehoek.accountmanager for dossier in self.dossiers.values()}
        personen = [persoon for persoon in self.gedeeld.personen.values() if persoon.id in met_accounts]
        return tuple(sorted(personen, key=lambda persoon: (persoon.naam, persoon.id)))


def portefeuille(lading: Lading, peildatum: date, vorige: Portefeuille | None = None) -> Portefeuille:
    """Derive every account that was read; raises ProblemenGevonden, with all of them, when any file holds an error.

    What `vorige` derived from the very same account is not derived again, unless the day or a shared file changed.
    """
    dossiers: dict[str, Dossier] = {}
    fouten = list(lading.problemen)
    af_te_leiden = lading.accounts if lading.gedeeld_heel else {}
    weg = list(_verborgen(af_te_leiden, lading, peildatum))
    fouten += _dubbele_codes(weg, lading)
    # What was told of it under its own name, before it wanted no mention, goes with the name.
    verloop = lading.gedeeld.geschiedenis.zonder(weg) if weg else lading.gedeeld.geschiedenis
    accounts, gedeeld = verhuld(af_te_leiden, replace(lading.gedeeld, geschiedenis=verloop), weg)
    bekend = vorige.dossiers if vorige and (vorige.peildatum, vorige.gedeeld) == (peildatum, gedeeld) else {}
    for id_, account in accounts.items():
        try:
            eerder = bekend.get(id_)
            zelfde = eerder if eerder and eerder.account is account else None
            dossiers[id_] = zelfde or dossier_van(account, gedeeld, lading.plaats, peildatum)
        except ProblemenGevonden as gevonden:
            fouten += gevonden.problemen
    if fouten:
        raise ProblemenGevonden(fouten)
    return Portefeuille(dossiers, gedeeld, peildatum, gedeeld.instellingen.peildatum_vast is not None)


def _verborgen(accounts: Mapping[str, Account], lading: Lading, peildatum: date) -> Iterator[str]:
    """The clients that are gone and want no mention; one with an error is told about with its name."""
    for id_, account in accounts.items():
        with suppress(ProblemenGevonden):
            if account.anoniem and dossier_van(account, lading.gedeeld, lading.plaats, peildatum).verborgen:
                yield id_


def _dubbele_codes(weg: Sequence[str], lading: Lading) -> Iterator[Problem]:
    """Refuse that the code of a hidden client is that of another, or the name of a file: one page for two clients."""
    bezet = set(lading.accounts)
    for id_ in weg:
        code = schuilnaam(id_)
        if code in bezet:
            tekst = f"deze klant krijgt op de site de id {code}, en die is al van een ander; noem dit bestand anders"
            yield lading.plaats.probleem(f"{id_}.yml", ("id",), FOUT, "bestandsnaam", tekst)
        bezet.add(code)


T = TypeVar("T")
BEWAARD = 2
"""The portfolio of the site and that of the sample client take turns."""


def per_portefeuille(maak: Callable[[Portefeuille], T]) -> Callable[[Portefeuille], T]:
    """Remember what `maak` gave of the last portfolios; compared by identity, because one is too large to compare."""
    onthouden: list[tuple[Portefeuille, T]] = []

    @wraps(maak)
    def uit_geheugen(portefeuille: Portefeuille) -> T:
        for bekend, waarde in onthouden:
            if bekend is portefeuille:
                return waarde
        waarde = maak(portefeuille)
        onthouden[:] = [(portefeuille, waarde), *onthouden[: BEWAARD - 1]]
        return waarde

    return uit_geheugen
