"""`handboek begin`: from the example portfolio to an empty one of your own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from macros.commands.neerleggen import waarom
from macros.invoer.cellen import tekst as tekst_van
from macros.invoer.rijen import starterset, vrije_id
from macros.load import omgeving
from macros.load.dagboek import DAGBOEK
from macros.load.schemaregel import schemaregel
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf_alles
from macros.publiceren import herkomst

INSTELLINGEN = """\
# Alleen wat afwijkt van de standaard.
onderdelen: {honken: true, toernooi: true, scores: true, zelfscan: true, berichten: true}

# Het adres van de site, zodra je het weet:
# site_url: https://handboek.example/
"""


@click.command(help="Haal het voorbeeld weg en begin met je eigen klanten. Kan alleen zolang het voorbeeld er staat.")
@click.option("--accountmanager", "naam", metavar="NAAM", required=True, help="Naam van je eerste accountmanager.")
def begin(naam: str) -> None:
    """Empty the example: a portfolio with one colleague and no client stays, and it builds."""
    naam = tekst_van(naam)
    id_ = vrije_id(naam, set(), "accountmanager")
    if not naam:
        raise click.UsageError('de naam is leeg; schrijf --accountmanager "Lotte Kramer"')
    try:
        folder = omgeving.accountsmap()
        with alleen(folder):
            _leeg(folder, starterset({id_: naam}, "EUR")["team.yml"])
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    except (MapNietVrijError, SchrijvenMisluktError, OSError) as fout:
        click.echo(f"het voorbeeld is niet helemaal weg: {waarom(fout)}; draai de opdracht daarna nog eens", err=True)
        raise SystemExit(1) from None
    click.echo(
        f"Het voorbeeld is weg en {naam} staat in team.yml. Maak nu een klant: "
        f'handboek new bakkerij-de-vries --naam "Bakkerij De Vries" --accountmanager {id_}'
    )


def _leeg(folder: Path, team: str) -> None:
    """Take the example away; its settings come last, so that a command that was killed can be run again."""
    gedeeld = folder / "_gedeeld"
    instellingen = gedeeld / "instellingen.yml"
    oud = {pad: pad.read_text(encoding="utf-8") for pad in (gedeeld / "team.yml", instellingen) if pad.is_file()}
    if not re.search(r"(?m)^peildatum_vast:", oud.get(instellingen, "")):
        raise click.UsageError(
            f"{folder} is niet het voorbeeld (daar staat peildatum_vast in instellingen.yml); er is niets weggehaald"
        )
    # What git does not hold yet, nobody can bring back; what a command that was killed took away already is no loss.
    eigen = [
        regel
        for regel in herkomst.vraag("status", "--porcelain", "--", ".", map_=folder).splitlines()
        if "D" not in regel[:2]
    ]
    if eigen:
        raise click.UsageError(
            f"in {folder} staat iets dat nog niet in git is bewaard ({eigen[0][3:]}); bewaar het eerst, of zet het "
            "ergens anders neer; er is niets weggehaald"
        )
    elders = (*(folder / "_werving").glob("*.yml"), *(folder / DAGBOEK).glob("*/*.yml"))
    weg = [*folder.glob("*.yml"), *elders, *gedeeld.glob("*.yml")]
    for pad in weg:
        if pad.name not in ("team.yml", "instellingen.yml"):
            pad.unlink()
    nieuw = {gedeeld / "team.yml": team, instellingen: INSTELLINGEN}
    regels = {pad: schemaregel(folder, f"{gedeeld.name}/{pad.name}") for pad in nieuw}
    schrijf_alles({pad: regels[pad] + tekst for pad, tekst in nieuw.items()}, oud)
