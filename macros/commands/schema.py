"""`handboek schema`: the JSON Schemas by which an editor helps who types in the files."""

from __future__ import annotations

from pathlib import Path

import click

from macros.commands.neerleggen import waarom
from macros.load.bestanden import lees_tekst
from macros.load.omgeving import PROJECT
from macros.load.schemaregel import SCHEMAMAP, SOORTEN, bestandsnaam
from macros.load.schrijven import MapNietVrijError, alleen, schrijf_alles
from macros.load.velden import naam_van
from macros.outputs.schema import schematekst


def schemas() -> dict[str, str]:
    """The text of each schema, by the name of its file."""
    return {bestandsnaam(soort): schematekst(klasse, _titel(klasse)) for soort, klasse in SOORTEN.items()}


def _titel(klasse: type) -> str:
    naam = naam_van(klasse)
    return naam[0].upper() + naam[1:]


@click.command(help="Maak de schema's waarmee een programma als VS Code helpt bij het typen in de bestanden.")
@click.option(
    "--naar",
    metavar="MAP",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"De map voor de schema's; zonder deze optie {SCHEMAMAP}.",
)
def schema(naar: Path | None) -> None:
    """Write every schema; a file that is right already is not touched."""
    folder = naar or PROJECT / SCHEMAMAP
    try:
        with alleen(folder):
            oud = {pad: lees_tekst(pad) for pad in sorted(folder.glob("*.schema.json"))}
            nieuw = {folder / naam: tekst for naam, tekst in schemas().items()}
            anders: dict[Path, str | None] = {pad: tekst for pad, tekst in nieuw.items() if oud.get(pad) != tekst}
            schrijf_alles(anders, oud)
    except (MapNietVrijError, OSError, UnicodeDecodeError) as fout:
        click.echo(f"de schema's zijn niet geschreven: {waarom(fout)}", err=True)
        raise SystemExit(1) from None
    click.echo(f"{len(nieuw)} schema's staan in {naar or SCHEMAMAP}; {len(anders)} daarvan veranderd.")
