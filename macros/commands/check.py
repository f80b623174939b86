"""`handboek check`: every error and warning of the files, for people and for CI (design §10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from macros.controles.nakijken import Nagekeken, kijk_na
from macros.load import omgeving
from macros.load.load import Lader
from macros.load.problem import FOUT, Problem, zichtbaar
from macros.load.vaart import zonder_opruimen


@click.command(help="Controleer alle bestanden, of alleen de genoemde.")
@click.argument("bestanden", metavar="[BESTAND]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Laat ook een waarschuwing de controle laten mislukken.")
@click.option("--format", "vorm", type=click.Choice(["text", "github"]), default="text", help="Voor wie is de uitvoer?")
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
            nagekeken = kijk_na(lader, omgeving.peildatum(lader.gedeeld.instellingen, peildatum))
    except (omgeving.OngeldigeOmgevingError, OnbekendBestandError) as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(2)
    gevonden = (*nagekeken.fouten, *nagekeken.waarschuwingen)
    getoond = [probleem for probleem in gevonden if gekozen is None or probleem.bestand in gekozen]
    if getoond:
        click.echo("\n".join(map(VORMEN[vorm], getoond)))
    click.echo(samenvatting(nagekeken, getoond), err=vorm != "text")
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


def _github(probleem: Problem) -> str:
    """A workflow command, so that the problem shows on its line in a pull request."""
    soort = "error" if probleem.ernst == FOUT else "warning"
    titel = f"{probleem.ernst.capitalize()}: {probleem.code}"
    eigenschappen = {"file": probleem.bestand, "line": probleem.regel, "col": probleem.kolom, "title": titel}
    lijst = ",".join(f"{naam}={_ontsnapt(str(waarde), eigenschap=True)}" for naam, waarde in eigenschappen.items())
    return f"::{soort} {lijst}::{_ontsnapt(probleem.tekst)}"


def _ontsnapt(tekst: str, *, eigenschap: bool = False) -> str:
    """Escape for a workflow command; in a property the colon and comma have a meaning too."""
    tekst = zichtbaar(tekst).replace("%", "%25")
    return tekst.replace(":", "%3A").replace(",", "%2C") if eigenschap else tekst


VORMEN: dict[str, Callable[[Problem], str]] = {"text": str, "github": _github}
"""How a problem is printed."""
