"""`handboek contact`: log a contact moment in one line, and leave every other byte of the file alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, cast, get_args

import click

from macros.commands.keuzes import kies, wie_ben_ik
from macros.controles.nakijken import proeflees
from macros.invoer.cellen import tekst as schoon
from macros.load import omgeving
from macros.load.bestanden import lees_tekst, yamlbestanden
from macros.load.inlassen import NietInTeLassenError, Waarde, blok, controleer, inhoud, pas_toe, voeg_items_toe
from macros.load.keuren import bereikbaar
from macros.load.omgeving import OngeldigeOmgevingError
from macros.load.problem import Problem
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf
from macros.model.account import Account
from macros.model.basis import Laag, Vorm
from macros.model.gedeeld import Gedeeld
from macros.model.instellingen import Instellingen
from macros.model.team import OUD_CONTACT

LANGSTE_KERN = 200
"""Characters; the model refuses more."""
_PRIVE = re.compile(
    r"\b(verjaardag\w*|jarig|hobby\w*|zwanger\w*|zwangerschap\w*|huwelijk\w*|getrouwd|echtscheiding\w*|gezin"
    r"|ziek|ziekte|ziek gemeld|burn-?out|overspannen|geboortedatum|bsn)\b",
    re.IGNORECASE,
)


@click.command(help="Leg een gesprek met een klant vast, in één regel.")
@click.argument("id_", metavar="ID")
@click.option("--kern", metavar="TEKST", required=True, help=f"Waar het over ging, in hoogstens {LANGSTE_KERN} tekens.")
@click.option("--met", multiple=True, metavar="PERSOON", help="Id van een contactpersoon; mag vaker.")
@click.option("--wie", metavar="PERSOON", help="Wie van ons; zonder deze optie: jij.")
@click.option("--datum", metavar="DATUM", help="Dag van het contact; zonder deze optie vandaag.")
@click.option("--vorm", metavar="VORM", help=f"{', '.join(get_args(Vorm))}; zonder deze optie een bezoek.")
@click.option(
    "--laag", metavar="LAAG", help=f"{', '.join(get_args(Laag))}; zonder deze optie die van de eerste persoon."
)
@click.option("--regel", metavar="REGEL", help="Telt voor deze contactregel, wat er verder ook staat.")
@click.option("--nagevraagd", multiple=True, metavar="VERWACHTING", help="Id van een verwachting; mag vaker.")
@click.option("--toch", is_flag=True, help="Leg het ook vast als hetzelfde gesprek er al staat.")
def contact(  # noqa: PLR0913, PLR0917  one argument an option
    id_: str,
    kern: str,
    met: tuple[str, ...],
    wie: str | None,
    datum: str | None,
    vorm: str | None,
    laag: str | None,
    regel: str | None,
    nagevraagd: tuple[str, ...],
    *,
    toch: bool,
) -> None:
    """Log a talk with a client in its file."""
    kern = _keur_kern(kern)
    try:
        folder = omgeving.accountsmap()
        gevraagd = omgeving.lees_peildatum(datum, "--datum") if datum else None
        omgeving.peildatum(Instellingen(), None)  # say first what is wrong with a date
    except OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    kies("klant", id_, {pad.stem for pad in yamlbestanden(folder)}, f"staat niet in {folder}")
    try:
        with alleen(folder):
            bestand = _Bestand.lees(folder, id_)
            account, gedeeld = bestand.account, bestand.gedeeld
            dag = gevraagd or omgeving.peildatum(gedeeld.instellingen, None)
            keuzes = _keuzes(account, gedeeld, met, nagevraagd, {"laag": laag, "vorm": vorm, "regel": regel})
            bestand.voeg_toe(
                {"datum": dag, "wie": wie_ben_ik(wie, account, gedeeld), **keuzes, "kern": kern}, toch=toch
            )
    except MapNietVrijError as fout:
        _stop(str(fout))
    click.echo(f"{folder.name}/{id_}.yml: contact van {dag} vastgelegd bij {account.naam}.")
    if not (met or laag or regel):
        click.echo("Dit telt nog niet mee in het contactschema: noem met wie het was (--met) of welke laag (--laag).")


@dataclass(frozen=True, slots=True)
class _Bestand:
    """The account file that a moment goes to."""

    map: Path
    id: str
    tekst: str
    account: Account
    gedeeld: Gedeeld

    @classmethod
    def lees(cls, folder: Path, id_: str) -> _Bestand:
        """Read the file; problems in it or in the shared files end the command (exit 1)."""
        try:
            tekst = lees_tekst(folder / f"{id_}.yml")
        except (UnicodeDecodeError, OSError):
            _stop(f"{folder.name}/{id_}.yml is niet te lezen; draai eerst 'handboek check'")
        account, gedeeld, problemen = proeflees(folder, id_, tekst)
        _stop_bij(problemen)
        return cls(folder, id_, tekst, cast("Account", account), gedeeld)

    def voeg_toe(self, moment: dict[str, Waarde], *, toch: bool) -> None:
        """Put the moment in the file: only after the whole new file has been read and found right.

        The same talk is put there once more only with `toch`.
        """
        try:
            nieuw = pas_toe(self.tekst, voeg_items_toe(self.tekst, "contactmomenten", [moment]))
            verwacht = inhoud(self.tekst)
            verwacht["contactmomenten"] = [*(verwacht.get("contactmomenten") or []), inhoud(blok(moment))]
            controleer(verwacht, nieuw)
        except NietInTeLassenError as fout:
            _stop(f"{self.map.name}/{self.id}.yml: {fout}")
        account, _, problemen = proeflees(self.map, self.id, nieuw)
        _stop_bij(problemen)
        *eerder, laatste = cast("Account", account).contactmomenten
        if not toch and laatste.kenmerk in [een.kenmerk for een in eerder]:
            _stop(f"Dit gesprek van {laatste.datum} staat er al. Was het een tweede gesprek, gebruik dan --toch.")
        try:
            schrijf(self.map / f"{self.id}.yml", nieuw, self.tekst)
        except SchrijvenMisluktError as fout:
            _stop(f"{self.map.name}/{self.id}.yml is niet veranderd: {fout.oorzaak}")


def _keuzes(
    account: Account,
    gedeeld: Gedeeld,
    met: tuple[str, ...],
    nagevraagd: tuple[str, ...],
    gekozen: dict[str, str | None],
) -> dict[str, Waarde]:
    """Return what was chosen, in the order of the file; an id that does not exist is a usage error (exit 2)."""
    bekend: dict[str, tuple[Collection[str], str]] = {
        "laag": (get_args(Laag), "bestaat niet"),
        "vorm": (get_args(Vorm), "bestaat niet"),
        "regel": (_regels(account, gedeeld), "is geen contactregel van deze klant"),
    }
    meer: dict[str, tuple[str, tuple[str, ...], list[str]]] = {
        "met": ("contactpersoon", met, [*(een.id for een in account.contactpersonen), OUD_CONTACT]),
        "nagevraagd": ("verwachting", nagevraagd, [een.id for een in account.verwachtingen]),
    }
    uit: dict[str, Waarde] = {
        naam: [kies(wat, een, ids, f"is niet bekend bij {account.naam}") for een in dict.fromkeys(gegeven)]
        for naam, (wat, gegeven, ids) in meer.items()
        if gegeven
    }
    return uit | {naam: kies(naam, keuze, *bekend[naam]) for naam, keuze in gekozen.items() if keuze}


def _keur_kern(kern: str) -> str:
    """Return the text on one line; refuse what is too long, empty or about somebody's private life (exit 2)."""
    kern = schoon(kern)
    if not kern:
        raise click.UsageError("de kern is leeg; schrijf in één zin waar het over ging")
    if len(kern) > LANGSTE_KERN:
        te_veel = len(kern) - LANGSTE_KERN
        raise click.UsageError(f"de kern is {te_veel} tekens te lang; er passen er {LANGSTE_KERN}")
    if adres := bereikbaar(kern):
        raise click.UsageError(adres)
    if woord := _PRIVE.search(kern):
        raise click.UsageError(
            f"'{woord[0]}' hoort hier niet: dit leest iedereen op het intranet (AVG). "
            "Verjaardagen en hobby's zet je in je eigen agenda"
        )
    return kern


def _regels(account: Account, gedeeld: Gedeeld) -> list[str]:
    """Return the ids of the contact rules that a moment of this account may count for."""
    standaard = [
        regel.id for behandeling in gedeeld.segmentatie.segmenten.values() for regel in behandeling.contactschema
    ]
    return list(dict.fromkeys([*standaard, *(regel.id for regel in account.contactregels)]))


def _stop_bij(problemen: tuple[Problem, ...]) -> None:
    if problemen:
        _stop("\n".join([*map(str, problemen), "Er is niets veranderd. Los dit eerst op."]))


def _stop(zin: str) -> NoReturn:
    click.echo(zin, err=True)
    raise SystemExit(1)
