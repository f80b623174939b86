"""`handboek publish`: from what is checked out here to the site that is read, in one step or not at all."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import click

from macros.commands.geschiedenis import geschiedenis_of_reden
from macros.publiceren import publicatie
from macros.publiceren.plek import Plek, PubliceerError


@click.command(help="Zet de site klaar voor een webserver: lezers zien de oude of de nieuwe, nooit een halve.")
@click.option(
    "--to", "doel", metavar="MAP", required=True, type=click.Path(path_type=Path),
    help="De map van de publicaties; de webserver leest MAP/huidig.",
)  # fmt: skip
@click.option("--bewaar", metavar="AANTAL", default=5, type=click.IntRange(1), help="Zoveel publicaties blijven staan.")
@click.option("--voorbeeld", "tak", metavar="TAK", default="", help="Maak een voorbeeld van deze tak in MAP/voorbeeld.")
@click.option("--als-nodig", is_flag=True, help="Doe niets als deze versie er vandaag al staat.")
@click.option("--toch", is_flag=True, help="Publiceer ook een versie die is teruggezet.")
@click.option("--rollback", is_flag=True, help="Laat lezers weer de vorige publicatie zien.")
@click.option("--weg", is_flag=True, help="Haal het voorbeeld van --voorbeeld weg.")
@click.pass_context
def publish(  # noqa: PLR0913  an option each
    context: click.Context,
    doel: Path,
    tak: str,
    bewaar: int,
    *,
    als_nodig: bool,
    toch: bool,
    rollback: bool,
    weg: bool,
) -> None:
    """Publish, go back one publication, or take a preview away; exit 1 when the site stayed what it was."""
    if weg and not tak:
        raise click.UsageError("--weg haalt een voorbeeld weg; zeg welk met --voorbeeld TAK")
    # Being asked to stop is a way to fail like any other: what was being made is taken away.
    signal.signal(signal.SIGTERM, _stop)
    meld: Callable[[str], None] = click.echo
    try:
        plek = Plek(doel.resolve(), tak)
        if weg:
            zin = publicatie.haal_weg(plek, meld)
        elif rollback:
            zin = publicatie.zet_terug(plek, meld)
        else:
            opdracht = publicatie.Opdracht(
                plek, bewaar=bewaar, als_nodig=als_nodig, toch=toch, vooraf=geschiedenis_of_reden
            )
            zin = publicatie.publiceer(opdracht, meld)
    except PubliceerError as fout:
        click.echo(f"Er verandert niets: {fout}", err=True)
        context.exit(1)
    click.echo(f"{zin[0].upper()}{zin[1:]}.")


def _stop(*_: object) -> None:
    raise SystemExit(143)
