"""Ids that people type on the command line, and who types: what is known, and what they may have meant.

click itself looks every sentence up through gettext, under a name `_` in each of its modules, and ships no Dutch: that
look-up is replaced by a table; a sentence that is not in it stays as click wrote it.
"""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from macros.load.omgeving import PROJECT
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld

ZINNEN = {
    "Aborted!": "Afgebroken.",
    "Argument {name!r} takes {nargs} values.": "Argument {name!r} vraagt {nargs} waarden.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Commands": "Opdrachten",
    "Could not open file {filename!r}: {message}": "Het bestand {filename!r} gaat niet open: {message}",
    "Error: {message}": "fout: {message}",
    "Invalid value for {param_hint}: {message}": "Ongeldige waarde voor {param_hint}: {message}",
    "Invalid value: {message}": "Ongeldige waarde: {message}",
    "Missing argument": "Er ontbreekt een argument:",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing option": "Er ontbreekt een optie:",
    "Missing parameter": "Er ontbreekt een waarde:",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "Option {name!r} does not take a value.": "Bij de optie {name!r} hoort geen waarde.",
    "Options": "Opties",
    "Show this message and exit.": "Laat deze uitleg zien.",
    "Try '{command} {option}' for help.": "Uitleg: {command} {option}",
    "Usage:": "Gebruik:",
    "directory": "de map",
    "file": "het bestand",
    "path": "het pad",
    "default: {default}": "anders: {default}",
    "required": "verplicht",
    "{name} {filename!r} does not exist.": "{name} {filename!r} bestaat niet.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} is een map.",
    "{name} {filename!r} is a file.": "{name} {filename!r} is een bestand.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} is niet te lezen.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen getal.",
}
MEERVOUDEN = {
    "Did you mean {possibility}?": ("Bedoel je {possibility}?", "Bedoel je een van deze: {possibilities}?"),
    "Got unexpected extra argument ({args})": ("Dit hoort er niet bij: {args}", "Dit hoort er niet bij: {args}"),
    "Option {name!r} requires an argument.": (
        "Bij de optie {name!r} hoort een waarde.",
        "Bij de optie {name!r} horen {nargs} waarden.",
    ),
    "{value!r} is not {choice}.": (
        "{value!r} kan hier niet; kies {choice}.",
        "{value!r} kan hier niet; kies {choices}.",
    ),
}
MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)


def spreek_nederlands() -> None:
    """Let click print Dutch from now on, in every command of this process."""
    for module in MODULES:
        for naam, vertaal in (("_", vertaling), ("ngettext", meervoud)):
            if hasattr(module, naam):
                setattr(module, naam, vertaal)


def vertaling(zin: str) -> str:
    """Return the Dutch of one of click's sentences; the sentence itself when the table lacks it."""
    return ZINNEN.get(zin, zin)


def meervoud(een: str, meer: str, aantal: int) -> str:
    """Return the Dutch for one or for more of something, chosen by `aantal`."""
    nederlands = MEERVOUDEN.get(een, (een, meer))
    return nederlands[0] if aantal == 1 else nederlands[1]


class Groep(click.Group):
    """Commands that are made when they are asked for."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was meant; click itself could only suggest one that was made already."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as fout:
            raise click.NoSuchCommand(fout.command_name, possibilities=self.list_commands(ctx), ctx=ctx) from None


MEESTE = 12
"""Ids that a message names; of more only the number."""


def kies(soort: str, getypt: str, bekend: Collection[str], waar: str) -> str:
    """Return `getypt` when it is known, else raise a usage error (exit 2) with the nearest id or all of them.

    `soort` names the thing ("contactpersoon"), `waar` says what is wrong ("staat niet in accounts/acme.yml").
    """
    if getypt in bekend:
        return getypt
    raise click.UsageError(f"{soort} '{getypt}' {waar}; {_raad(getypt, bekend)}")


def _raad(getypt: str, bekend: Collection[str]) -> str:
    """Return what may have been meant: an id that looks like it or begins so, else what there is."""
    begint = [een for een in sorted(bekend) if getypt and een.startswith(getypt)]
    lijkt = difflib.get_close_matches(getypt, bekend, 1) or begint[:1]
    if lijkt:
        return f"bedoel je '{lijkt[0]}'?"
    if not bekend:
        return "er is er nog geen een"
    if len(bekend) > MEESTE:
        return f"er zijn er {len(bekend)}; kijk de spelling na"
    return f"wat er is: {', '.join(sorted(bekend))}"


# --- the colleague in `team.yml` behind this keyboard ---

WIE = "HANDBOEK_WIE"
"""Environment variable: the id in `team.yml` of who uses this computer."""


def wie_ben_ik(gevraagd: str | None, account: Account, gedeeld: Gedeeld) -> str:
    """Return who of us it was: asked for, else who runs this command, else the account manager, said aloud."""
    if gevraagd:
        return kies("collega", gevraagd, gedeeld.personen, "staat niet in team.yml")
    if ik := os.environ.get(WIE):
        return kies("collega", ik, gedeeld.personen, f"(uit {WIE}) staat niet in team.yml")
    if ik := _uit_git(gedeeld):
        return ik
    accountmanager = account.driehoek.accountmanager
    click.echo(f"Ik weet niet wie je bent en schrijf het op naam van {accountmanager}; gebruik --wie of {WIE}.")
    return accountmanager


def _uit_git(gedeeld: Gedeeld) -> str | None:
    """Return the colleague whose login or name is that of the git user, None when it is nobody or not one person."""
    naam, adres = (
        vraag_git("config", "user.name").strip().casefold(),
        vraag_git("config", "user.email").strip().casefold(),
    )
    login = adres.partition("@")[0]
    passend = {
        een.id
        for een in gedeeld.personen.values()
        # An empty setting of git is nobody's login.
        if (een.login and een.login.casefold() in {login, adres, naam} - {""}) or een.naam.casefold() == naam
    }
    return passend.pop() if len(passend) == 1 else None


def vraag_git(*vraag: str, map_: Path = PROJECT) -> str:
    """Return what git answers in a folder; empty when it, or what it is asked, is absent."""
    git = shutil.which("git")
    if git is None:
        return ""
    uit = subprocess.run([git, *vraag], cwd=map_, capture_output=True, text=True, check=False)  # noqa: S603
    return uit.stdout
