"""`handboek weekbericht`: the week of each colleague as a message to mail; the team's own mailer sends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from macros.commands.keuzes import kies
from macros.commands.neerleggen import alles_of_niets, van_eerder
from macros.load import geschiedenis, omgeving
from macros.load.load import lees_map
from macros.load.schrijven import alleen, schrijf_alles
from macros.load.vaart import zonder_opruimen
from macros.outputs.mailbericht import mailbericht
from macros.portefeuille.agendas import met_agenda
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.views import render
from macros.views.weekbericht.weekbericht import weekbericht as bericht_van
from macros.views.weekbericht.weekbericht import weektekst
from macros.woorden import taal

NAAM = "weekbericht-{}"
"""What a file is called without its ending; an id of a colleague is letters, digits and hyphens."""


@click.command(
    help="Schrijf de week van elke collega als bericht om te mailen: opmaak (HTML) en tekst. Er wordt niets verstuurd."
    " Zonder WIE krijgt iedereen die in dienst is er een."
)
@click.argument("wie", metavar="[WIE]...", nargs=-1)
@click.option(
    "--naar", metavar="MAP", default=".", type=click.Path(path_type=Path, file_okay=False),
    help="De map waar de berichten komen; hij wordt zo nodig gemaakt. Anders de map waar je staat.",
)  # fmt: skip
@click.option("--datum", "--peildatum", "datum", metavar="JJJJ-MM-DD", help="Reken alsof het deze dag is.")
@click.option("--eml", is_flag=True, help="Schrijf ook een .eml, die een mailprogramma als bericht opent.")
@click.option("--vervang", is_flag=True, help="Zet de nieuwe berichten in de plaats van die er al staan.")
def weekbericht(wie: tuple[str, ...], naar: Path, datum: str | None, *, eml: bool, vervang: bool) -> None:
    """Write the messages; exit 1 when the data has errors or a file cannot be written, and then nothing changed."""
    with alles_of_niets(NiemandError):
        alles = _lees(datum)
        bestanden = {
            naar / naam: inhoud for een in _van_wie(wie, alles) for naam, inhoud in berichten(een, alles, eml=eml)
        }
        with alleen(naar):
            schrijf_alles(bestanden, van_eerder(bestanden, vervang=vervang))
    aantal = len(bestanden) // (3 if eml else 2)
    zin = f"{taal.aantal(aantal, 'weekbericht', 'weekberichten')} van {taal.datum(alles.peildatum)}"
    click.echo(f"{zin} {'staat' if aantal == 1 else 'staan'} in {naar}. Er is niets verstuurd.")


class NiemandError(Exception):
    """There is nobody to write to; the message is Dutch and complete."""


def _lees(datum: str | None) -> Portefeuille:
    """Read everything, with what changed where that is known."""
    with zonder_opruimen():
        lading = lees_map(omgeving.accountsmap())
        verloop = geschiedenis.lees(omgeving.geschiedenisbestand())
        lading = replace(lading, gedeeld=replace(lading.gedeeld, geschiedenis=verloop))
        return portefeuille(lading, omgeving.peildatum(lading.gedeeld.instellingen, datum))


def _van_wie(wie: Sequence[str], alles: Portefeuille) -> Sequence[str]:
    """Return whose messages are written; raises a usage error for who has no week here, NiemandError without any."""
    in_dienst = [persoon.id for persoon in met_agenda(alles)]
    if not in_dienst:
        raise NiemandError(f"in team.yml staat niemand die op {taal.datum(alles.peildatum)} in dienst is")
    for een in wie:
        if een in alles.gedeeld.personen and een not in in_dienst:
            raise click.UsageError(f"{alles.naam(een)} is op {taal.datum(alles.peildatum)} niet in dienst")
        kies("collega", een, in_dienst, "staat niet in team.yml")
    return list(dict.fromkeys(wie)) or in_dienst


def berichten(wie: str, alles: Portefeuille, *, eml: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each file of one colleague, and what it holds."""
    bericht = bericht_van(alles, wie)
    html, tekst, naam = str(render.html(bericht)), weektekst(bericht), NAAM.format(wie)
    yield f"{naam}.html", html.encode()
    yield f"{naam}.txt", tekst.encode()
    if eml:
        zone = ZoneInfo(alles.gedeeld.instellingen.tijdzone)
        yield f"{naam}.eml", mailbericht(bericht.onderwerp, tekst, html, alles.peildatum, zone)
