"""`handboek contact`: a talk in one line, in the journal of who had it; the shortest of all events."""

from __future__ import annotations

from typing import Any, get_args

import click

from macros.commands.aanvullen import aanvullen, klanten_aanvullen
from macros.commands.keuzes import kies, wie_ben_ik
from macros.commands.melden import Map, accountsmap, dag_van, losse_namen, stop
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.gesprekken import LANGST
from macros.gebeurtenissen.keuzes import keuzes
from macros.invoer.cellen import tekst as schoon
from macros.load.keuren import ongepast
from macros.load.schrijven import MapNietVrijError, alleen
from macros.model.basis import Laag, Vorm
from macros.model.team import OUD_CONTACT


@click.command(help="Leg een gesprek met een klant vast, in één regel.")
@click.argument("id_", metavar="ID", shell_complete=klanten_aanvullen)
@click.option("--kern", metavar="TEKST", required=True, help=f"Waar het over ging, in hoogstens {LANGST} tekens.")
@click.option(
    "--met",
    shell_complete=aanvullen("contact"),
    multiple=True,
    metavar="PERSOON",
    help="Id van een contactpersoon; mag vaker, of met komma's.",
)
@click.option(
    "--wie", shell_complete=aanvullen("collega"), metavar="PERSOON", help="Wie van ons; zonder deze optie: jij."
)
@click.option("--datum", metavar="DATUM", help="Dag van het contact; zonder deze optie vandaag.")
@click.option("--vorm", metavar="VORM", help=f"{', '.join(get_args(Vorm))}; zonder deze optie een bezoek.")
@click.option(
    "--laag", metavar="LAAG", help=f"{', '.join(get_args(Laag))}; zonder deze optie de lagen van wie erbij was."
)
@click.option(
    "--regel",
    shell_complete=aanvullen("regel"),
    metavar="REGEL",
    help="Telt voor deze contactregel, wat er verder ook staat.",
)
@click.option(
    "--nagevraagd",
    shell_complete=aanvullen("verwachting"),
    multiple=True,
    metavar="VERWACHTING",
    help="Id van een verwachting; mag vaker, of met komma's.",
)
@click.option("--toch", is_flag=True, help="Leg het ook vast als hetzelfde gesprek er al staat.")
def contact(  # noqa: PLR0913, PLR0917  one argument an option
    id_: str,
    kern: str,
    met: tuple[str, ...],
    wie: str | None,
    datum: str | None,
    vorm: str | None,
    laag: str | None,
    regel: str | None,
    nagevraagd: tuple[str, ...],
    *,
    toch: bool,
) -> None:
    """Log a talk with a client."""
    kern = _keur_kern(kern)
    gevraagd = dag_van(datum, "--datum") if datum else None
    folder = accountsmap(id_)
    gekozen = {"laag": laag, "vorm": vorm, "regel": regel}
    try:
        with alleen(folder):
            bestanden = Map(folder, id_, {})
            situatie = bestanden.situatie()
            situatie = situatie._replace(wie=wie_ben_ik(wie, situatie.account, situatie.gedeeld))
            antwoorden = {"kern": kern, **_keuzes(situatie, met, nagevraagd, gekozen)}
            if gevraagd:
                antwoorden["datum"] = gevraagd
            gemeld = bestanden.meld(GEBEURTENISSEN["gesprek"], situatie, antwoorden, toch=toch, proef=False)
    except MapNietVrijError as fout:
        stop(str(fout))
    dag = gevraagd or situatie.dag
    click.echo(f"{folder.name}/{bestanden.week(situatie)}: contact van {dag} vastgelegd bij {situatie.account.naam}.")
    if not (met or laag or regel):
        click.echo("Dit telt nog niet mee in het contactschema: noem met wie het was (--met) of welke laag (--laag).")
    gemeld.waarschuw()


def _keuzes(
    situatie: Situatie, met: tuple[str, ...], nagevraagd: tuple[str, ...], gekozen: dict[str, str | None]
) -> dict[str, Any]:
    """What was chosen; an id that does not exist is a usage error (exit 2)."""
    bij = f"is niet bekend bij {situatie.account.naam}"
    mensen = [*(een.id for een in situatie.account.contactpersonen), OUD_CONTACT]
    verwacht = [een.id for een in situatie.account.verwachtingen]
    uit: dict[str, Any] = {}
    for naam, wat, getypt, bekend in (
        ("met", "contactpersoon", met, mensen),
        ("klopt_nog", "verwachting", nagevraagd, verwacht),
    ):
        if getypt:
            uit[naam] = [kies(wat, een, bekend, bij) for een in losse_namen(getypt)]
    regels = keuzes("regel", situatie)
    mogelijk = {
        "laag": (get_args(Laag), "bestaat niet"),
        "vorm": (get_args(Vorm), "bestaat niet"),
        "regel": (regels, "is geen contactregel van deze klant"),
    }
    return uit | {naam: kies(naam, keuze, *mogelijk[naam]) for naam, keuze in gekozen.items() if keuze}


def _keur_kern(kern: str) -> str:
    """Return the text on one line; refuse what is too long, empty or about somebody's private life (exit 2)."""
    kern = schoon(kern)
    if not kern:
        raise click.UsageError("de kern is leeg; schrijf in één zin waar het over ging")
    if len(kern) > LANGST:
        te_veel = len(kern) - LANGST
        raise click.UsageError(f"de kern is {te_veel} tekens te lang; er passen er {LANGST}")
    if bezwaar := ongepast(kern):
        raise click.UsageError(bezwaar)
    return kern
