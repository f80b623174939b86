"""`handboek import`: from a contract register to account files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from macros.controles.nakijken import kijk_na
from macros.invoer import lezers
from macros.invoer.cellen import NietLeesbaarError
from macros.invoer.contractrij import Opmerking
from macros.invoer.doelmap import GEDEELD, NietTeGebruikenError, lees_map
from macros.invoer.mappinglezer import lees_mapping
from macros.invoer.plannen import Plan, maak_plan
from macros.invoer.rijen import Gelezen, lees_rijen
from macros.load import omgeving
from macros.load.load import Lader
from macros.load.problem import ProblemenGevonden, zichtbaar
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf_alles
from macros.model.instellingen import Instellingen

_BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    name="import",
    help="Maak accountbestanden van een contractregister (CSV, XLSX of OCDS JSON).\n\n"
    "Bestaande bestanden worden zonder --update nooit overschreven.",
)
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
    """Make account files of a register, read them back and report; exit 1 when nothing was written."""
    try:
        doel = doel or omgeving.accountsmap()
        dag = omgeving.peildatum(Instellingen(), peildatum)
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    try:
        afspraken = lees_mapping(mapping)
        gelezen = lees_rijen(lezers.lees(bestand, afspraken.bestand), afspraken, dag)
        with alleen(doel):
            plan = maak_plan(gelezen, afspraken, lees_map(doel), dag, bijwerken=bijwerken)
            fouten = _schrijf(plan, doel, dag)
    except ProblemenGevonden as problemen:
        click.echo(str(problemen), err=True)
        raise SystemExit(1) from None
    except (NietLeesbaarError, NietTeGebruikenError, MapNietVrijError) as fout:
        click.echo(f"{bestand.name}: {fout}", err=True)
        raise SystemExit(1) from None
    if not fouten:
        for regel in verslag(f"Register {afspraken.register}: {bestand.name}", doel, gelezen, plan):
            click.echo(zichtbaar(regel))
    for regel in fouten or _bezwaren(gelezen, plan):
        click.echo(zichtbaar(regel), err=True)
    if fouten or plan.weigeringen or not plan.nieuwe_contracten + plan.bijgewerkt + plan.gelijk:
        raise SystemExit(1)


def _schrijf(plan: Plan, doel: Path, dag: date) -> list[str]:
    """Write, and read back what was written; return why everything was put back as it was, else nothing."""
    nieuwe_map = not (doel / GEDEELD).exists()
    _leg_neer(plan.bestanden, plan.gelezen)
    if not (fouten := _fouten(plan, doel, dag)):
        return []
    _leg_neer(plan.gelezen, plan.bestanden)
    for pad in plan.bestanden.keys() - plan.gelezen.keys():
        pad.unlink()
    # A colleague's own mistake in a file is no reason to leave the register's changes out.
    if fouten <= _fouten(plan, doel, dag):
        _leg_neer(plan.bestanden, plan.gelezen)
        return []
    if nieuwe_map:
        (doel / GEDEELD).rmdir()
    regels = [f"  {naam}: {tekst}" for naam, tekst in sorted(fouten)]
    return ["Er is niets veranderd, want de site zou dit niet kunnen lezen:", *regels]


def _fouten(plan: Plan, doel: Path, dag: date) -> set[tuple[str, str]]:
    """Return what the site finds wrong in the files of this import, as file name and sentence."""
    namen = {pad.name for pad in plan.bestanden}
    problemen = kijk_na(Lader(doel), dag).fouten if namen else ()
    return {(naam, een.tekst) for een in problemen if (naam := Path(een.bestand).name) in namen}


def _leg_neer(bestanden: dict[Path, str], gelezen: dict[Path, str]) -> None:
    try:
        schrijf_alles(bestanden, gelezen)
    except SchrijvenMisluktError as fout:
        click.echo(f"Schrijven is gestopt: {fout.oorzaak}. Elk bestand is heel: oud of nieuw.", err=True)
        click.echo(f"Wel geschreven: {_namen(fout.geschreven)}. Niet geschreven: {_namen(fout.ongemoeid)}.", err=True)
        click.echo("Los de oorzaak op en draai dezelfde import nog eens met --update.", err=True)
        raise SystemExit(1) from None


def _bezwaren(gelezen: Gelezen, plan: Plan) -> Iterator[str]:
    """Say why nothing at all was written, and what to do about it; nothing when something was."""
    if plan.weigeringen:
        yield "Gebruik --update om bestaande accounts bij te werken, of --into voor een andere map."
    elif not plan.nieuwe_contracten + plan.bijgewerkt + plan.gelijk:
        redenen = sorted(gelezen.overgeslagen + plan.overgeslagen + plan.afgelopen)
        # The same reason with another day or text is the same reason.
        soort = {een: re.sub(r"'[^']*'|\d+", "", een.tekst) for een in redenen}
        ((meest, aantal),) = Counter(soort.values()).most_common(1)
        een = next(een for een in redenen if soort[een] == meest)
        yield f"Er is niets geschreven: geen enkele rij werd een contract. {aantal} van de {len(redenen)} rijen om"
        yield f"dezelfde reden, zoals rij {een.rij}: {een.tekst}."
        if een in plan.afgelopen:
            yield "Wil je ook wat al is afgelopen? Zet dan 'afgelopen: meenemen' in het vertaalbestand."


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
        regels += _lijst("Afgelopen en overgeslagen", _rijen(sorted(plan.afgelopen)))
        regels += _lijst("Twijfel: kijk dit zelf na", _rijen(sorted({*gelezen.twijfel, *plan.twijfel})))
        regels += _lijst("Gewijzigd", plan.wijzigingen)
        regels += _lijst("Niet meer in het register; het bestand is niet veranderd", plan.verdwenen)
    else:
        regels += _lijst("Er is niets geschreven", plan.weigeringen)
    regels.append(f"Accounts: {plan.nieuwe_accounts} nieuw, {_bestaand(plan)} bijgewerkt, in {doel}")
    regels.append(_som(gelezen, plan, len(overgeslagen) + len(plan.afgelopen)))
    return regels


def _bestaand(plan: Plan) -> int:
    """Count the existing account files that change."""
    nieuw = plan.nieuwe_accounts + sum(pad.parent.name == "_gedeeld" for pad in plan.bestanden)
    return len(plan.bestanden) - nieuw


def _som(gelezen: Gelezen, plan: Plan, overgeslagen: int) -> str:
    """Return the sum in words; raises `AssertionError` when rows got lost, for then the import itself is wrong."""
    delen = {
        "geschreven": plan.nieuwe_contracten + plan.bijgewerkt,
        "al gelijk": plan.gelijk if plan.bijwerken else None,
        "samengevoegd": gelezen.samengevoegd or None,
        "overgeslagen": overgeslagen,
    }
    som = " + ".join(f"{naam} {aantal}" for naam, aantal in delen.items() if aantal is not None)
    if gelezen.gelezen != sum(aantal or 0 for aantal in delen.values()):
        raise AssertionError(f"{gelezen.gelezen} rijen gelezen, maar {som} verantwoord")
    return f"Gelezen {gelezen.gelezen} = {som}"


def _rijen(opmerkingen: list[Opmerking]) -> Iterator[str]:
    return (f"rij {een.rij}: {een.tekst}" for een in opmerkingen)


def _lijst(kop: str, regels: Iterator[str] | list[str]) -> list[str]:
    """Return a heading with a count and its lines; nothing when there are none."""
    alle = [f"  {regel}" for regel in regels]
    return [f"{kop} ({len(alle)}):", *alle] if alle else []
