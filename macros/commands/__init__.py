"""The command line `handboek`: one module per command, Dutch in what it prints.

Exit codes: 0 fine, 1 problems found in the data, 2 called wrongly.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from macros.commands.nederlands import Groep, spreek_nederlands

spreek_nederlands()


class Opdracht(NamedTuple):
    """What the list of commands says of one, without importing it: that takes longer than reading the list."""

    module: str
    """Its name, and that of the function."""
    kort: str


OPDRACHTEN = {
    "Klanten bekijken": {
        "check": Opdracht("check", "kijk alle bestanden na, of een paar"),
        "show": Opdracht("show", "alles wat de site over één klant uitrekent"),
        "toon": Opdracht("toon", "de site, of één bladzijde, op een andere dag"),
        "wat-als": Opdracht("watals", "wat er schuift als een klant vertrekt of een besluit wacht"),
        "diff": Opdracht("diff", "wat er tussen twee versies verandert, en wat daaruit volgt"),
    },
    "Klanten bijhouden": {
        "begin": Opdracht("begin", "haal het voorbeeld weg en begin met je eigen klanten"),
        "new": Opdracht("new", "het bestand van een nieuwe klant, met uitleg erbij"),
        "contact": Opdracht("contact", "een gesprek met een klant, in één regel"),
        "meld": Opdracht("meld", "wat er gebeurd is, op alle plekken waar het hoort"),
        "import": Opdracht("import_", "accountbestanden van een contractregister"),
        "verhuis": Opdracht("verhuis", "zet oude gesprekken over naar het dagboek"),
        "opruimen": Opdracht("opruimen", "wat langer bewaard is dan afgesproken"),
        "oefening": Opdracht("oefening", "kijk een oefening na"),
    },
    "Meenemen": {
        "pdf": Opdracht("pdf", "een canvas, een overleg of een ander vel als PDF"),
        "export": Opdracht("export", "de overzichten als tabellen: Excel, CSV en JSON"),
        "weekbericht": Opdracht("weekbericht", "de week van een collega als bericht om te mailen"),
    },
    "De site beheren": {
        "publish": Opdracht("publish", "zet de site klaar voor een webserver, nooit half"),
        "inrichten": Opdracht("inrichten", "maak een server klaar die bij elke wijziging publiceert"),
        "dokter": Opdracht("dokter", "kijk of alles werkt wat de site maakt en bijhoudt"),
        "geschiedenis": Opdracht("geschiedenis", "haal uit git wat er veranderde, voor op de site"),
        "eigenaren": Opdracht("eigenaren", "wie de git-server vraagt om mee te kijken (CODEOWNERS)"),
        "schema": Opdracht("schema", "hulp bij het typen voor een programma als VS Code"),
    },
}
"""Every command by its name, below the heading of its part of the list."""
_ALLE = {naam: opdracht for deel in OPDRACHTEN.values() for naam, opdracht in deel.items()}


class _Opdrachten(Groep):
    """Commands that are imported when they are asked for: `check` does not wait for what only `import` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Names of all commands."""
        return sorted(_ALLE)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List them by what they are for."""
        for kop, deel in OPDRACHTEN.items():
            with formatter.section(kop):
                formatter.write_dl([(naam, opdracht.kort) for naam, opdracht in deel.items()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command; None when there is none of that name."""
        if cmd_name not in _ALLE:
            return None
        naam = _ALLE[cmd_name].module
        opdracht: click.Command = getattr(import_module(f"macros.commands.{naam}"), naam)
        opdracht.options_metavar = "[OPTIES]"
        return opdracht


@click.group(
    cls=_Opdrachten,
    help="Retentiehandboek: controleer, bekijk en vul de accountbestanden.",  # a docstring is gone under -OO
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
def hoofd() -> None:
    """Start a command."""
