"""What the shell offers when somebody presses Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import redirect_stderr
from io import StringIO

import click
from click.shell_completion import CompletionItem

from macros.commands.melden import Map, accountsmap
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.bestanden import yamlbestanden

Aanvulling = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def klanten_aanvullen(_: click.Context, __: click.Parameter, begin: str) -> list[CompletionItem]:
    """The clients whose id begins so."""
    try:
        return [CompletionItem(pad.stem) for pad in yamlbestanden(accountsmap()) if pad.stem.startswith(begin)]
    except click.UsageError:  # while somebody types, nobody reads what is wrong with the folder
        return []


def andere_klanten(ctx: click.Context, param: click.Parameter, begin: str) -> list[CompletionItem]:
    """The clients whose id begins so, without the one that the event is about and those that this option holds."""
    # While the last option has no value yet, click leaves the rest of the line unread.
    genoemd = {ctx.params.get("klant"), *ctx.args, *(ctx.params.get(str(param.name)) or ())}
    return [een for een in klanten_aanvullen(ctx, param, begin) if een.value not in genoemd]


def aanvullen(soort: str, mogelijk: Iterable[str] = ()) -> Aanvulling:
    """Make what offers the answers of a kind (`keuzes`) at the client typed before, or these, that begin so."""

    def vul_aan(ctx: click.Context, _: click.Parameter, begin: str) -> list[CompletionItem]:
        woorden = dict.fromkeys(mogelijk, "")
        if soort and (klant := ctx.params.get("klant") or ctx.params.get("id_") or next(iter(ctx.args), None)):
            try:
                with redirect_stderr(StringIO()):
                    woorden = keuzes(soort, Map(accountsmap(klant), klant, {}).situatie())
            except (click.UsageError, SystemExit):
                return []
        return [CompletionItem(een, help=uitleg) for een, uitleg in woorden.items() if een.startswith(begin)]

    return vul_aan
