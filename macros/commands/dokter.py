"""`handboek dokter`: whether all is in order that makes the site come, and stay up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from macros.load import clock, omgeving
from macros.load.load import Lader
from macros.publiceren import dokter as onderzoek
from macros.publiceren.dokter import Bevinding, Soort
from macros.publiceren.inrichting import beleid
from macros.publiceren.plek import Plek
from macros.publiceren.publicatie import lees_status
from macros.publiceren.webdokter import AANMELDEN, web

_ONBEKEND = Bevinding(
    "Zonder aanmelden is niet te zien van welke dag de site is",
    f"Zet naam en wachtwoord in {AANMELDEN}, of vraag het op de server zelf.",
    Soort.ACTUEEL,
)


@click.command(help="Kijk of alles in orde is wat de site maakt en bijhoudt. De uitkomst is 1 als er iets te doen is.")
@click.option("--to", "doel", metavar="MAP", type=click.Path(path_type=Path), help="Kijk ook naar deze publicaties.")
@click.option("--site", "adres", metavar="ADRES", help=f"Vraag de site op; {AANMELDEN}=naam:wachtwoord meldt aan.")
@click.option("--bewaking", is_flag=True, help="Kijk alleen of de site niet te oud is, voor een bewaking.")
@click.option("--hoogstens", metavar="DAGEN", default=1, type=click.IntRange(0), help="Zo oud mag de site zijn.")
@click.pass_context
def dokter(context: click.Context, doel: Path | None, adres: str | None, hoogstens: int, *, bewaking: bool) -> None:
    """Say of each thing whether it is in order, and what to do; exit 1 when something is not."""
    if bewaking and not (doel or adres):
        raise click.UsageError("zeg welke site: --to MAP of --site ADRES")
    try:
        gevonden = list(_onderzoek(doel, adres, hoogstens, bewaking=bewaking))
    except omgeving.OngeldigeOmgevingError as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(1)
    if bewaking:
        gevonden = [een for een in gevonden if een.soort is Soort.ACTUEEL] or [_ONBEKEND]
    for een in gevonden:
        click.echo(str(een))
    slecht = sum(not een.goed for een in gevonden)
    if not bewaking:
        click.echo("Alles is in orde." if not slecht else f"Niet in orde: {slecht} van de {len(gevonden)}.")
    context.exit(1 if slecht else 0)


def _onderzoek(doel: Path | None, adres: str | None, hoogstens: int, *, bewaking: bool) -> Iterator[Bevinding]:
    instellingen = Lader(omgeving.accountsmap()).gedeeld.instellingen
    vandaag = clock.vandaag(instellingen.tijdzone)
    if not bewaking:
        yield from onderzoek.machine()
        yield from onderzoek.gegevens()
    if doel:
        plek = Plek(doel.resolve())
        huidige = plek.huidige()
        yield from onderzoek.publicatie(plek, vandaag, hoogstens)
        if not bewaking:
            yield from onderzoek.nacht(lees_status(huidige) if huidige else None)
            yield from onderzoek.schijf(plek)
    if adres:
        yield from web(adres, os.environ.get(AANMELDEN, ""), beleid(instellingen.voorstellen), vandaag, hoogstens)
