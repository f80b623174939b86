"""`handboek check`: every error and warning of the files, for people and for CI (design §10)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from macros.controles.nakijken import Nagekeken, kijk_na
from macros.controles.vormen import VORMEN, Gevonden, github_samenvatting
from macros.load import omgeving
from macros.load.load import Lader
from macros.load.problem import FOUT, Problem
from macros.load.vaart import zonder_opruimen


@click.command(help="Controleer alle bestanden, of alleen de genoemde.")
@click.argument("bestanden", metavar="[BESTAND]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Laat ook een waarschuwing de controle laten mislukken.")
@click.option("--format", "vorm", type=click.Choice(list(VORMEN)), default="text", help="Voor wie is de uitvoer?")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Reken alsof het deze dag is.")
@click.pass_context
def check(
    context: click.Context, bestanden: tuple[Path, ...], *, strict: bool, vorm: str, peildatum: str | None
) -> None:
    """Check all files or only those named; exit 1 when there are errors."""
    try:
        folder = omgeving.accountsmap()
        gekozen = gekozen_bestanden(bestanden, folder)
        with zonder_opruimen():
            lader = Lader(folder)
            nagekeken = kijk_na(lader, omgeving.peildatum(lader.gedeeld.instellingen, peildatum), onthoud=True)
    except (omgeving.OngeldigeOmgevingError, OnbekendBestandError) as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(2)
    alle = (*nagekeken.fouten, *nagekeken.waarschuwingen)
    getoond = [probleem for probleem in alle if gekozen is None or probleem.bestand in gekozen]
    site = lader.gedeeld.instellingen.site_url
    gevonden = Gevonden(getoond, site.rstrip("/") + "/" if site else None)
    if tekst := VORMEN[vorm](gevonden):
        click.echo(tekst)
    slot = samenvatting(nagekeken, getoond)
    click.echo(slot, err=vorm != "text")
    if vorm == "github":
        _vat_samen(github_samenvatting(gevonden, slot))
    context.exit(1 if any(strict or probleem.ernst == FOUT for probleem in getoond) else 0)


class OnbekendBestandError(ValueError):
    """A file that was asked for and does not belong to the folder; the message is Dutch and complete."""


def gekozen_bestanden(bestanden: Iterable[Path], folder: Path) -> frozenset[str] | None:
    """Names of the chosen files as problems call them; None when nothing was chosen.

    Raises OnbekendBestandError for a file that does not exist or stands outside the folder.
    """
    namen = set()
    wortel = folder.resolve()
    for bestand in bestanden:
        pad = bestand.resolve()
        if not pad.is_file():
            raise OnbekendBestandError(f"het bestand bestaat niet: {bestand}")
        if not pad.is_relative_to(wortel):
            raise OnbekendBestandError(f"het bestand staat niet in de map {folder}: {bestand}")
        namen.add(f"{wortel.name}/{pad.relative_to(wortel).as_posix()}")
    return frozenset(namen) or None


def samenvatting(nagekeken: Nagekeken, getoond: list[Problem]) -> str:
    """The last line: how much was found."""
    fouten = sum(probleem.ernst == FOUT for probleem in getoond)
    delen = [_aantal(fouten, "fout", "fouten")]
    if nagekeken.gaten is None:
        return f"{delen[0]}; verbeter die eerst, daarna volgen de waarschuwingen"
    delen.append(_aantal(len(getoond) - fouten, "waarschuwing", "waarschuwingen"))
    klanten = _aantal(nagekeken.klanten, "klant", "klanten")
    gaten = _aantal(nagekeken.gaten, "gegeven", "gegevens")
    return f"{klanten} gecontroleerd: {' en '.join(delen)}; {gaten} nog aan te vullen"


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal or 'geen'} {een if aantal == 1 else meer}"


def _vat_samen(tekst: str) -> None:
    """Add to the summary of the job of GitHub that this runs in; elsewhere there is none."""
    if bestand := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(bestand).open("a", encoding="utf-8") as samen:
            samen.write(tekst)
