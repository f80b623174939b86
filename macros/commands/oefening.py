"""`handboek oefening`: the exercises of the practice portfolio, and whether the learner did them right."""

from __future__ import annotations

from pathlib import Path

import click

from macros.load.bestanden import reden
from macros.oefenen.oefening import OEFENMAP, nog_te_doen, zet_klaar
from macros.oefenen.oefeningen import OEFENINGEN


@click.command(help="Kijk een oefening na, of zonder nummer allemaal.")
@click.argument("nummer", metavar="[NUMMER]", required=False, type=int)
@click.option("--klaarzetten", is_flag=True, help="Zet alleen de bestanden klaar; wat er al staat, blijft staan.")
@click.option("--map", "folder", metavar="MAP", type=click.Path(path_type=Path), help="Een andere map dan .oefenen.")
@click.pass_context
def oefening(context: click.Context, nummer: int | None, *, klaarzetten: bool, folder: Path | None) -> None:
    """Judge one exercise, or all; exit 1 while something is left to do."""
    if nummer is not None and not 1 <= nummer <= len(OEFENINGEN):
        raise click.UsageError(f"er is geen oefening {nummer}; kies 1 tot en met {len(OEFENINGEN)}")
    eigen = folder or OEFENMAP
    try:
        nieuw = zet_klaar(eigen)
    except OSError as fout:
        click.echo(f"de map {eigen} is niet te maken: {reden(fout)}; kies met --map een andere", err=True)
        raise SystemExit(1) from None
    if klaarzetten or nieuw:
        click.echo(
            f"De oefenklanten staan klaar in {eigen}." if nieuw else f"{eigen} bestaat al; er is niets veranderd."
        )
    if not klaarzetten:
        context.exit(0 if (_een(nummer, eigen) if nummer else _allemaal(eigen)) else 1)


def _een(nummer: int, folder: Path) -> bool:
    """Print one exercise with what is missing; tell whether it is right."""
    deze = OEFENINGEN[nummer - 1]
    ontbreekt = nog_te_doen(deze, folder)
    click.echo(f"Oefening {nummer}: {deze.titel}")
    if not ontbreekt:
        click.echo(f"Goed! {deze.goed}")
        return True
    waar = f" Schrijf je antwoord in {deze.antwoordbestand}." if deze.antwoordbestand else ""
    click.echo(f"{deze.vraag}{waar}\n\nNog niet goed:")
    for zin in ontbreekt:
        click.echo(f"- {zin}")
    click.echo(f"\nHint: {deze.hint}")
    return False


def _allemaal(folder: Path) -> bool:
    """Print how each exercise stands; tell whether all are right."""
    goed = 0
    for nummer, deze in enumerate(OEFENINGEN, 1):
        klaar = not nog_te_doen(deze, folder)
        goed += klaar
        click.echo(f"{nummer}. {deze.titel}: {'goed' if klaar else 'nog niet'}")
    click.echo(f"{goed} van {len(OEFENINGEN)} goed. Meer over één oefening: handboek oefening 1")
    return goed == len(OEFENINGEN)
