"""`handboek begin`: from the example portfolio to an empty one of your own."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import click

from macros.invoer.cellen import tekst as tekst_van
from macros.load import omgeving
from macros.load.bestanden import reden
from macros.load.inlassen import scalair
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf_alles

TEAM = """\
# Wie er bij ons aan klanten werkt.
personen:
  - {{id: {id}, naam: {naam}, rollen: [accountmanager]}}
"""
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
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    id_ = "-".join(re.findall(r"[a-z0-9]+", kaal))
    if not id_:
        raise click.UsageError('de naam is leeg; schrijf --accountmanager "Lotte Kramer"')
    try:
        folder = omgeving.accountsmap()
        with alleen(folder):
            _leeg(folder, TEAM.format(id=scalair(id_), naam=scalair(naam)))
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    except (MapNietVrijError, OSError) as fout:
        eigen = fout.oorzaak if isinstance(fout, SchrijvenMisluktError) else fout
        waarom = reden(eigen) if isinstance(eigen, OSError) else eigen
        click.echo(f"het voorbeeld is niet helemaal weg: {waarom}; draai de opdracht daarna nog eens", err=True)
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
    weg = [*folder.glob("*.yml"), *(folder / "_werving").glob("*.yml"), *gedeeld.glob("*.yml")]
    for pad in weg:
        if pad.name not in ("team.yml", "instellingen.yml"):
            pad.unlink()
    schrijf_alles({gedeeld / "team.yml": team, instellingen: INSTELLINGEN}, oud)
