"""`handboek eigenaren`: the file by which a git server asks the right colleague to look at a proposal."""

from __future__ import annotations

import click

from macros.controles import eigenaren as regels
from macros.load import omgeving
from macros.load.load import lees_map
from macros.load.problem import FOUT
from macros.load.schrijven import SchrijvenMisluktError, schrijf_alles


@click.command(help="Maak CODEOWNERS: wie de git-server vraagt om mee te kijken, uit het team en de klanten.")
@click.option(
    "--voor",
    "soort",
    type=click.Choice(list(regels.PLEKKEN)),
    help="Welke git-server het leest; forgejo is ook voor Gitea. Zonder deze optie geldt de instelling voorstellen.",
)
@click.option("--beheer", metavar="INLOGNAAM", help="Wie kijkt naar al het andere: een collega of team/naam.")
@click.option("--toon", is_flag=True, help="Laat het alleen zien, en schrijf niets.")
@click.pass_context
def eigenaren(context: click.Context, soort: str | None, beheer: str | None, *, toon: bool) -> None:
    """Write the file where the server looks; exit 1 for errors in the data or a file that is not ours."""
    try:
        folder = omgeving.accountsmap()
        lading = lees_map(folder)
        dag = omgeving.peildatum(lading.gedeeld.instellingen)
    except omgeving.OngeldigeOmgevingError as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(2)
    if any(probleem.ernst == FOUT for probleem in lading.problemen):
        click.echo("Er is niets geschreven: er staan fouten in de gegevens; zie handboek check", err=True)
        context.exit(1)
    soort = soort or lading.gedeeld.instellingen.voorstellen.soort
    if soort not in regels.PLEKKEN:
        raise click.UsageError(f"kies met --voor {' of '.join(regels.PLEKKEN)}; '{soort}' leest geen CODEOWNERS")
    naam = folder.resolve().name
    pad = folder.resolve().parent / regels.PLEKKEN[soort]
    oud = regels.gemaakt(pad)
    klanten = {een.id: een.driehoek.accountmanager for een in lading.accounts.values()}
    for wie in regels.zonder_login(klanten, lading.gedeeld, dag):
        click.echo(f"{wie} heeft geen inlognaam in team.yml, en wordt dus niet gevraagd", err=True)
    alle = regels.eigenaren(klanten, lading.gedeeld, dag, naam)
    tekst = regels.bestand(soort, alle, _beheer(beheer) or (regels.beheer_in(oud) if oud else None), naam)
    if toon:
        click.echo(tekst, nl=False)
        return
    if oud is None and pad.exists():
        click.echo(
            f"Er is niets geschreven: {regels.PLEKKEN[soort]} is niet hiermee gemaakt; haal het eerst weg", err=True
        )
        context.exit(1)
    try:
        schrijf_alles({pad: tekst}, {pad: oud} if oud is not None else {})
    except SchrijvenMisluktError as fout:
        click.echo(f"Er is niets geschreven: {fout.oorzaak}", err=True)
        context.exit(1)
    click.echo(f"{regels.PLEKKEN[soort]} staat klaar: {len(alle)} plekken met een eigenaar.")


def _beheer(gegeven: str | None) -> str | None:
    """The login that was given; raises `UsageError` for what cannot be one."""
    if gegeven is None:
        return None
    login = regels.login_van(gegeven)
    if login is None:
        raise click.UsageError(f"'{gegeven}' is geen inlognaam; schrijf die als jprins of verkoop/beheer")
    return login
