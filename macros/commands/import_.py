"""`handboek import`: from a contract register to account files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from macros.invoer import lezers
from macros.invoer.bijwerken import NietTeGebruikenError, lees_map
from macros.invoer.cellen import NietLeesbaarError
from macros.invoer.mappinglezer import lees_mapping
from macros.invoer.plannen import Plan, maak_plan
from macros.invoer.rijen import Gelezen, Opmerking, lees_rijen
from macros.load import omgeving
from macros.load.problem import ProblemenGevonden, zichtbaar
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
        gelezen = lees_rijen(lezers.lees(bestand, afspraken.bestand), afspraken)
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
        click.echo(zichtbaar(regel))
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


# --- what an import says: what it assumed, skipped or doubted and why, and a sum that must hold ---


def verslag(kop: str, doel: Path, gelezen: Gelezen, plan: Plan) -> list[str]:
    """Return the report as Dutch lines; `kop` names the register and its file."""
    regels = [kop]
    regels += [f"  {aanname}" for aanname in gelezen.aannames]
    regels.append(f"Rijen in het bestand: {gelezen.buiten + gelezen.gelezen}, buiten de filters: {gelezen.buiten}")
    overgeslagen = sorted(gelezen.overgeslagen + plan.overgeslagen)
    if not plan.weigeringen:
        regels += _lijst("Overgeslagen", _rijen(overgeslagen))
        regels += _lijst("Twijfel: kijk dit zelf na", _rijen(sorted({*gelezen.twijfel, *plan.twijfel})))
        regels += _lijst("Gewijzigd", plan.wijzigingen)
        regels += _lijst("Niet meer in het register; het bestand is niet veranderd", plan.verdwenen)
    else:
        regels += _lijst("Er is niets geschreven", plan.weigeringen)
    geschreven = plan.nieuwe_contracten + plan.bijgewerkt
    regels.append(f"Accounts: {plan.nieuwe_accounts} nieuw, {_bestaand(plan)} bijgewerkt, in {doel}")
    regels.append(_som(gelezen.gelezen, geschreven, plan.gelijk if plan.bijwerken else None, len(overgeslagen)))
    return regels


def _bestaand(plan: Plan) -> int:
    """Count the existing account files that change."""
    nieuw = plan.nieuwe_accounts + sum(pad.parent.name == "_gedeeld" for pad in plan.bestanden)
    return len(plan.bestanden) - nieuw


def _som(gelezen: int, geschreven: int, gelijk: int | None, overgeslagen: int) -> str:
    """Return the sum in words; raises `AssertionError` when rows got lost, for then the import itself is wrong."""
    if gelezen != geschreven + (gelijk or 0) + overgeslagen:
        raise AssertionError(f"{gelezen} rijen gelezen, maar {geschreven} + {gelijk} + {overgeslagen} verantwoord")
    al_gelijk = "" if gelijk is None else f" + al gelijk {gelijk}"
    return f"Gelezen {gelezen} = geschreven {geschreven}{al_gelijk} + overgeslagen {overgeslagen}"


def _rijen(opmerkingen: list[Opmerking]) -> Iterator[str]:
    return (f"rij {een.rij}: {een.tekst}" for een in opmerkingen)


def _lijst(kop: str, regels: Iterator[str] | list[str]) -> list[str]:
    """Return a heading with a count and its lines; nothing when there are none."""
    alle = [f"  {regel}" for regel in regels]
    return [f"{kop} ({len(alle)}):", *alle] if alle else []
