"""`handboek import`: from a contract register to account files."""

from __future__ import annotations

from pathlib import Path

import click

from macros.invoer import register
from macros.invoer.bijwerken import NietTeGebruikenError, lees_map
from macros.invoer.mappinglezer import lees_mapping
from macros.invoer.plannen import Plan, maak_plan
from macros.invoer.rijen import lees_rijen
from macros.invoer.tabel import NietLeesbaarError
from macros.invoer.verslag import verslag
from macros.load import omgeving
from macros.load.problem import ProblemenGevonden
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf_alles
from macros.model.instellingen import Instellingen

_BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(name="import")
@click.argument("bestand", metavar="FILE", type=_BESTAND)
@click.option(
    "--map",
    "mapping",
    metavar="MAP.yml",
    type=_BESTAND,
    required=True,
    help="Het vertaalbestand: welke kolom welk veld is.",
)
@click.option(
    "--into",
    "doel",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map met accounts; zonder deze optie die van de site.",
)
@click.option("--update", "bijwerken", is_flag=True, help="Werk bestaande accounts bij: alleen wat het register weet.")
@click.option("--peildatum", metavar="DATUM", help="Dag waarop nieuwe accounts in beheer komen; zonder optie vandaag.")
def import_(bestand: Path, mapping: Path, doel: Path | None, peildatum: str | None, *, bijwerken: bool) -> None:
    """Maak accountbestanden van een contractregister (CSV, XLSX of OCDS JSON).

    Bestaande bestanden worden zonder --update nooit overschreven.
    """
    try:
        doel = doel or omgeving.accountsmap()
        dag = omgeving.peildatum(Instellingen(), peildatum)
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    try:
        afspraken = lees_mapping(mapping)
        gelezen = lees_rijen(register.lees(bestand, afspraken.bestand), afspraken)
        with alleen(doel):
            plan = maak_plan(gelezen, afspraken, lees_map(doel), dag, bijwerken=bijwerken)
            _schrijf(plan)
    except ProblemenGevonden as problemen:
        click.echo(str(problemen), err=True)
        raise SystemExit(1) from None
    except (NietLeesbaarError, NietTeGebruikenError, MapNietVrijError) as fout:
        click.echo(f"{bestand.name}: {fout}", err=True)
        raise SystemExit(1) from None
    for regel in verslag(f"Register {afspraken.register}: {bestand.name}", doel, gelezen, plan):
        click.echo(regel)
    if plan.weigeringen:
        click.echo("Gebruik --update om bestaande accounts bij te werken, of --into voor een andere map.", err=True)
        raise SystemExit(1)


def _schrijf(plan: Plan) -> None:
    try:
        schrijf_alles(plan.bestanden, plan.gelezen)
    except SchrijvenMisluktError as fout:
        click.echo(f"Schrijven is gestopt: {fout.oorzaak}. Elk bestand is heel: oud of nieuw.", err=True)
        click.echo(f"Wel geschreven: {_namen(fout.geschreven)}. Niet geschreven: {_namen(fout.ongemoeid)}.", err=True)
        click.echo("Los de oorzaak op en draai dezelfde import nog eens met --update.", err=True)
        raise SystemExit(1) from None


def _namen(bestanden: tuple[Path, ...]) -> str:
    return ", ".join(bestand.name for bestand in bestanden) or "geen"
