"""The command line in Dutch, and commands that are made when they are asked for; nothing here takes long to import.

click itself looks every sentence up through gettext, under a name `_` in each of its modules, and ships no Dutch: that
look-up is replaced by a table; a sentence that is not in it stays as click wrote it.
"""

from __future__ import annotations

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

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
