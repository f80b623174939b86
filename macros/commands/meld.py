"""`handboek meld`: write down what happened, in the right places, without knowing them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from macros.commands.aanvullen import aanvullen, andere_klanten, klanten_aanvullen
from macros.commands.keuzes import MEESTE, wie_ben_ik
from macros.commands.melden import (
    JA_NEE,
    Map,
    accountsmap,
    antwoord,
    dag_van,
    optie,
    stop,
)
from macros.commands.nederlands import Groep
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie, Vraag
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.schrijven import MapNietVrijError, alleen
from macros.model.gedeeld import Doelgroep

KLANT = "klant"


class _Gebeurtenissen(Groep):
    """A command for each event, made from its definition."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Ids of all events, as they are offered."""
        return list(GEBEURTENISSEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of one event; None when there is none of that name."""
        gebeurtenis = GEBEURTENISSEN.get(cmd_name)
        return _opdracht(gebeurtenis) if gebeurtenis else None


@click.group(
    cls=_Gebeurtenissen,
    help="Meld wat er gebeurd is bij een klant; het komt op alle plekken waar het hoort.",
    options_metavar="",
    subcommand_metavar="GEBEURTENIS KLANT [ANTWOORDEN]...",
)
def meld() -> None:
    """Choose an event."""


def _opdracht(gebeurtenis: Gebeurtenis) -> click.Command:
    """Make the command of one event: its questions are options."""
    opties: list[click.Parameter] = [
        click.Argument([KLANT], metavar="KLANT", shell_complete=klanten_aanvullen),
        # The day of writing down is an option of every event.
        *(_optie(vraag) for vraag in gebeurtenis.vragen if vraag.naam != "op"),
        click.Option(
            ["--wie"],
            metavar="PERSOON",
            shell_complete=aanvullen("collega"),
            help="Wie van ons dit meldt; zonder deze optie: jij.",
        ),
        click.Option(["--op"], metavar="DATUM", help="De dag waarop je het meldt; zonder deze optie vandaag."),
        click.Option(["--proef"], is_flag=True, help="Laat zien wat er verandert, en verander niets."),
        click.Option(["--toch"], is_flag=True, help="Ook als hetzelfde gesprek er al staat."),
    ]
    uitleg = f"{gebeurtenis.titel}. {gebeurtenis.uitleg}"
    opdracht = click.Command(
        gebeurtenis.id, params=opties, callback=_uitvoeren(gebeurtenis), help=uitleg, short_help=gebeurtenis.titel
    )
    opdracht.options_metavar = "[OPTIES]"
    return opdracht


def _optie(vraag: Vraag) -> click.Option:
    hulp = vraag.hulp if vraag.hulp.endswith((".", "?")) else f"{vraag.hulp}."
    mogelijk = f" Kies uit {', '.join(vraag.mogelijk)}." if vraag.mogelijk else ""
    meer = {
        "lijst": " Mag vaker, of als lijst.",
        "kaart": f" Eén voor elk, zoals id={vraag.mogelijk[0]}." if vraag.mogelijk else "",
    }
    nodig = " Nodig." if vraag.nodig else " Zonder deze optie vandaag." if vraag.vandaag else ""
    andere = vraag.klasse is Doelgroep and vraag.veld == "accounts"
    te_typen = JA_NEE if vraag.soort == "ja_nee" else vraag.mogelijk
    return click.Option(
        [optie(vraag), vraag.naam],
        multiple=True,
        metavar=vraag.titel.upper().replace(" ", "-"),
        help=f"{hulp}{mogelijk}{meer.get(vraag.soort, '')}{nodig}",
        shell_complete=andere_klanten if andere else aanvullen(vraag.keuze, te_typen),
    )


def _uitvoeren(gebeurtenis: Gebeurtenis) -> Callable[..., None]:
    def uitvoeren(*, klant: str, wie: str | None, op: str | None, proef: bool, toch: bool, **getypt: Any) -> None:
        folder = accountsmap(klant)
        dag = dag_van(op, "--op") if op else None
        try:
            with alleen(folder):
                bestanden = Map(folder, klant, {})
                situatie = bestanden.situatie(dag)
                situatie = situatie._replace(wie=wie_ben_ik(wie, situatie.account, situatie.gedeeld))
                antwoorden = _antwoorden(gebeurtenis, situatie, getypt)
                gemeld = bestanden.meld(gebeurtenis, situatie, antwoorden, toch=toch, proef=proef)
        except MapNietVrijError as fout:
            stop(str(fout))
        click.echo("\n".join(gemeld.regels))
        gedaan = "Dit zou er veranderen; er is niets opgeslagen." if proef else "Dit is opgeslagen."
        click.echo(f"{gebeurtenis.titel}: {situatie.account.naam}. {gedaan}")
        if gebeurtenis.daarna and not proef:
            click.echo(gebeurtenis.daarna.format(klant=klant))
        gemeld.waarschuw()

    return uitvoeren


def _antwoorden(gebeurtenis: Gebeurtenis, situatie: Situatie, getypt: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """The answers; what is needed and misses is asked at a terminal, and elsewhere told, all of it in one run.

    What can be one thing only needs no answer.
    """
    antwoorden: dict[str, Any] = {}
    mist: list[str] = []
    fout: list[str] = []
    for vraag in gebeurtenis.vragen:
        te_raden = vraag.keuze and vraag.nodig and vraag.soort != "kaart"
        enige = tuple(keuzes(vraag.keuze, situatie)) if te_raden else ()
        woorden = tuple(getypt.get(vraag.naam) or (enige if len(enige) == 1 else ()))
        if not woorden and vraag.nodig and sys.stdin.isatty():
            antwoorden[vraag.naam] = _vraag_het(vraag, situatie)
        elif woorden:
            try:
                antwoorden[vraag.naam] = antwoord(vraag, woorden, situatie)
            except click.UsageError as bezwaar:
                fout.append(bezwaar.message)
        elif vraag.nodig:
            mist.append(f"{optie(vraag)}: {vraag.hulp}{_waaruit(vraag, situatie)}")
    if mist:
        fout.append("dit hoort er nog bij:\n" + "\n".join(f"  {een}" for een in mist))
    if fout:
        raise click.UsageError("\n".join(fout))
    return antwoorden


def _waaruit(vraag: Vraag, situatie: Situatie) -> str:
    """The answers there are, between brackets; empty when it may be anything."""
    mogelijk = keuzes(vraag.keuze, situatie) if vraag.keuze else dict.fromkeys(vraag.mogelijk, "")
    namen = [f"{naam} ({woorden})" if woorden else naam for naam, woorden in mogelijk.items()]
    meer = [f"en nog {len(namen) - MEESTE}"] if len(namen) > MEESTE else []
    return f" [{'; '.join([*namen[:MEESTE], *meer])}]" if namen else ""


def _vraag_het(vraag: Vraag, situatie: Situatie) -> Any:
    """Ask until there is an answer."""
    while True:
        getypt = str(click.prompt(f"{vraag.hulp}{_waaruit(vraag, situatie)}"))
        try:
            return antwoord(vraag, (getypt.strip(),), situatie)
        except click.UsageError as bezwaar:
            click.echo(bezwaar.message, err=True)
