"""`handboek inrichten`: makes what a server needs to publish on every merge."""

from __future__ import annotations

from pathlib import Path

import click

from macros.load import omgeving
from macros.load.load import Lader
from macros.publiceren import inrichting
from macros.publiceren.plek import PubliceerError


@click.command(help="Maak op een server wat nodig is om bij elke wijziging te publiceren.")
@click.argument("doel", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--adres", metavar="ADRES", help="Het adres van de site; anders geldt site_url uit instellingen.yml.")
@click.option("--gebruiker", metavar="NAAM", default="handboek", help="Onder welke naam het op de server draait.")
@click.pass_context
def inrichten(context: click.Context, doel: Path, adres: str | None, gebruiker: str) -> None:
    """Write the repository, hooks, script and samples; exit 1 when that fails."""
    try:
        instellingen = Lader(omgeving.accountsmap()).gedeeld.instellingen
        adres = adres or instellingen.site_url
        if not adres:
            raise click.UsageError("het adres van de site is nog niet bekend; geef het met --adres https://…")
        map_ = doel.resolve()
        waarden = inrichting.waarden(str(map_), adres, gebruiker, instellingen.voorstellen)
        geschreven = inrichting.richt_in(map_, waarden)
    except (omgeving.OngeldigeOmgevingError, PubliceerError) as fout:
        click.echo(f"Niet ingericht: {fout}", err=True)
        context.exit(1)
    for pad in geschreven:
        click.echo(f"  {pad}")
    click.echo(f"De map {map_} is ingericht. Push nu naar {map_ / inrichting.OPSLAG}, tak main: de haak publiceert.")
