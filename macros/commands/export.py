"""`handboek export`: the registers of the site as tables for elsewhere, made of the columns that its pages use.

Who works at the client is named by function, whatever the pages show: a file travels further than a page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from macros.commands.neerleggen import alles_of_niets, van_eerder
from macros.load import omgeving
from macros.load.load import Lading, lees_map
from macros.load.schrijven import alleen, schrijf_alles
from macros.load.vaart import zonder_opruimen
from macros.model.account import Account
from macros.outputs.tabellen.csvblad import csvbytes
from macros.outputs.tabellen.jsonblad import jsonbytes
from macros.outputs.tabellen.werkmap import werkmap
from macros.portefeuille.portefeuille import portefeuille
from macros.views.delen.onderdeel import tabellen, tabelsoorten
from macros.woorden import taal
from macros.woorden.tabel import Tabel

NAAM = "retentiehandboek"
"""What the files with all tables are called."""
VORMEN = ("xlsx", "csv", "json")


@click.command(help="Schrijf de overzichten als tabellen: een werkmap (XLSX), CSV en JSON. Zonder TABEL allemaal.")
@click.argument("namen", metavar="[TABEL]...", nargs=-1)
@click.option(
    "--to", "doel", metavar="MAP", required=True, type=click.Path(path_type=Path),
    help="De map waar de bestanden komen; hij wordt zo nodig gemaakt.",
)  # fmt: skip
@click.option("--format", "vormen", type=click.Choice(VORMEN), multiple=True, help="Alleen deze vorm; mag vaker.")
@click.option("--vervang", is_flag=True, help="Zet de nieuwe bestanden in de plaats van die er al staan.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Reken alsof het deze dag is.")
def export(
    namen: tuple[str, ...],
    doel: Path,
    vormen: tuple[str, ...],
    *,
    vervang: bool,
    peildatum: str | None,
) -> None:
    """Write the tables; exit 1 when the data has errors or a file cannot be written, and then nothing changed."""
    _keur_namen(namen)
    with alles_of_niets(NietsError):
        gemaakt, dag, valuta = _maak(namen, peildatum)
        bestanden = inhoud(gemaakt, vormen or VORMEN, dag, valuta)
        with alleen(doel):
            teksten = bestanden_in(doel, bestanden)
            schrijf_alles(teksten, van_eerder(teksten, vervang=vervang))
    regels = sum(len(tabel.rijen) for tabel in gemaakt)
    hoeveel = f"{taal.aantal(len(gemaakt), 'tabel', 'tabellen')} met {taal.aantal(regels, 'regel', 'regels')}"
    click.echo(f"{hoeveel} {'staat' if len(gemaakt) == 1 else 'staan'} in {doel}: {', '.join(bestanden)}.")


class NietsError(Exception):
    """There is no table; the message is Dutch and complete."""


def _keur_namen(namen: Collection[str]) -> None:
    bekend = tabelsoorten()
    for naam in namen:
        if naam not in bekend:
            lijkt = get_close_matches(naam, bekend, n=1)
            raad = f"bedoel je '{lijkt[0]}'?" if lijkt else f"kies uit: {', '.join(bekend)}"
            raise click.UsageError(f"er is geen tabel '{naam}'; {raad}")


def _maak(namen: Collection[str], peildatum: str | None) -> tuple[list[Tabel], date, str]:
    """Read everything and make the tables; with the day they are of, and the currency of their amounts.

    Raises ProblemenGevonden, OngeldigeOmgevingError, and NietsError where only parts that are off were asked.
    """
    with zonder_opruimen():
        lading = met_functies(lees_map(omgeving.accountsmap()))
        instellingen = lading.gedeeld.instellingen
        dag = omgeving.peildatum(instellingen, peildatum)
        gemaakt = list(tabellen(portefeuille(lading, dag), namen))
    if not gemaakt:
        raise NietsError("het team werkt niet met dit onderdeel, dus er is geen tabel")
    return gemaakt, dag, instellingen.valuta


def met_functies(lading: Lading) -> Lading:
    """Return the same data with people at the client under their function (domain 2.9).

    Their names are taken away before anything is derived, so no sentence can hold one that nobody wrote in it.
    """
    gedeeld = lading.gedeeld
    instellingen = replace(gedeeld.instellingen, toon_contactnamen=False)
    accounts = {naam: _zonder_namen(account) for naam, account in lading.accounts.items()}
    return replace(lading, accounts=accounts, gedeeld=replace(gedeeld, instellingen=instellingen))


def _zonder_namen(account: Account) -> Account:
    mensen = [replace(persoon, naam=persoon.functie) for persoon in account.contactpersonen]
    return replace(account, contactpersonen=mensen)


def inhoud(gemaakt: Sequence[Tabel], vormen: Collection[str], dag: date, valuta: str) -> dict[str, bytes]:
    """Return what each file holds, by its name: one workbook, one JSON, and a CSV for each table."""
    bestanden: dict[str, bytes] = {}
    if "xlsx" in vormen:
        bestanden[f"{NAAM}.xlsx"] = werkmap(gemaakt, dag, valuta)
    if "json" in vormen:
        bestanden[f"{NAAM}.json"] = jsonbytes(gemaakt, dag, valuta)
    if "csv" in vormen:
        bestanden |= {f"{tabel.naam}.csv": csvbytes(tabel) for tabel in gemaakt}
    return bestanden


def bestanden_in(doel: Path, bestanden: Mapping[str, bytes]) -> dict[Path, str | bytes | None]:
    """Return the same by the place where each comes."""
    return {doel / naam: tekst for naam, tekst in bestanden.items()}
