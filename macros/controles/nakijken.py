"""Everything that is wrong or odd in a folder: read, derive and warn, account by account, with every core.

An account can also be read as it would be after a change, before the file itself changes (`proeflees`).
No account is kept after it was looked at: of each only the problems and the few facts of `Klantfeiten` remain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from macros.afleidingen.dossier import dossier_van
from macros.controles import eigenaren, over_alles, over_klant
from macros.load import geheugenbestand
from macros.load.load import GEDEELD, WERVING, Lader
from macros.load.omgeving import bewaarplek
from macros.load.problem import WAARSCHUWING, Bevinding, Problem, ProblemenGevonden
from macros.load.vaart import verdeel
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.portefeuille.klantfeiten import Feiten, Klantfeiten, klantfeiten, peiljaar


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """What was found in a folder."""

    klanten: int
    """Accounts without an error."""
    fouten: tuple[Problem, ...]
    """Sorted by file, line and column."""
    waarschuwingen: tuple[Problem, ...]
    """Sorted; empty while there are errors, because a wrong file gives wrong warnings."""
    gaten: int | None
    """How many facts are still to be filled in; None while there are errors."""


def kijk_na(lader: Lader, peildatum: date, *, onthoud: bool = False) -> Nagekeken:
    """Look at every account of a folder whose shared files were read.

    `onthoud`: what was found is kept beside the folder, and an account that is as it was the last time, is not read.
    """
    gedeeld, geheugen = tuple(lader.opmerkingen), Geheugen(lader, peildatum) if onthoud else None

    def bekeken(naam: str) -> tuple[str, str, Stuk]:
        merk = geheugen.sleutel(naam) if geheugen else ""
        return naam, merk, (geheugen and geheugen.van(naam, merk)) or _stuk(lader, naam, peildatum)

    def deel(nummer: int, delen: int) -> list[tuple[str, str, Stuk]]:
        return [bekeken(naam) for naam in lader.namen[nummer::delen]]

    gevonden = list(chain.from_iterable(verdeel(deel, len(lader.namen))))
    if geheugen:
        geheugen.bewaar(gevonden)
    stukken = [stuk for _, _, stuk in gevonden]
    klanten = sum(stuk.feiten is not None for stuk in stukken)
    fouten = sorted(chain(lader.problemen, *(stuk.fouten for stuk in stukken)))
    if fouten:
        return Nagekeken(klanten, tuple(fouten), (), None)
    samen = _over_alles(lader, stukken, peildatum)
    waarschuwingen = {*samen, *gedeeld, *chain.from_iterable(stuk.waarschuwingen for stuk in stukken)}
    return Nagekeken(klanten, (), tuple(sorted(waarschuwingen)), sum(stuk.gaten for stuk in stukken))


def _stuk(lader: Lader, naam: str, peildatum: date) -> Stuk:
    gelezen = len(lader.opmerkingen)
    account, fouten = lader.account(naam)
    opmerkingen = lader.opmerkingen[gelezen:]
    if account is None or not lader.gedeeld_heel:
        return Stuk(fouten, [], 0, None)
    try:
        dossier = dossier_van(account, lader.gedeeld, lader.plaats, peildatum)
    except ProblemenGevonden as gevonden:
        return Stuk(list(gevonden.problemen), [], 0, None)
    bestand, jaar = f"{naam}.yml", peiljaar(lader.gedeeld.instellingen, peildatum)
    waarschuwingen = [_probleem(een, lader.plaats.in_bestand(bestand, een.loc)) for een in over_klant(dossier)]
    waarschuwingen += opmerkingen
    return Stuk(
        fouten=[],
        waarschuwingen=waarschuwingen,
        gaten=len(dossier.gaten),
        feiten=klantfeiten(dossier),
        omzet=lader.plaats.in_bestand(bestand, ("omzet", jaar)) if jaar in account.omzet else None,
    )


def _over_alles(lader: Lader, stukken: Iterable[Stuk], peildatum: date) -> Iterator[Problem]:
    """Warnings about the whole, and about who is asked to look."""
    met_feiten = [(stuk.feiten, stuk.omzet) for stuk in stukken if stuk.feiten]
    klanten = tuple(sorted((feiten for feiten, _ in met_feiten), key=lambda klant: klant.id))
    omzet = {feiten.id: plek for feiten, plek in met_feiten}
    for bestand, bevinding in over_alles(Feiten(klanten, lader.gedeeld, peildatum)):
        bekend = omzet.get(bestand.removesuffix(".yml")) if bevinding.loc[0] == "omzet" else None
        yield _probleem(bevinding, bekend or lader.plaats.in_bestand(bestand, bevinding.loc))
    yield from eigenaren.verouderd(klanten, lader.gedeeld, peildatum, lader.map)


def nieuwe_waarschuwingen(lader: Lader, naam: str, teksten: Mapping[str, str], peildatum: date) -> list[Problem]:
    """What the check would say once `teksten` (by name below the folder) stand there, and does not say now, sorted.

    It looks at one client and what it is part of. The other clients are read only when this one counts otherwise among
    them. Where a file holds an error nothing is said.
    """
    laders = lader, lader.met({bestand.removesuffix(".yml"): tekst.encode() for bestand, tekst in teksten.items()})
    stukken = [_stuk(een, naam, peildatum) for een in laders]
    telt_anders = stukken[0].feiten != stukken[1].feiten
    anderen = [_stuk(lader, ander, peildatum) for ander in lader.namen if ander != naam] if telt_anders else []
    geheel = telt_anders and all(stuk.feiten for stuk in (*anderen, *stukken))
    voor, na = (
        {
            *een.opmerkingen,
            *stuk.waarschuwingen,
            *(_over_alles(een, [*anderen, stuk], peildatum) if geheel else ()),
        }
        for een, stuk in zip(laders, stukken, strict=True)
    )
    bekend = Counter(map(_zonder_plek, voor))
    return [een for een in sorted(na) if not _weg(bekend, _zonder_plek(een))]


def _zonder_plek(probleem: Problem) -> Problem:
    """The same in any place of its file: what is written above it moves it."""
    return replace(probleem, regel=0, kolom=0)


def _weg(bekend: Counter[Problem], probleem: Problem) -> bool:
    """Take one of these away; whether there was one."""
    bekend[probleem] -= 1
    return bekend[probleem] >= 0


def _probleem(bevinding: Bevinding, plek: tuple[str, int, int]) -> Problem:
    in_bestand = f" (in het bestand: {bevinding.veld})" if bevinding.veld else ""
    return Problem(*plek, WAARSCHUWING, bevinding.code, bevinding.tekst + in_bestand)


def proeflees(
    accounts: Path | Lader,
    account: str,
    tekst: str | None,
    erbij: Mapping[str, str] | None = None,
    peildatum: date | None = None,
) -> tuple[Account | None, Gedeeld, tuple[Problem, ...]]:
    """Return what this one account would be with `tekst`, the shared files, and the problems in both.

    `tekst` None reads the shared files only. `erbij` holds the new texts of other files, by name below the folder. Of
    the other clients only the names count, so this is quick in a folder of any size, and an error of theirs is none
    here. `accounts` is the folder, or what read it before. With a `peildatum` what follows from the facts on that day
    is looked at too. Nothing is written.
    """
    teksten = {f"{account}.yml": tekst, **(erbij or {})}
    proef = {naam.removesuffix(".yml"): nieuw.encode() for naam, nieuw in teksten.items() if nieuw is not None}
    lader = accounts.met(proef) if isinstance(accounts, Lader) else Lader(accounts, proef=proef)
    klant, fouten = (None, []) if tekst is None else lader.account(account)
    hier = {lader.plaats.volledig(naam) for naam in erbij or ()}
    van_ons = [p for p in lader.problemen if Path(p.bestand).parent.name in (GEDEELD, WERVING) or p.bestand in hier]
    if klant is not None and peildatum is not None and not (van_ons or fouten):
        try:
            dossier_van(klant, lader.gedeeld, lader.plaats, peildatum)
        except ProblemenGevonden as gevonden:
            fouten = list(gevonden.problemen)
    return klant, lader.gedeeld, (*van_ons, *fouten)


# --- what was found in each account, kept for the next time: who changed nothing is not read again ---
#
# What the check says of one account follows from the file, its lines in the journal, the shared files, which accounts
# there are, the reference date and our code. All of that is the key of an account; one with an error is read each time.

PLEK = "controle"
"""Where it is kept, beside the accounts."""
Bewaard = tuple[str, tuple[Any, ...]]
"""The key of an account, and what was found in it as plain values."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """What was found in one account."""

    fouten: list[Problem]
    waarschuwingen: list[Problem]
    gaten: int
    feiten: Klantfeiten | None
    """None when nothing could be derived."""
    omzet: tuple[str, int, int] | None = None
    """Where the revenue of the `peiljaar` stands: the one place in an account that a warning about the whole names.

    It is looked up while the file is at hand; reading the file again would take as long as all else together.
    """

    def plat(self) -> tuple[Any, ...]:
        """As plain values; only of an account without errors."""
        waarschuwingen = [_waarden(een) for een in self.waarschuwingen]
        return waarschuwingen, self.gaten, _waarden(self.feiten), self.omzet

    @classmethod
    def van(cls, waarschuwingen: list[Any], gaten: int, feiten: Any, omzet: tuple[str, int, int] | None) -> Stuk:
        """Out of plain values."""
        return cls([], [Problem(*een) for een in waarschuwingen], gaten, Klantfeiten(*feiten), omzet)


def _waarden(ding: Any) -> tuple[Any, ...]:
    """The fields of a thing that holds nothing but plain values."""
    return tuple(getattr(ding, een.name) for een in fields(ding))


class Geheugen:
    """What was found the last time in the accounts of a folder."""

    def __init__(self, lader: Lader, peildatum: date) -> None:
        self._lader, self._plek = lader, bewaarplek(lader.map, PLEK)
        self._basis = sha256(geheugenbestand.van_onze_code().encode())
        gedeeld = (getattr(lader.gedeeld, een.name) for een in fields(lader.gedeeld) if een.name != "dagboek")
        for deel in (*gedeeld, lader.namen, lader.opgeruimd, lader.map.resolve().name, peildatum):
            self._basis.update(repr(deel).encode())
        self._vroeger: Mapping[str, Bewaard] = geheugenbestand.lees(self._plek, "") or {}

    def sleutel(self, naam: str) -> str:
        """The key of an account as its file is now; what the loader says of it next is about the same bytes."""
        eigen = self._basis.copy()
        eigen.update(self._lader.houd_vast(naam))
        eigen.update(repr(self._lader.gedeeld.dagboek.get(naam)).encode())
        return eigen.hexdigest()

    def van(self, naam: str, sleutel: str) -> Stuk | None:
        """What was found in an account with this key; None when it was another, or held an error."""
        vroeger = self._vroeger.get(naam)
        return Stuk.van(*vroeger[1]) if vroeger and vroeger[0] == sleutel else None

    def bewaar(self, gevonden: Iterable[tuple[str, str, Stuk]]) -> None:
        """Keep what was found: name and key of each account. Written only when something differs from the last time."""
        nieuw = {naam: (sleutel, stuk.plat()) for naam, sleutel, stuk in gevonden if stuk.feiten and not stuk.fouten}
        if nieuw != self._vroeger:
            geheugenbestand.schrijf(self._plek, "", nieuw)
