"""`handboek show`: everything the site derives about one account (design §10).

Errors in other accounts do not matter here: a colleague can look at one client while the file of another is broken.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path

import click

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.load import omgeving
from macros.load.bestanden import yamlbestanden
from macros.load.load import Lader
from macros.load.problem import ProblemenGevonden
from macros.outputs.show import show as als_dict
from macros.outputs.show import show_tekst, uitleg


@click.command(help="Toon alles wat de site over één klant uitrekent.")
@click.argument("account", metavar="ID")
@click.option("--json", "als_json", is_flag=True, help="Schrijf JSON, voor een ander programma.")
@click.option("--explain", is_flag=True, help="Laat bij elke waarde zien waar die vandaan komt.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Reken alsof het deze dag is.")
@click.pass_context
def show(context: click.Context, account: str, *, als_json: bool, explain: bool, peildatum: str | None) -> None:
    """Print everything that is derived of one client."""
    try:
        dossier = lees_dossier(account, peildatum)
    except (omgeving.OngeldigeOmgevingError, OnbekendAccountError) as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(2)
    except ProblemenGevonden as gevonden:
        click.echo(gevonden, err=True)
        context.exit(1)
    click.echo(_json(dossier, explain=explain) if als_json else show_tekst(dossier, explain=explain), nl=als_json)


class OnbekendAccountError(ValueError):
    """An id that no file in the accounts folder has; the message suggests one that exists."""


def lees_dossier(account: str, peildatum: str | None) -> Dossier:
    """Read the accounts folder and derive one account.

    Raises OnbekendAccountError, OngeldigeOmgevingError, or ProblemenGevonden with the errors of that account and of
    the shared files.
    """
    folder = omgeving.accountsmap()
    if peildatum:
        omgeving.lees_peildatum(peildatum)
    _bestaat(account, folder)
    lader = Lader(folder)
    klant, fouten = lader.los(account)
    if klant is None or fouten:
        raise ProblemenGevonden(fouten)
    return dossier_van(klant, lader.gedeeld, lader.plaats, omgeving.peildatum(lader.gedeeld.instellingen, peildatum))


def _bestaat(account: str, folder: Path) -> None:
    """Raise OnbekendAccountError unless the folder holds a file of this account."""
    bekend = [bestand.stem for bestand in yamlbestanden(folder)]
    if account in bekend:
        return
    lijkt = get_close_matches(account, bekend, n=1, cutoff=0.5)
    raad = f"bedoel je '{lijkt[0]}'?" if lijkt else "schrijf de naam van een bestand in die map, zonder .yml"
    raise OnbekendAccountError(f"er is geen klant '{account}' in {folder}; {raad}")


def _json(dossier: Dossier, *, explain: bool) -> str:
    waarden = als_dict(dossier)
    if explain:
        waarden["uitleg"] = uitleg(dossier)
    return json.dumps(waarden, ensure_ascii=False, indent=2)
